import type { Texts } from './texts.js';

export const fr: Texts = {
  accepted: {
    heading: 'Merci',
    text: 'Nous avons bien reçu vos informations. Un e-mail vous demandera peut-être de confirmer votre adresse.',
  },
  confirm: {
    heading: 'Confirmez votre adresse e-mail',
    text: (title) => `Appuyez sur le bouton pour confirmer que vous avez saisi votre adresse chez ${title}.`,
    button: 'Confirmer',
  },
  confirmed: { heading: 'C’est confirmé', text: 'Merci : votre adresse e-mail est confirmée.' },
  linkUsed: { heading: 'Déjà confirmé', text: 'Ce lien a déjà servi. Il n’y a plus rien à faire.' },
  linkDead: {
    heading: 'Ce lien ne fonctionne pas',
    text: 'Il est incomplet ou trop ancien. Remplissez de nouveau le formulaire pour en recevoir un autre.',
  },
  refused: {
    heading: 'Veuillez vérifier votre saisie',
    text: 'Revenez en arrière dans votre navigateur : votre saisie y est toujours.',
  },
  notAllowed: {
    heading: 'Ce formulaire ne peut pas être envoyé',
    text: 'Prévenez le propriétaire de la page.',
  },
  later: {
    heading: 'L’envoi n’est pas possible pour le moment',
    text: 'Rien n’est perdu : votre saisie est conservée sur cette page. Patientez un instant, puis renvoyez-la.',
    button: 'Renvoyer',
  },
  mail: {
    subject: (title) => `Confirmez votre adresse e-mail (${title})`,
    text: (title, link, days) =>
      `Bonjour,\n\nquelqu’un, vous sans doute, a saisi cette adresse e-mail chez ${title}.\n` +
      `Pour la confirmer, ouvrez cette page et appuyez sur le bouton :\n\n${link}\n\n` +
      `Le lien est valable ${days} jours. Si ce n’était pas vous, ne faites rien : vous n’entendrez plus parler de nous.\n`,
  },
  inputs: { email: 'E-mail', firstName: 'Prénom', lastName: 'Nom', consent: 'Consentement' },
  mistakes: {
    REQUIRED: 'Ce champ est obligatoire.',
    INVALID_EMAIL_FORMAT: 'Ce n’est pas une adresse e-mail, comme ada@example.com.',
    DISPOSABLE_EMAIL: 'Utilisez une adresse e-mail permanente.',
    FREE_EMAIL: 'Utilisez votre adresse professionnelle.',
    TOO_LONG: 'C’est trop long.',
    CHALLENGE_INVALID: 'La vérification que vous êtes une personne a échoué. Refaites-la.',
    CHALLENGE_REQUIRED: 'La vérification que vous êtes une personne manque.',
    REDIRECT_NOT_ALLOWED: 'La page de destination n’est pas autorisée.',
    INVALID_VALUE: 'Cette valeur ne peut pas être utilisée.',
  },
};
