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
  /** In place of `success` where a form endpoint has the lead, which may ask for a confirmation by mail. */
  successConfirm: string;
  /** Replaces the form when the lead could not be sent yet, but is saved on this device. */
  queued: string;
  /** On the button that brings the empty form back. */
  again: string;
  /** Above the heading of a step: `{step}` and `{steps}` become numbers. */
  step: string;
  /** On the button that leads to the next step. */
  next: string;
  /** On the button that leads to the step before. */
  back: string;
  /** On the button that sends the form without the script, to a page of the form endpoint. */
  plainPost: string;
  /** Name of the panel of a form that opens over the page, where the form has no heading. */
  popup: string;
  /** Announced when such a form has opened by itself beside the page: `{title}` becomes its name. */
  opened: string;
  /** Name of the button that closes it. */
  close: string;
  /** Heading of the list of fields to correct. */
  summary: string;
  emailRequired: string;
  emailInvalid: string;
  /** At an address of a provider of throw-away addresses, where the form endpoint does not take those. */
  emailDisposable: string;
  /** At an address of a free mail service, where the form endpoint does not take those. */
  emailFree: string;
  /** On the button at an address that looks like a slip of the keyboard. `{domain}` becomes what was probably meant. */
  emailHint: string;
  /** At a field that must be filled in. Here and below, `{field}` becomes the label of the field. */
  required: string;
  /** At a checkbox that must be ticked. */
  tickRequired: string;
  /** At radio buttons, or a select, where something must be chosen. */
  choiceRequired: string;
  urlInvalid: string;
  /** `{min}` becomes the number of characters. */
  tooShort: string;
  /** At a field for a number, in which something else was typed. */
  numberInvalid: string;
  /** At a field for a date or a time, of which only a part was typed. */
  incomplete: string;
  /** `{min}` becomes the smallest number, and in `tooEarly` the first date. */
  tooLow: string;
  tooEarly: string;
  /** `{max}` becomes the greatest number, and in `tooLate` the last date. */
  tooHigh: string;
  tooLate: string;
  /** At a number between two steps: `{value}` becomes the nearest that is possible. */
  nearest: string;
  tooLong: string;
  /** For a reason that has no text here, and that the backend did not put into words. */
  fieldRefused: string;
  offline: string;
  connection: string;
  timeout: string;
  /** Too many requests. */
  rateLimit: string;
  /** Too many requests, and the backend said how long to wait: `{wait}` becomes a duration such as "30 seconds". */
  rateLimitWait: string;
  server: string;
  /** A captcha that the visitor did was not passed, or no challenge could be solved. */
  challenge: string;
  /** At a captcha that the visitor has not done yet. */
  captcha: string;
  /** In the place of a captcha that could not be loaded. */
  captchaFailed: string;
  /** The page is not set up right. A visitor can do nothing about it; the console tells the developer. */
  configuration: string;
  unexpected: string;
}
