import type { LeadFormLabels } from './labels.js';

/** The English texts of a form that opens over the page. */
export const enPopup = {
  popup: 'Form',
  opened: 'A form has opened: {title}',
  close: 'Close',
} satisfies Partial<LeadFormLabels>;
