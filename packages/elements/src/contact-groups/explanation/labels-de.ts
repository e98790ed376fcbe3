import { loadFailureDe } from '../../load-failure/labels-de.js';
import { reasonsDe } from '../../reasons/labels-de.js';
import type { ExplanationLabels } from './labels.js';

export const explanationDe: ExplanationLabels = {
  ...loadFailureDe,
  reasons: reasonsDe,
  choose: 'Gruppe oder Kampagne',
  groups: 'Gruppen',
  campaigns: 'Kampagnen',
  loadingWhy: 'Wird geladen',
  outcomes: {
    MEMBER: 'Der Kontakt ist in {name}.',
    NOT_MEMBER: 'Der Kontakt ist nicht in {name}.',
    ENROLLED: 'Der Kontakt nimmt an {name} teil.',
    NOT_ENROLLED: 'Der Kontakt nimmt nicht an {name} teil.',
  },
  since: 'Seit {date}.',
  conditions: {
    GROUP_OPEN: 'Die Gruppe ist in Gebrauch',
    JOINED: 'Jemand oder etwas hat den Kontakt in die Gruppe gebracht',
    CAMPAIGN_RUNNING: 'Die Kampagne läuft',
    FIRST_ENROLLMENT: 'Der Kontakt hat die Kampagne noch nicht durchlaufen',
    CONTACT_ACTIVE: 'Der Kontakt ist aktiv',
    EMAIL_VALID: 'Die E-Mail-Adresse ist gültig',
    NOT_EXCLUDED: 'Der Kontakt ist in keiner Gruppe, die die Kampagne ausschließt',
    QUALIFYING_GROUP: 'Eine verknüpfte Gruppe führt den Kontakt in die Kampagne',
  },
  holds: 'Ja',
  holdsNot: 'Nein',
};
