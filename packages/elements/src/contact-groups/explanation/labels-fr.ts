import { loadFailureFr } from '../../load-failure/labels-fr.js';
import { reasonsFr } from '../../reasons/labels-fr.js';
import type { ExplanationLabels } from './labels.js';

export const explanationFr: ExplanationLabels = {
  ...loadFailureFr,
  reasons: reasonsFr,
  choose: 'Groupe ou campagne',
  groups: 'Groupes',
  campaigns: 'Campagnes',
  loadingWhy: 'Chargement',
  outcomes: {
    MEMBER: 'Le contact est dans {name}.',
    NOT_MEMBER: 'Le contact n’est pas dans {name}.',
    ENROLLED: 'Le contact est inscrit dans {name}.',
    NOT_ENROLLED: 'Le contact n’est pas inscrit dans {name}.',
  },
  since: 'Depuis le {date}.',
  conditions: {
    GROUP_OPEN: 'Le groupe est en service',
    JOINED: 'Quelqu’un ou quelque chose a mis le contact dans le groupe',
    CAMPAIGN_RUNNING: 'La campagne est en cours',
    FIRST_ENROLLMENT: 'Le contact n’a pas déjà parcouru la campagne',
    CONTACT_ACTIVE: 'Le contact est actif',
    EMAIL_VALID: 'L’adresse e-mail est valide',
    NOT_EXCLUDED: 'Le contact n’est dans aucun groupe exclu de la campagne',
    QUALIFYING_GROUP: 'Un groupe lié mène le contact à la campagne',
  },
  holds: 'Oui',
  holdsNot: 'Non',
};
