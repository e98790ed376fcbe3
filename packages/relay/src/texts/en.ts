import type { Texts } from './texts.js';

export const en: Texts = {
  accepted: {
    heading: 'Thank you',
    text: 'We have received your details. You may get an e-mail that asks you to confirm your address.',
  },
  confirm: {
    heading: 'Confirm your e-mail address',
    text: (title) => `Press the button to confirm that you entered your address at ${title}.`,
    button: 'Confirm',
  },
  confirmed: { heading: 'Confirmed', text: 'Thank you: your e-mail address is confirmed.' },
  linkUsed: { heading: 'Already confirmed', text: 'This link was used before. There is nothing more to do.' },
  linkDead: {
    heading: 'This link does not work',
    text: 'It is incomplete or too old. Fill in the form again to get a new one.',
  },
  refused: {
    heading: 'Please check what you entered',
    text: 'Go back in your browser: what you typed is still there.',
  },
  notAllowed: { heading: 'This form cannot be sent', text: 'Please tell the owner of the page.' },
  later: {
    heading: 'We could not take this just now',
    text: 'Nothing is lost: what you entered is kept on this page. Wait a moment, then send it again.',
    button: 'Send again',
  },
  mail: {
    subject: (title) => `Please confirm your e-mail address (${title})`,
    text: (title, link, days) =>
      `Hello,\n\nsomebody, we hope you, entered this e-mail address at ${title}.\n` +
      `To confirm it, open this page and press the button:\n\n${link}\n\n` +
      `The link works for ${days} days. If it was not you, do nothing: you will not hear from us.\n`,
  },
  inputs: { email: 'E-mail', firstName: 'First name', lastName: 'Last name', consent: 'Consent' },
  mistakes: {
    REQUIRED: 'This is required.',
    INVALID_EMAIL_FORMAT: 'This is not an e-mail address, such as ada@example.com.',
    DISPOSABLE_EMAIL: 'Please use a permanent e-mail address.',
    FREE_EMAIL: 'Please use your address at work.',
    TOO_LONG: 'This is too long.',
    CHALLENGE_INVALID: 'The check that you are a person was not passed. Do it again.',
    CHALLENGE_REQUIRED: 'The check that you are a person is missing.',
    REDIRECT_NOT_ALLOWED: 'The page to go to is not allowed.',
    INVALID_VALUE: 'This cannot be used.',
  },
};
