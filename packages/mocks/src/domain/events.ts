import type { ContactRow, EnrollmentRow, EventRow, MailRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { updateContact } from './contacts.js';
import { endEnrollment } from './enrollments.js';
import { reconcileContact } from './reconcile.js';
import { refreshSmartMemberships } from './smart-groups.js';

/** A sent mail counts as delivered at once, unless it turns out to bounce. */
export function recordDelivery(store: Store, mail: MailRow, enrollment: EnrollmentRow): void {
  const at = putEvent(store, mail, 'delivered');
  const { sent, delivered } = enrollment.metrics;
  putMetrics(store, enrollment, { sent: sent + 1, delivered: delivered + 1, lastEventAt: at });
}

/** The contact opens a mail, or clicks in it. */
export function engage(store: Store, mail: MailRow, kind: 'open' | 'click'): void {
  const at = putEvent(store, mail, kind);
  const enrollment = store.enrollments.get(mail.enrollmentId);
  if (enrollment) {
    const { opens, clicks } = enrollment.metrics;
    putMetrics(store, enrollment, {
      ...(kind === 'open' ? { opens: opens + 1 } : { clicks: clicks + 1 }),
      lastEventAt: at,
    });
  }
  markEngaged(store, mail.contactId, at);
}

/** The contact answers a mail: the workflow ends, and a person takes over. */
export function recordReply(store: Store, mail: MailRow): void {
  const at = putEvent(store, mail, 'reply');
  const enrollment = store.enrollments.get(mail.enrollmentId);
  if (enrollment) {
    const { replies } = enrollment.metrics;
    const replied = putMetrics(store, enrollment, { replies: replies + 1, lastEventAt: at });
    if (replied.status === 'ACTIVE') endEnrollment(store, replied, 'REPLIED', null);
  }
  markEngaged(store, mail.contactId, at);
}

/** A mail comes back: it was not delivered after all, and its address is no good. */
export function recordBounce(store: Store, mail: MailRow): void {
  const delivered = [...store.eventsOfMail.list(mail.id)].find(({ kind }) => kind === 'delivered');
  if (!delivered) return;
  store.events.delete(delivered.id);
  const at = putEvent(store, mail, 'bounce');
  const enrollment = store.enrollments.get(mail.enrollmentId);
  if (enrollment) {
    putMetrics(store, enrollment, { delivered: enrollment.metrics.delivered - 1, lastEventAt: at });
  }
  const contact = store.contacts.get(mail.contactId);
  if (contact) updateContact(store, contact, { ...whereActive(contact, 'BOUNCED'), emailStatus: 'INVALID' });
}

/** The contact unsubscribes through a mail. */
export function recordUnsubscribe(store: Store, mail: MailRow): void {
  putEvent(store, mail, 'unsubscribe');
  const contact = store.contacts.get(mail.contactId);
  if (contact) updateContact(store, contact, whereActive(contact, 'UNSUBSCRIBED'));
}

/** Whoever was blocked or archived meanwhile stays so. */
const whereActive = (contact: ContactRow, status: 'BOUNCED' | 'UNSUBSCRIBED') =>
  contact.status === 'ACTIVE' ? { status } : {};

function putEvent(store: Store, mail: MailRow, kind: EventRow['kind']): string {
  const { contactId, campaignId, enrollmentId } = mail;
  const at = store.clock.timestamp();
  store.events.put({
    id: store.nextId('evt'),
    contactId,
    campaignId,
    enrollmentId,
    mailId: mail.id,
    kind,
    at,
  });
  return at;
}

function putMetrics(
  store: Store,
  enrollment: EnrollmentRow,
  changes: Partial<EnrollmentRow['metrics']>,
): EnrollmentRow {
  return store.enrollments.put({ ...enrollment, metrics: { ...enrollment.metrics, ...changes } });
}

/** Not an edit: the version stays, so that no form on a screen goes stale when a mail is opened. */
function markEngaged(store: Store, contactId: string, at: string): void {
  const contact = store.contacts.get(contactId);
  if (!contact || contact.lastEngagedAt === at) return;
  const engaged = store.contacts.put({ ...contact, lastEngagedAt: at });
  refreshSmartMemberships(store, contact, engaged);
  reconcileContact(store, engaged);
}
