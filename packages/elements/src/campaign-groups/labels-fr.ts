import { loadFailureFr } from '../load-failure/labels-fr.js';
import type { CampaignGroupsLabels } from './labels.js';

export const campaignGroupsFr: CampaignGroupsLabels = {
  ...loadFailureFr,
  dynamic: 'Dynamique',
  smart: 'Intelligent',
  loading: 'Chargement des groupes',
  failed: 'Les groupes n’ont pas pu être chargés.',
  retry: 'Réessayer',
  group: 'Groupe',
  contacts: 'Contacts',
  openRate: 'Taux d’ouverture',
  clickRate: 'Taux de clic',
  noData: 'Pas encore de données',
  total: 'Tous les groupes, chaque contact une fois',
  empty: 'Aucun groupe n’est lié à cette campagne. Liez-en un sous « Ajouter des contacts ».',
  contactsOf: 'Contacts de {name} dans la campagne',
  contact: 'Contact',
  status: 'Statut',
  sent: 'Envoyés',
  opens: 'Ouvertures',
  clicks: 'Clics',
  nobody: 'Personne n’est encore entré dans la campagne par ce groupe.',
  deletedContact: 'Contact supprimé',
  more: 'Afficher plus',
  statuses: {
    ACTIVE: 'Dans la campagne',
    COMPLETED: 'Terminé',
    REPLIED: 'A répondu',
    STOPPED: 'Arrêté',
    FAILED: 'Échec',
  },
};
