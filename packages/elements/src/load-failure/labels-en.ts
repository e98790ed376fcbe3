import type { LoadFailureLabels } from './labels.js';

export const loadFailureEn: LoadFailureLabels = {
  offline: 'You are offline.',
  connection: 'The server could not be reached.',
  timeout: 'The server took too long to answer.',
  denied: 'You may not see or do this. Sign in again, or ask for access.',
  notFound: 'This does not exist, or was deleted.',
  refused: 'The server has refused this.',
  rateLimit: 'Too many requests at once. Try again in a moment.',
  server: 'The server has a problem. Try again in a moment.',
  unexpected: 'Something unexpected went wrong.',
};
