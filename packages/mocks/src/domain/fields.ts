import type { FieldCreate, ProblemDetail } from '@fluenzr/client/schemas';
import { ProblemError } from '../problem.js';
import type { ContactRow, FieldRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { fieldAdded, fieldRemoved } from './smart-groups.js';

/**
 * Defines a custom field. Smart groups that waited for it are evaluated.
 *
 * @throws ProblemError `FIELD_EXISTS`.
 */
export function createField(store: Store, { key, name, type }: FieldCreate): FieldRow {
  if (store.fields.has(key)) {
    const detail = `There is a field "${key}" already.`;
    throw new ProblemError(409, 'FIELD_EXISTS', detail, {
      errors: [{ pointer: '/key', code: 'FIELD_EXISTS', message: detail }],
    });
  }
  const field = store.fields.put({ id: key, key, name, type });
  fieldAdded(store, key);
  return field;
}

/**
 * Deletes a custom field, and its value of every contact. Smart groups that ask for it become INVALID.
 *
 * @throws ProblemError `FIELD_IN_USE` with those groups as `usages`, unless `detach`.
 */
export function deleteField(store: Store, { key, name }: FieldRow, detach: boolean): void {
  const groups = [...store.smartGroupsReading.list(`fields.${key}`)];
  if (groups.length > 0 && !detach) {
    const usages = { groups: groups.map(({ id, name }) => ({ id, name })) };
    throw new ProblemError(
      409,
      'FIELD_IN_USE',
      `Smart groups ask for the field "${name}". Change their queries first, or say detach.`,
      { members: { usages } },
    );
  }
  store.fields.delete(key);
  fieldRemoved(store, key);
  for (const contact of [...store.contacts.values()].filter(({ fields }) => Object.hasOwn(fields, key))) {
    const kept = Object.entries(contact.fields).filter(([other]) => other !== key);
    store.contacts.put({
      ...contact,
      fields: Object.fromEntries(kept),
      updatedAt: store.clock.timestamp(),
      version: contact.version + 1,
    });
  }
}

/**
 * Holds a contact's custom values against the definitions.
 *
 * @throws ProblemError `VALIDATION_FAILED` with a pointer to each value that has no definition or the wrong type.
 */
export function checkFields(store: Store, fields: ContactRow['fields'] | undefined): void {
  const errors = Object.entries(fields ?? {}).flatMap(([key, value]): ProblemDetail[] => {
    const pointer = `/fields/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const field = store.fields.get(key);
    if (!field) {
      const message = `There is no custom field "${key}". Define it with POST /fields.`;
      return [{ pointer, code: 'FIELD_NOT_FOUND', message }];
    }
    if (value === null || isOfType(value, field.type)) return [];
    return [
      {
        pointer,
        code: 'INVALID_TYPE',
        message: `"${field.name}" takes ${wanted[field.type] ?? field.type}.`,
      },
    ];
  });
  if (errors.length > 0) {
    throw new ProblemError(422, 'VALIDATION_FAILED', 'Some custom fields are not as they are defined.', {
      errors,
    });
  }
}

const wanted: Partial<Record<string, string>> = {
  text: 'text',
  number: 'a number',
  datetime: 'a date and time such as 2026-11-23T09:24:06Z',
};

/** A day that exists, or a moment of one, after ISO 8601; without a zone it is in the workspace's. */
function isDateTime(value: string): boolean {
  const [, day = ''] =
    /^(\d{4}-\d\d-\d\d)(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/.exec(
      value,
    ) ?? [];
  const midnight = new Date(`${day}T00:00:00Z`);
  // Date takes 31 February for 2 March
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

function isOfType(value: string | number, type: string): boolean {
  if (type === 'number') return typeof value === 'number';
  if (type === 'datetime') {
    return typeof value === 'string' && isDateTime(value);
  }
  return typeof value === 'string';
}
