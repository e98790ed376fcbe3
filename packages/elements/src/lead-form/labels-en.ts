import type { LeadFormLabels } from './labels.js';
import { enFeedback } from './labels-en-feedback.js';
import { enForm } from './labels-en-form.js';

/** The English texts, and the default. */
export const en: LeadFormLabels = { ...enForm, ...enFeedback };
