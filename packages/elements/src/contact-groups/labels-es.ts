import { loadFailureEs } from '../load-failure/labels-es.js';
import type { ContactGroupsLabels } from './labels.js';

export const contactGroupsEs: ContactGroupsLabels = {
  ...loadFailureEs,
  dynamic: 'Dinámico',
  smart: 'Inteligente',
  title: 'Grupos',
  loading: 'Cargando los grupos',
  failed: 'No se han podido cargar los grupos.',
  retry: 'Reintentar',
  none: 'Todavía en ningún grupo.',
  decidedByQuery: 'Una consulta decide quién está en este grupo.',
  add: 'Añadir a un grupo',
  group: 'Grupo',
  addConfirm: 'Añadir',
  remove: 'Quitar de {name}',
  removeQuestion: '¿Quitar de {name}?',
  removeStays: 'El contacto sale de este grupo y se queda en FluenzR.',
  removeConfirm: 'Quitar',
  cancel: 'Cancelar',
  added: 'Añadido a {name}.',
  removed: 'Quitado de {name}. El contacto se queda en FluenzR.',
  why: '¿Por qué está este contacto, o no, en un grupo o una campaña?',
};
