import type { LoadFailureLabels } from './labels.js';

export const loadFailureFr: LoadFailureLabels = {
  offline: 'Vous êtes hors ligne.',
  connection: 'Le serveur est injoignable.',
  timeout: 'Le serveur met trop de temps à répondre.',
  denied: 'Vous n’avez pas accès à ceci. Reconnectez-vous ou demandez l’accès.',
  notFound: 'Cet élément n’existe pas, ou a été supprimé.',
  refused: 'Le serveur a refusé cela.',
  rateLimit: 'Trop de requêtes à la fois. Réessayez dans un instant.',
  server: 'Le serveur a un problème. Réessayez dans un instant.',
  unexpected: 'Une erreur inattendue s’est produite.',
};
