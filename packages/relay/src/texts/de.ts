import type { Texts } from './texts.js';

export const de: Texts = {
  accepted: {
    heading: 'Vielen Dank',
    text: 'Wir haben Ihre Angaben erhalten. Vielleicht bekommen Sie eine E-Mail, mit der Sie Ihre Adresse bestätigen.',
  },
  confirm: {
    heading: 'E-Mail-Adresse bestätigen',
    text: (title) =>
      `Drücken Sie den Knopf, um zu bestätigen, dass Sie Ihre Adresse bei ${title} eingegeben haben.`,
    button: 'Bestätigen',
  },
  confirmed: { heading: 'Bestätigt', text: 'Vielen Dank: Ihre E-Mail-Adresse ist bestätigt.' },
  linkUsed: {
    heading: 'Schon bestätigt',
    text: 'Dieser Link wurde schon benutzt. Es ist nichts mehr zu tun.',
  },
  linkDead: {
    heading: 'Dieser Link geht nicht',
    text: 'Er ist unvollständig oder zu alt. Füllen Sie das Formular noch einmal aus, um einen neuen zu bekommen.',
  },
  refused: {
    heading: 'Bitte prüfen Sie Ihre Eingaben',
    text: 'Gehen Sie im Browser zurück: Ihre Eingaben stehen noch da.',
  },
  notAllowed: {
    heading: 'Dieses Formular kann nicht gesendet werden',
    text: 'Bitte sagen Sie es dem Betreiber der Seite.',
  },
  later: {
    heading: 'Das ging gerade nicht',
    text: 'Nichts ist verloren: Ihre Eingaben stehen noch auf dieser Seite. Warten Sie einen Moment und senden Sie noch einmal.',
    button: 'Noch einmal senden',
  },
  mail: {
    subject: (title) => `Bitte bestätigen Sie Ihre E-Mail-Adresse (${title})`,
    text: (title, link, days) =>
      `Guten Tag,\n\njemand, wohl Sie selbst, hat diese E-Mail-Adresse bei ${title} eingegeben.\n` +
      `Um sie zu bestätigen, öffnen Sie diese Seite und drücken Sie den Knopf:\n\n${link}\n\n` +
      `Der Link gilt ${days} Tage. Waren Sie es nicht, so tun Sie nichts: Sie hören nichts weiter von uns.\n`,
  },
  inputs: { email: 'E-Mail', firstName: 'Vorname', lastName: 'Nachname', consent: 'Einwilligung' },
  mistakes: {
    REQUIRED: 'Das wird gebraucht.',
    INVALID_EMAIL_FORMAT: 'Das ist keine E-Mail-Adresse wie ada@example.com.',
    DISPOSABLE_EMAIL: 'Bitte nehmen Sie eine dauerhafte E-Mail-Adresse.',
    FREE_EMAIL: 'Bitte nehmen Sie Ihre geschäftliche Adresse.',
    TOO_LONG: 'Das ist zu lang.',
    CHALLENGE_INVALID: 'Die Prüfung, dass Sie ein Mensch sind, ist misslungen. Bitte noch einmal.',
    CHALLENGE_REQUIRED: 'Die Prüfung, dass Sie ein Mensch sind, fehlt.',
    REDIRECT_NOT_ALLOWED: 'Die Zielseite ist nicht erlaubt.',
    INVALID_VALUE: 'Das geht hier nicht.',
  },
};
