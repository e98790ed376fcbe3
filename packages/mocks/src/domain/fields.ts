import type { FieldCreate, ProblemDetail } from '@fluenzr/client/schemas';
import { ProblemError } from '../problem.js';
import type { ContactRow, FieldRow } from '../store/rows.js';
import type { Store } from '../store/store.js';

/**
 * Defines a custom field.
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
  return store.fields.put({ id: key, key, name, type });
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

function isOfType(value: string | number, type: string): boolean {
  if (type === 'number') return typeof value === 'number';
  if (type === 'datetime') {
    return typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) && !Number.isNaN(Date.parse(value));
  }
  return typeof value === 'string';
}
