import type { LoadFailureLabels } from './labels.js';

export const loadFailureDe: LoadFailureLabels = {
  offline: 'Sie sind offline.',
  connection: 'Der Server ist nicht erreichbar.',
  timeout: 'Der Server antwortet zu langsam.',
  denied: 'Dazu fehlt Ihnen der Zugriff. Melden Sie sich neu an oder fragen Sie danach.',
  notFound: 'Das gibt es nicht, oder es wurde gelöscht.',
  refused: 'Der Server hat das abgelehnt.',
  rateLimit: 'Zu viele Anfragen auf einmal. Versuchen Sie es gleich noch einmal.',
  server: 'Der Server hat ein Problem. Versuchen Sie es gleich noch einmal.',
  unexpected: 'Etwas Unerwartetes ist schiefgegangen.',
};
