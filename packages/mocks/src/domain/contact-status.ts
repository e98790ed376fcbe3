import { refuseAt } from '../problem.js';
import type { ContactRow } from '../store/rows.js';

/**
 * Which status may follow which. PENDING is only where a contact begins. A blocked contact gets nothing that it could
 * unsubscribe from or that could bounce, and one that is archived comes back as ACTIVE, or is blocked.
 */
const followers: Partial<Record<string, readonly string[]>> = {
  PENDING: ['ACTIVE', 'UNSUBSCRIBED', 'BOUNCED', 'BLOCKED', 'ARCHIVED'],
  ACTIVE: ['UNSUBSCRIBED', 'BOUNCED', 'BLOCKED', 'ARCHIVED'],
  UNSUBSCRIBED: ['ACTIVE', 'BOUNCED', 'BLOCKED', 'ARCHIVED'],
  BOUNCED: ['ACTIVE', 'UNSUBSCRIBED', 'BLOCKED', 'ARCHIVED'],
  BLOCKED: ['ACTIVE', 'ARCHIVED'],
  ARCHIVED: ['ACTIVE', 'BLOCKED'],
};

/**
 * Refuses a change of status that is not allowed. Staying as it is always is.
 *
 * @throws ProblemError `INVALID_STATUS_TRANSITION` (409).
 */
export function requireTransition(from: ContactRow['status'], to: ContactRow['status']): void {
  const allowed = followers[from] ?? [];
  if (to === from || allowed.includes(to)) return;
  throw refuseAt(
    '/status',
    409,
    'INVALID_STATUS_TRANSITION',
    `The contact is ${from}: it can become ${allowed.join(', ')}, not ${to}.`,
  );
}
