import type { LeadFormLabels } from './labels.js';

/** The German texts. */
export const de: LeadFormLabels = {
  language: 'de',
  email: 'E-Mail',
  firstName: 'Vorname',
  lastName: 'Nachname',
  optional: '(freiwillig)',
  submit: 'Anmelden',
  submitting: 'Wird gesendet …',
  success: 'Danke! Ihre Angaben sind angekommen, wir melden uns bei Ihnen.',
  successConfirm:
    'Danke! Falls eine E-Mail Sie bittet, Ihre Adresse zu bestätigen, öffnen Sie bitte den Link darin.',
  queued: 'Auf diesem Gerät gespeichert. Wir senden es, sobald es geht: Sie müssen nichts weiter tun.',
  unexpected: 'Das konnte nicht gesendet werden. Ihre Eingaben sind noch da: Bitte versuchen Sie es erneut.',
  again: 'Noch ein Formular senden',
  plainPost: 'Auf anderem Weg versuchen',
  summary: 'Bitte prüfen Sie Ihre Eingaben',
  emailRequired: 'Geben Sie Ihre E-Mail-Adresse ein.',
  emailInvalid: 'Geben Sie eine vollständige E-Mail-Adresse ein, zum Beispiel name@example.com.',
  emailDisposable: 'Bitte geben Sie eine dauerhafte E-Mail-Adresse ein.',
  emailFree: 'Bitte geben Sie Ihre berufliche E-Mail-Adresse ein.',
  emailHint: 'Meinten Sie {domain}?',
  required: '{field}: Bitte füllen Sie dieses Feld aus.',
  tickRequired: '{field}: Bitte setzen Sie das Häkchen.',
  choiceRequired: '{field}: Bitte wählen Sie aus.',
  urlInvalid: '{field}: Geben Sie eine vollständige Adresse ein, zum Beispiel https://example.com.',
  tooShort: '{field}: Geben Sie mindestens {min} Zeichen ein.',
  numberInvalid: '{field}: Geben Sie eine Zahl ein.',
  incomplete: '{field}: Die Angabe ist nicht vollständig.',
  tooLow: '{field}: Geben Sie {min} oder mehr ein.',
  tooHigh: '{field}: Geben Sie {max} oder weniger ein.',
  tooEarly: '{field}: Frühestens {min}.',
  tooLate: '{field}: Spätestens {max}.',
  nearest: '{field}: Der nächste mögliche Wert ist {value}.',
  tooLong: '{field}: Der Text ist zu lang. Bitte kürzen Sie ihn.',
  fieldRefused: '{field}: Die Eingabe wurde nicht angenommen. Bitte prüfen Sie sie.',
  offline:
    'Sie sind offline. Ihre Eingaben sind noch da: Versuchen Sie es erneut, sobald Sie verbunden sind.',
  connection: 'Der Server ist nicht erreichbar. Ihre Eingaben sind noch da: Bitte versuchen Sie es erneut.',
  timeout:
    'Der Server hat zu lange nicht geantwortet. Ihre Eingaben sind noch da: Bitte versuchen Sie es erneut.',
  rateLimit:
    'Gerade senden zu viele gleichzeitig. Ihre Eingaben sind noch da: Versuchen Sie es gleich noch einmal.',
  rateLimitWait:
    'Gerade senden zu viele gleichzeitig. Ihre Eingaben sind noch da: Versuchen Sie es in {wait} erneut.',
  server:
    'Bei uns ist etwas schiefgegangen. Ihre Eingaben sind noch da: Versuchen Sie es gleich noch einmal.',
  configuration:
    'Dieses Formular kann gerade nicht gesendet werden. Ihre Eingaben sind noch da: Versuchen Sie es später erneut.',
  challenge:
    'Die Prüfung gegen Roboter wurde nicht bestanden. Ihre Eingaben sind noch da: Bitte versuchen Sie es erneut.',
  captcha: 'Bitte machen Sie zuerst die Prüfung oben und senden Sie dann erneut.',
  captchaFailed:
    'Die Prüfung gegen Roboter konnte nicht geladen werden. Sie können das Formular trotzdem senden.',
  step: 'Schritt {step} von {steps}',
  next: 'Weiter',
  back: 'Zurück',
  popup: 'Formular',
  opened: 'Ein Formular wurde geöffnet: {title}',
  close: 'Schließen',
};
