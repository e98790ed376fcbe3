import { loadFailureFr } from '../load-failure/labels-fr.js';
import type { ContactGroupsLabels } from './labels.js';

export const contactGroupsFr: ContactGroupsLabels = {
  ...loadFailureFr,
  dynamic: 'Dynamique',
  smart: 'Intelligent',
  title: 'Groupes',
  loading: 'Chargement des groupes',
  failed: 'Les groupes n’ont pas pu être chargés.',
  retry: 'Réessayer',
  none: 'Dans aucun groupe pour l’instant.',
  decidedByQuery: 'Une requête décide qui est dans ce groupe.',
  add: 'Ajouter à un groupe',
  group: 'Groupe',
  addConfirm: 'Ajouter',
  remove: 'Retirer de {name}',
  removeQuestion: 'Retirer de {name} ?',
  removeStays: 'Le contact quitte ce groupe et reste dans FluenzR.',
  removeConfirm: 'Retirer',
  cancel: 'Annuler',
  added: 'Ajouté à {name}.',
  removed: 'Retiré de {name}. Le contact reste dans FluenzR.',
  why: 'Pourquoi ce contact est-il, ou non, dans un groupe ou une campagne ?',
};
