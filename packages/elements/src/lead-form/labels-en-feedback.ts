import type { LeadFormLabels } from './labels.js';
import type { enForm } from './labels-en-form.js';
import type { enPopup } from './labels-en-popup.js';
import type { enSteps } from './labels-en-steps.js';

/** The English texts of what a form answers to a visitor. */
export const enFeedback: Omit<
  LeadFormLabels,
  keyof typeof enForm | keyof typeof enSteps | keyof typeof enPopup
> = {
  again: 'Send another',
  plainPost: 'Try another way',
  summary: 'Please check what you typed',
  emailRequired: 'Enter your e-mail address.',
  emailInvalid: 'Enter a full e-mail address, such as name@example.com.',
  emailDisposable: 'Please use a permanent e-mail address.',
  emailFree: 'Please use your e-mail address at work.',
  emailHint: 'Did you mean {domain}?',
  required: '{field}: please fill this in.',
  tickRequired: '{field}: please tick this box.',
  choiceRequired: '{field}: please choose.',
  urlInvalid: '{field}: enter a full address, such as https://example.com.',
  tooShort: '{field}: enter at least {min} characters.',
  numberInvalid: '{field}: enter a number.',
  incomplete: '{field}: this is not complete.',
  tooLow: '{field}: enter {min} or more.',
  tooHigh: '{field}: enter {max} or less.',
  tooEarly: '{field}: {min} is the earliest.',
  tooLate: '{field}: {max} is the latest.',
  nearest: '{field}: the nearest possible value is {value}.',
  tooLong: '{field} is too long. Please shorten it.',
  fieldRefused: '{field} was not accepted. Please check it.',
  offline: 'You are offline. What you typed is still here: try again when you are connected.',
  connection: 'We could not reach the server. What you typed is still here: please try again.',
  timeout: 'The server took too long to answer. What you typed is still here: please try again.',
  rateLimit: 'Too many people are sending at once. What you typed is still here: try again in a moment.',
  rateLimitWait: 'Too many people are sending at once. What you typed is still here: try again in {wait}.',
  server: 'Something went wrong on our side. What you typed is still here: try again in a moment.',
  configuration: 'This form cannot be sent right now. What you typed is still here: please try again later.',
  challenge: 'The check against robots was not passed. What you typed is still here: please try again.',
  captcha: 'Please do the check above, then send again.',
  captchaFailed: 'The check against robots could not be loaded. You can send the form all the same.',
};
