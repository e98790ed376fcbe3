import type { LoadFailureLabels } from './labels.js';

export const loadFailureEs: LoadFailureLabels = {
  offline: 'No tiene conexión.',
  connection: 'No se puede contactar con el servidor.',
  timeout: 'El servidor tarda demasiado en responder.',
  denied: 'No tiene acceso. Inicie sesión de nuevo o pida acceso.',
  notFound: 'Esto no existe o se ha eliminado.',
  refused: 'El servidor lo ha rechazado.',
  rateLimit: 'Demasiadas peticiones a la vez. Inténtelo de nuevo en un momento.',
  server: 'El servidor tiene un problema. Inténtelo de nuevo en un momento.',
  unexpected: 'Ha ocurrido algo inesperado.',
};
