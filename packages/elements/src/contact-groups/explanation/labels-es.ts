import { loadFailureEs } from '../../load-failure/labels-es.js';
import { reasonsEs } from '../../reasons/labels-es.js';
import type { ExplanationLabels } from './labels.js';

export const explanationEs: ExplanationLabels = {
  ...loadFailureEs,
  reasons: reasonsEs,
  choose: 'Grupo o campaña',
  groups: 'Grupos',
  campaigns: 'Campañas',
  loadingWhy: 'Cargando',
  outcomes: {
    MEMBER: 'El contacto está en {name}.',
    NOT_MEMBER: 'El contacto no está en {name}.',
    ENROLLED: 'El contacto está inscrito en {name}.',
    NOT_ENROLLED: 'El contacto no está inscrito en {name}.',
  },
  since: 'Desde el {date}.',
  conditions: {
    GROUP_OPEN: 'El grupo está en uso',
    JOINED: 'Alguien o algo puso el contacto en el grupo',
    CAMPAIGN_RUNNING: 'La campaña está en curso',
    FIRST_ENROLLMENT: 'El contacto no ha recorrido antes la campaña',
    CONTACT_ACTIVE: 'El contacto está activo',
    EMAIL_VALID: 'La dirección de correo es válida',
    NOT_EXCLUDED: 'El contacto no está en ningún grupo que la campaña excluya',
    QUALIFYING_GROUP: 'Un grupo vinculado lleva el contacto a la campaña',
  },
  holds: 'Sí',
  holdsNot: 'No',
};
