import { loadFailureEs } from '../load-failure/labels-es.js';
import type { CampaignGroupsLabels } from './labels.js';

export const campaignGroupsEs: CampaignGroupsLabels = {
  ...loadFailureEs,
  dynamic: 'Dinámico',
  smart: 'Inteligente',
  loading: 'Cargando los grupos',
  failed: 'No se han podido cargar los grupos.',
  retry: 'Reintentar',
  group: 'Grupo',
  contacts: 'Contactos',
  openRate: 'Tasa de apertura',
  clickRate: 'Tasa de clics',
  noData: 'Sin datos todavía',
  total: 'Todos los grupos, cada contacto una vez',
  empty: 'Esta campaña aún no tiene grupos vinculados. Vincule uno en «Añadir contactos».',
  contactsOf: 'Contactos de {name} en la campaña',
  contact: 'Contacto',
  status: 'Estado',
  sent: 'Enviados',
  opens: 'Aperturas',
  clicks: 'Clics',
  nobody: 'Nadie ha entrado aún en la campaña por este grupo.',
  deletedContact: 'Contacto eliminado',
  more: 'Mostrar más',
  statuses: {
    ACTIVE: 'En la campaña',
    COMPLETED: 'Completado',
    REPLIED: 'Ha respondido',
    STOPPED: 'Detenido',
    FAILED: 'Con error',
  },
};
