import { loadFailureDe } from '../load-failure/labels-de.js';
import type { CampaignGroupsLabels } from './labels.js';

export const campaignGroupsDe: CampaignGroupsLabels = {
  ...loadFailureDe,
  dynamic: 'Dynamisch',
  smart: 'Smart',
  loading: 'Gruppen werden geladen',
  failed: 'Die Gruppen konnten nicht geladen werden.',
  retry: 'Noch einmal versuchen',
  group: 'Gruppe',
  contacts: 'Kontakte',
  openRate: 'Öffnungsrate',
  clickRate: 'Klickrate',
  noData: 'Noch keine Daten',
  total: 'Alle Gruppen, jeder Kontakt einmal',
  empty:
    'Mit dieser Kampagne ist noch keine Gruppe verknüpft. Verknüpfen Sie eine unter „Kontakte hinzufügen“.',
  contactsOf: 'Kontakte von {name} in der Kampagne',
  contact: 'Kontakt',
  status: 'Status',
  sent: 'Gesendet',
  opens: 'Öffnungen',
  clicks: 'Klicks',
  nobody: 'Über diese Gruppe ist noch niemand in die Kampagne gekommen.',
  deletedContact: 'Gelöschter Kontakt',
  more: 'Mehr zeigen',
  statuses: {
    ACTIVE: 'In der Kampagne',
    COMPLETED: 'Durchlaufen',
    REPLIED: 'Hat geantwortet',
    STOPPED: 'Angehalten',
    FAILED: 'Fehlgeschlagen',
  },
};
