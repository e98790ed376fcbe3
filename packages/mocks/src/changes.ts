import type { EnrollmentRow, MembershipRow, TableName } from './store/rows.js';
import type { RowChange, Store } from './store/store.js';

/** What happened to one thing in one transaction: a refused request makes none. */
export interface Change {
  /** When, on the backend's clock. */
  readonly at: string;
  readonly kind:
    | 'contact'
    | 'group'
    | 'campaign'
    | 'link'
    | 'exclusion'
    | 'enrollment'
    | 'skip'
    | 'mail'
    | 'field'
    | 'job';
  readonly id: string;
  readonly action: 'created' | 'updated' | 'deleted';
  /** On a contact: ids of the groups that it joined and left. */
  readonly groups?: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** On an enrolment: whose it is. */
  readonly contactId?: string;
  /** On an enrolment: the campaign. */
  readonly campaignId?: string;
}

/** The changes of the store, as they are committed. */
export interface Changes {
  /** Calls `listener` for every change from now on. The answer ends that. */
  subscribe(listener: (change: Change) => void): () => void;
}

// Memberships show in the change of their contact; the rest is the backend's own business.
const kinds: Partial<Record<TableName, Change['kind']>> = {
  contacts: 'contact',
  groups: 'group',
  campaigns: 'campaign',
  links: 'link',
  exclusions: 'exclusion',
  enrollments: 'enrollment',
  skips: 'skip',
  mails: 'mail',
  fields: 'field',
  jobs: 'job',
};

/** The change log of a store. */
export function changesOf(store: Store): Changes {
  return {
    subscribe: (listener) =>
      store.onCommit((rows) => {
        for (const change of describe(rows, store.clock.timestamp())) listener(change);
      }),
  };
}

function describe(rows: readonly RowChange[], at: string): Change[] {
  const moves = new Map<string, { added: string[]; removed: string[] }>();
  for (const { table, before, after } of rows) {
    if (table !== 'memberships' || (before && after)) continue;
    const { contactId, groupId } = (before ?? after) as MembershipRow;
    const move = moves.get(contactId) ?? { added: [], removed: [] };
    moves.set(contactId, move);
    (after ? move.added : move.removed).push(groupId);
  }
  const changes: Change[] = [];
  for (const { table, id, before, after } of rows) {
    const kind = kinds[table];
    if (!kind) continue;
    const groups = kind === 'contact' ? moves.get(id) : undefined;
    if (groups) moves.delete(id);
    const action = before ? (after ? 'updated' : 'deleted') : 'created';
    changes.push({
      at,
      kind,
      id,
      action,
      ...(groups && { groups }),
      ...(kind === 'enrollment' && placeOf((after ?? before) as EnrollmentRow)),
    });
  }
  for (const [id, groups] of moves) changes.push({ at, kind: 'contact', id, action: 'updated', groups });
  return changes;
}

const placeOf = ({ contactId, campaignId }: EnrollmentRow) => ({ contactId, campaignId });
