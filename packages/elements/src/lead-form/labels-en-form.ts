import type { LeadFormLabels } from './labels.js';

/** The English texts that show before and without the part that is loaded at the first focus. */
export const enForm = {
  language: 'en',
  email: 'E-mail',
  firstName: 'First name',
  lastName: 'Last name',
  optional: '(optional)',
  submit: 'Sign up',
  submitting: 'Sending…',
  success: 'Thank you! We have your details and will be in touch.',
  successConfirm: 'Thank you! If an e-mail asks you to confirm your address, please open the link in it.',
  queued: 'Saved on this device. We will send it as soon as we can: you need not do anything.',
  unexpected: 'This could not be sent. What you typed is still here: please try again.',
} satisfies Partial<LeadFormLabels>;
