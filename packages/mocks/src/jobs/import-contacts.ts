import { ContactInput, type ImportQuery, type ProblemDetail } from '@fluenzr/client/schemas';
import { jsonPointer, validated } from '../api/validation.js';
import { parseCsv, type CsvRecord } from '../csv/parse-csv.js';
import { takeInContact } from '../domain/contacts.js';
import { requireJoinable } from '../domain/memberships.js';
import { ProblemError, refuseAt } from '../problem.js';
import type { Store } from '../store/store.js';
import { doEach, type JobHandler } from './job-handler.js';

const mostRows = 100_000;
const members = ['email', 'firstName', 'lastName', 'language', 'tags'];
const ofField = 'fields.';

/** How the rows of a file become contacts: column by column, what it fills; null for a column that is not used. */
interface ImportInput {
  columns: (string | null)[];
  groupId: string | null;
  enroll: boolean;
  onConflict: 'ATTACH' | 'UPDATE' | 'ERROR';
}

/**
 * Reads a CSV file for an import, and holds what is asked against it.
 *
 * @throws ProblemError `MAPPING_INVALID`, `GROUP_NOT_FOUND`, `GROUP_IS_SMART`, `GROUP_ARCHIVED`, `PAYLOAD_TOO_LARGE` for
 * more than 100,000 rows, `MALFORMED_REQUEST` for a file that is no CSV.
 */
export function readImport(
  store: Store,
  file: string,
  { mapping, groupId, enroll = true, onConflict = 'ATTACH' }: ImportQuery,
): { input: ImportInput; rows: CsvRecord[] } {
  if (groupId !== undefined) {
    const group = store.groups.get(groupId);
    if (!group) {
      throw refuseAt(
        '?groupId',
        422,
        'GROUP_NOT_FOUND',
        `There is no group with the id ${JSON.stringify(groupId)}.`,
      );
    }
    requireJoinable(group, '?groupId');
  }
  const [head, ...rows] = recordsOf(file);
  const columns = columnsOf(store, head?.cells ?? [], mapping);
  return { input: { columns, groupId: groupId ?? null, enroll, onConflict }, rows };
}

/** Takes in the rows of a file, each by itself. */
export const importContacts: JobHandler = {
  run: (store, job, items) => {
    const { columns, groupId, enroll, onConflict } = job.input as unknown as ImportInput;
    return doEach(
      store,
      items as CsvRecord[],
      ({ cells }) => {
        const contact = validated(
          ContactInput,
          contactOf(store, columns, cells),
          jsonPointer,
        ) as ContactInput;
        const input = { ...contact, ...(groupId !== null && { groupId }), enroll, onConflict };
        const { created } = takeInContact(store, input, 'IMPORT');
        return [created ? 'created' : onConflict === 'UPDATE' ? 'updated' : 'attached'];
      },
      ({ row }) => ({ row, itemId: null }),
    );
  },
  result: (_store, { counts }) => ({
    created: counts.created ?? 0,
    updated: counts.updated ?? 0,
    attached: counts.attached ?? 0,
  }),
};

function recordsOf(file: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  try {
    for (const record of parseCsv(file)) {
      records.push(record);
      if (records.length > mostRows + 1) {
        throw new ProblemError(
          413,
          'PAYLOAD_TOO_LARGE',
          `An import may have ${mostRows.toLocaleString('en')} rows at most. Send the file in parts.`,
        );
      }
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ProblemError(400, 'MALFORMED_REQUEST', `The body is not CSV. ${error.message}`);
  }
  return records;
}

/** For each column of the file, what it fills. */
function columnsOf(
  store: Store,
  headings: readonly string[],
  mapping: ImportQuery['mapping'],
): (string | null)[] {
  const mistakes: string[] = [];
  const names = headings.map((heading) => heading.trim());
  for (const [heading, target] of Object.entries(mapping)) {
    const found = names.filter((name) => name === heading).length;
    if (found === 0) mistakes.push(`The file has no column "${heading}".`);
    if (found > 1) mistakes.push(`The file has ${found} columns "${heading}".`);
    if (!isTarget(store, target)) {
      mistakes.push(
        `"${heading}" is to fill "${target}", which is neither ${members.join(', ')} nor a custom field.`,
      );
    }
  }
  const targets = Object.values(mapping);
  for (const target of new Set(targets.filter((each, index) => targets.indexOf(each) !== index))) {
    mistakes.push(`More than one column is to fill "${target}".`);
  }
  if (!targets.includes('email')) mistakes.push('No column is to fill "email".');
  if (mistakes.length === 0)
    return names.map((name) => (Object.hasOwn(mapping, name) ? mapping[name] : null) ?? null);
  const errors: ProblemDetail[] = mistakes.map((message) => ({
    pointer: '?mapping',
    code: 'MAPPING_INVALID',
    message,
  }));
  throw new ProblemError(422, 'MAPPING_INVALID', mistakes.join(' '), { errors });
}

const isTarget = (store: Store, target: string) =>
  members.includes(target) || (target.startsWith(ofField) && store.fields.has(target.slice(ofField.length)));

/** What a row says of a contact. A blank cell says nothing. */
function contactOf(store: Store, columns: ImportInput['columns'], cells: readonly string[]): object {
  if (cells.length > columns.length) {
    const message = `The row has ${cells.length} cells under ${columns.length} headings.`;
    throw new ProblemError(422, 'INVALID_VALUE', message);
  }
  const contact: Record<string, unknown> = { email: '' };
  const fields: [string, unknown][] = [];
  columns.forEach((target, index) => {
    const text = cells[index]?.trim() ?? '';
    if (target === null || text === '') return;
    if (target.startsWith(ofField)) {
      const key = target.slice(ofField.length);
      fields.push([key, store.fields.get(key)?.type === 'number' ? asNumber(text) : text]);
    } else contact[target] = target === 'tags' ? asTags(text) : text;
  });
  return { ...contact, ...(fields.length > 0 && { fields: Object.fromEntries(fields) }) };
}

/** The number that a text is; a text that is none is kept, for the check of the fields to refuse. */
const asNumber = (text: string) => (/^[-+]?\d+(\.\d+)?$/.test(text) ? Number(text) : text);

/** Tags stand in one cell, with semicolons between them. */
const asTags = (text: string) =>
  text
    .split(';')
    .map((tag) => tag.trim())
    .filter(Boolean);
