import type { Translations } from '../language.js';
import type { LeadFormLabels } from './labels.js';

/** The texts that are loaded when the page is in another language than English. */
export const translations: Translations<LeadFormLabels> = {
  fr: async () => (await import('./labels-fr.js')).fr,
  de: async () => (await import('./labels-de.js')).de,
  es: async () => (await import('./labels-es.js')).es,
};
