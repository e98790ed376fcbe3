import type { LeadFormLabels } from './labels.js';

/** The English texts of a form in steps. */
export const enSteps = {
  step: 'Step {step} of {steps}',
  next: 'Next',
  back: 'Back',
} satisfies Partial<LeadFormLabels>;
