import { loadFailureDe } from '../load-failure/labels-de.js';
import type { ContactGroupsLabels } from './labels.js';

export const contactGroupsDe: ContactGroupsLabels = {
  ...loadFailureDe,
  dynamic: 'Dynamisch',
  smart: 'Smart',
  title: 'Gruppen',
  loading: 'Gruppen werden geladen',
  failed: 'Die Gruppen konnten nicht geladen werden.',
  retry: 'Noch einmal versuchen',
  none: 'Noch in keiner Gruppe.',
  decidedByQuery: 'Eine Abfrage entscheidet, wer in dieser Gruppe ist.',
  add: 'Zu einer Gruppe hinzufügen',
  group: 'Gruppe',
  addConfirm: 'Hinzufügen',
  remove: 'Aus {name} entfernen',
  removeQuestion: 'Aus {name} entfernen?',
  removeStays: 'Der Kontakt verlässt diese Gruppe und bleibt in FluenzR.',
  removeConfirm: 'Entfernen',
  cancel: 'Abbrechen',
  added: 'Zu {name} hinzugefügt.',
  removed: 'Aus {name} entfernt. Der Kontakt bleibt in FluenzR.',
  why: 'Warum ist dieser Kontakt in einer Gruppe oder Kampagne, oder nicht?',
};
