import type { LeadFormLabels } from './labels.js';

/** The Spanish texts. */
export const es: LeadFormLabels = {
  language: 'es',
  email: 'Correo electrónico',
  firstName: 'Nombre',
  lastName: 'Apellidos',
  optional: '(opcional)',
  submit: 'Suscribirse',
  submitting: 'Enviando…',
  success: '¡Gracias! Hemos recibido sus datos y nos pondremos en contacto con usted.',
  queued: 'Guardado en este dispositivo. Lo enviaremos en cuanto sea posible: no tiene que hacer nada.',
  unexpected: 'No se ha podido enviar. Lo que ha escrito sigue aquí: inténtelo de nuevo.',
  again: 'Enviar otro',
  plainPost: 'Probar de otra manera',
  summary: 'Revise lo que ha escrito',
  emailRequired: 'Escriba su correo electrónico.',
  emailInvalid: 'Escriba un correo electrónico completo, por ejemplo nombre@example.com.',
  emailHint: '¿Quiso decir {domain}?',
  tooLong: '{field}: el texto es demasiado largo. Acórtelo, por favor.',
  fieldRefused: '{field}: no se ha aceptado. Revíselo, por favor.',
  offline: 'No tiene conexión. Lo que ha escrito sigue aquí: inténtelo de nuevo cuando la tenga.',
  connection: 'No se puede acceder al servidor. Lo que ha escrito sigue aquí: inténtelo de nuevo.',
  timeout: 'El servidor ha tardado demasiado en responder. Lo que ha escrito sigue aquí: inténtelo de nuevo.',
  rateLimit:
    'Hay demasiados envíos a la vez. Lo que ha escrito sigue aquí: inténtelo de nuevo dentro de un momento.',
  rateLimitWait:
    'Hay demasiados envíos a la vez. Lo que ha escrito sigue aquí: inténtelo de nuevo dentro de {wait}.',
  server:
    'Algo ha fallado por nuestra parte. Lo que ha escrito sigue aquí: inténtelo de nuevo dentro de un momento.',
  configuration:
    'Este formulario no se puede enviar ahora mismo. Lo que ha escrito sigue aquí: inténtelo más tarde.',
  challenge:
    'No se ha superado la comprobación antirrobots. Lo que ha escrito sigue aquí: inténtelo de nuevo.',
  captcha: 'Haga primero la comprobación de arriba y vuelva a enviar.',
  captchaFailed: 'No se ha podido cargar la comprobación antirrobots. Aun así puede enviar el formulario.',
  invalid: 'No se ha aceptado. Lo que ha escrito sigue aquí: revíselo e inténtelo de nuevo.',
  step: 'Paso {step} de {steps}',
  next: 'Siguiente',
  back: 'Atrás',
  popup: 'Formulario',
  opened: 'Se ha abierto un formulario: {title}',
  close: 'Cerrar',
};
