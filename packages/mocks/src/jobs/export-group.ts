import { basePath } from '../api/endpoint.js';
import { byteOrderMark, formatCsvRecord } from '../csv/format-csv.js';
import { groupsOfContact } from '../domain/memberships.js';
import { ProblemError } from '../problem.js';
import { pairId, type ContactRow, type JobRow, type MembershipRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import type { JobHandler } from './job-handler.js';

/** Where the files of exports stand, below the API's base path. */
export const filesPath = '/exports/';

type Cell = (store: Store, contact: ContactRow, member: MembershipRow) => string | number | null | undefined;

const columnsOfContact: Record<string, Cell> = {
  id: (_store, contact) => contact.id,
  email: (_store, contact) => contact.email,
  emailStatus: (_store, contact) => contact.emailStatus,
  firstName: (_store, contact) => contact.firstName,
  lastName: (_store, contact) => contact.lastName,
  status: (_store, contact) => contact.status,
  language: (_store, contact) => contact.language,
  tags: (_store, contact) => contact.tags.join(';'),
  groups: (store, contact) =>
    groupsOfContact(store, contact.id)
      .map((group) => group.name)
      .join(';'),
  createdAt: (_store, contact) => contact.createdAt,
  updatedAt: (_store, contact) => contact.updatedAt,
  lastEngagedAt: (_store, contact) => contact.lastEngagedAt,
  joinedAt: (_store, _contact, member) => member.joinedAt,
  source: (_store, _contact, member) => member.source,
};

const ofField = 'fields.';

/**
 * The columns of an export: those that were asked for, or all there are.
 *
 * @throws ProblemError `VALIDATION_FAILED` with a pointer to each column that is not known.
 */
export function exportColumns(store: Store, wanted: readonly string[] | undefined): string[] {
  const fields = [...store.fields.values()].map((field) => ofField + field.key).sort();
  const known = [...Object.keys(columnsOfContact), ...fields];
  if (!wanted) return known;
  const errors = wanted.flatMap((column, index) => {
    if (known.includes(column)) return [];
    const code = column.startsWith(ofField) ? 'FIELD_NOT_FOUND' : 'INVALID_VALUE';
    return [
      {
        pointer: `/columns/${index}`,
        code,
        message: `There is no column "${column}". The columns: ${known.join(', ')}.`,
      },
    ];
  });
  if (errors.length > 0) {
    throw new ProblemError(422, 'VALIDATION_FAILED', 'Some columns are not known.', { errors });
  }
  return [...wanted];
}

/** Writes the members of a group as CSV, a part of the file at each step. Who left meanwhile is not in it. */
export const exportGroup: JobHandler = {
  run: (store, job, items) => {
    const { groupId, columns, token } = inputOf(job);
    const records = (items as string[]).flatMap((contactId) => {
      const contact = store.contacts.get(contactId);
      const member = store.memberships.get(pairId(groupId, contactId));
      if (!contact || !member) return [];
      return formatCsvRecord(columns.map((column) => cellOf(store, column, contact, member)));
    });
    if (job.progress.processed === 0) writePart(store, token, 0, headOf(columns));
    writePart(store, token, store.partsOfFile.count(token), records.join(''));
    return {
      succeeded: records.length,
      skipped: items.length - records.length,
      failed: [],
      counts: { rows: records.length },
    };
  },
  result: (store, job) => {
    const { columns, token } = inputOf(job);
    if (job.progress.total === 0) writePart(store, token, 0, headOf(columns));
    return {
      // A path here; whoever shows the job knows the origin under which it is reached.
      url: basePath + filesPath + token,
      expiresAt: job.expiresAt,
      rows: job.counts.rows ?? 0,
    };
  },
};

const inputOf = (job: JobRow) => job.input as { groupId: string; columns: string[]; token: string };

const headOf = (columns: readonly string[]) => byteOrderMark + formatCsvRecord(columns);

function writePart(store: Store, token: string, index: number, text: string): void {
  store.fileParts.put({ id: pairId(token, String(index)), token, index, text });
}

function cellOf(store: Store, column: string, contact: ContactRow, member: MembershipRow): string {
  const value = column.startsWith(ofField)
    ? contact.fields[column.slice(ofField.length)]
    : columnsOfContact[column]?.(store, contact, member);
  return value === null || value === undefined ? '' : String(value);
}
