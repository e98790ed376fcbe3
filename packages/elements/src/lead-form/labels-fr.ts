import type { LeadFormLabels } from './labels.js';

/** The French texts. */
export const fr: LeadFormLabels = {
  language: 'fr',
  email: 'E-mail',
  firstName: 'Prénom',
  lastName: 'Nom',
  optional: '(facultatif)',
  submit: 'S’inscrire',
  submitting: 'Envoi en cours…',
  success: 'Merci ! Nous avons bien reçu vos coordonnées et nous vous recontacterons.',
  queued: 'Enregistré sur cet appareil. Nous l’enverrons dès que possible : vous n’avez rien à faire.',
  unexpected: 'L’envoi n’a pas abouti. Votre saisie est toujours là : veuillez réessayer.',
  again: 'Envoyer un autre formulaire',
  plainPost: 'Essayer autrement',
  summary: 'Veuillez vérifier votre saisie',
  emailRequired: 'Saisissez votre adresse e-mail.',
  emailInvalid: 'Saisissez une adresse e-mail complète, par exemple nom@example.com.',
  emailHint: 'Vouliez-vous dire {domain} ?',
  tooLong: '{field} : le texte est trop long. Veuillez le raccourcir.',
  fieldRefused: '{field} : la saisie n’a pas été acceptée. Veuillez la vérifier.',
  offline: 'Vous êtes hors connexion. Votre saisie est toujours là : réessayez une fois connecté.',
  connection: 'Le serveur est injoignable. Votre saisie est toujours là : veuillez réessayer.',
  timeout: 'Le serveur a mis trop de temps à répondre. Votre saisie est toujours là : veuillez réessayer.',
  rateLimit:
    'Trop de personnes envoient en même temps. Votre saisie est toujours là : réessayez dans un instant.',
  rateLimitWait:
    'Trop de personnes envoient en même temps. Votre saisie est toujours là : réessayez dans {wait}.',
  server: 'Un problème est survenu de notre côté. Votre saisie est toujours là : réessayez dans un instant.',
  configuration:
    'Ce formulaire ne peut pas être envoyé pour le moment. Votre saisie est toujours là : réessayez plus tard.',
  challenge: 'La vérification anti-robot n’a pas abouti. Votre saisie est toujours là : veuillez réessayer.',
  captcha: 'Effectuez d’abord la vérification ci-dessus, puis renvoyez.',
  captchaFailed:
    'La vérification anti-robot n’a pas pu être chargée. Vous pouvez tout de même envoyer le formulaire.',
  invalid: 'L’envoi n’a pas été accepté. Votre saisie est toujours là : veuillez la vérifier et réessayer.',
  step: 'Étape {step} sur {steps}',
  next: 'Suivant',
  back: 'Retour',
  popup: 'Formulaire',
  opened: 'Un formulaire s’est ouvert : {title}',
  close: 'Fermer',
};
