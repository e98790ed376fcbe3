import type { Texts } from './texts.js';

export const es: Texts = {
  accepted: {
    heading: 'Gracias',
    text: 'Hemos recibido sus datos. Es posible que reciba un correo para confirmar su dirección.',
  },
  confirm: {
    heading: 'Confirme su correo electrónico',
    text: (title) => `Pulse el botón para confirmar que introdujo su dirección en ${title}.`,
    button: 'Confirmar',
  },
  confirmed: { heading: 'Confirmado', text: 'Gracias: su correo electrónico está confirmado.' },
  linkUsed: { heading: 'Ya confirmado', text: 'Este enlace ya se usó. No hay nada más que hacer.' },
  linkDead: {
    heading: 'Este enlace no funciona',
    text: 'Está incompleto o es demasiado antiguo. Rellene de nuevo el formulario para recibir otro.',
  },
  refused: {
    heading: 'Revise lo que ha introducido',
    text: 'Vuelva atrás en su navegador: lo que escribió sigue ahí.',
  },
  notAllowed: { heading: 'Este formulario no se puede enviar', text: 'Avise al propietario de la página.' },
  later: {
    heading: 'Ahora mismo no hemos podido recibirlo',
    text: 'No se ha perdido nada: sus datos siguen en esta página. Espere un momento y envíelos de nuevo.',
    button: 'Enviar de nuevo',
  },
  mail: {
    subject: (title) => `Confirme su correo electrónico (${title})`,
    text: (title, link, days) =>
      `Hola:\n\nalguien, esperamos que usted, introdujo este correo electrónico en ${title}.\n` +
      `Para confirmarlo, abra esta página y pulse el botón:\n\n${link}\n\n` +
      `El enlace vale ${days} días. Si no fue usted, no haga nada: no volverá a saber de nosotros.\n`,
  },
  inputs: {
    email: 'Correo electrónico',
    firstName: 'Nombre',
    lastName: 'Apellidos',
    consent: 'Consentimiento',
  },
  mistakes: {
    REQUIRED: 'Es obligatorio.',
    INVALID_EMAIL_FORMAT: 'No es un correo electrónico como ada@example.com.',
    DISPOSABLE_EMAIL: 'Use un correo electrónico permanente.',
    FREE_EMAIL: 'Use su correo del trabajo.',
    TOO_LONG: 'Es demasiado largo.',
    CHALLENGE_INVALID: 'No se superó la comprobación de que es una persona. Repítala.',
    CHALLENGE_REQUIRED: 'Falta la comprobación de que es una persona.',
    REDIRECT_NOT_ALLOWED: 'La página de destino no está permitida.',
    INVALID_VALUE: 'Este valor no se puede usar.',
  },
};
