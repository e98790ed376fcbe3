import type { LeadFormLabels } from './labels.js';
import { enFeedback } from './labels-en-feedback.js';
import { enForm } from './labels-en-form.js';
import { enPopup } from './labels-en-popup.js';
import { enSteps } from './labels-en-steps.js';

/** The English texts, and the default. */
export const en: LeadFormLabels = { ...enForm, ...enFeedback, ...enSteps, ...enPopup };
