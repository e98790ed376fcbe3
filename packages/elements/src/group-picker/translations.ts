import type { Translations } from '../language.js';
import type { GroupPickerLabels } from './labels.js';

/** The languages beside English. */
export const translations: Translations<GroupPickerLabels> = {
  de: async () => (await import('./labels-de.js')).de,
  es: async () => (await import('./labels-es.js')).es,
  fr: async () => (await import('./labels-fr.js')).fr,
};
