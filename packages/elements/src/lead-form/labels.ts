/**
 * Every text that a visitor can see or hear in `<fluenzr-lead-form>`. Override some of them with its `labels`
 * property; the rest stays as it is.
 */
export interface LeadFormLabels {
  /** BCP 47 tag of the language of these texts, such as `en`. Durations are written in it. */
  language: string;
  email: string;
  firstName: string;
  lastName: string;
  /** Stands after the label of a field that may stay empty. */
  optional: string;
  /** On the button, unless the attribute `submit-label` says something else. */
  submit: string;
  /** On the button, and announced, while the form is being sent. */
  submitting: string;
  /** Replaces the form when the lead was accepted, unless the attribute `success-message` says something else. */
  success: string;
  /** On the button that brings the empty form back. */
  again: string;
  /** Heading of the list of fields to correct. */
  summary: string;
  emailRequired: string;
  emailInvalid: string;
  /** `{field}` becomes the label of the field. */
  tooLong: string;
  /** For a reason that has no text here, and that the backend did not put into words. `{field}` as above. */
  fieldRefused: string;
  offline: string;
  connection: string;
  timeout: string;
  /** Too many requests. */
  rateLimit: string;
  /** Too many requests, and the backend said how long to wait: `{wait}` becomes a duration such as "30 seconds". */
  rateLimitWait: string;
  server: string;
  /** The page is not set up right. A visitor can do nothing about it; the console tells the developer. */
  configuration: string;
  /** The backend refused the lead because of something that is no field of this form. */
  invalid: string;
  unexpected: string;
}

/** The English texts, and the default. */
export const en: LeadFormLabels = {
  language: 'en',
  email: 'E-mail',
  firstName: 'First name',
  lastName: 'Last name',
  optional: '(optional)',
  submit: 'Sign up',
  submitting: 'Sending…',
  success: 'Thank you! We have your details and will be in touch.',
  again: 'Send another',
  summary: 'Please check what you typed',
  emailRequired: 'Enter your e-mail address.',
  emailInvalid: 'Enter a full e-mail address, such as name@example.com.',
  tooLong: '{field} is too long. Please shorten it.',
  fieldRefused: '{field} was not accepted. Please check it.',
  offline: 'You are offline. What you typed is still here: try again when you are connected.',
  connection: 'We could not reach the server. What you typed is still here: please try again.',
  timeout: 'The server took too long to answer. What you typed is still here: please try again.',
  rateLimit: 'Too many people are sending at once. What you typed is still here: try again in a moment.',
  rateLimitWait: 'Too many people are sending at once. What you typed is still here: try again in {wait}.',
  server: 'Something went wrong on our side. What you typed is still here: try again in a moment.',
  configuration: 'This form cannot be sent right now. What you typed is still here: please try again later.',
  invalid: 'This was not accepted. What you typed is still here: please check it and try again.',
  unexpected: 'This could not be sent. What you typed is still here: please try again.',
};
