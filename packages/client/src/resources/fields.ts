import type { APIPromise, PagePromise } from '../api-promise.js';
import type { RequestOptions } from '../options.js';
import type { Field } from '../schemas/field.js';
import type { FieldCreate } from '../schemas/field-create.js';
import type { FieldDeleteQuery } from '../schemas/field-delete-query.js';
import type { ListQuery } from '../schemas/list-query.js';
import type { Call } from '../transport/call.js';

/** Definitions of custom fields; a contact's `fields` are checked against them. */
export class Fields {
  constructor(private readonly call: Call) {}

  /**
   * Lists the custom fields.
   *
   * @example
   * ```ts
   * const fields = await fluenzr.fields.list().toArray({ limit: 200 });
   * ```
   */
  list(query?: ListQuery, options?: RequestOptions): PagePromise<Field> {
    return this.call('GET /fields', { query }, options);
  }

  /**
   * Defines a custom field.
   *
   * @throws ConflictError `FIELD_EXISTS`.
   * @example
   * ```ts
   * await fluenzr.fields.create({ key: 'company_size', name: 'Company size', type: 'number' });
   * ```
   */
  create(input: FieldCreate, options?: RequestOptions): APIPromise<Field> {
    return this.call('POST /fields', { body: input }, options);
  }

  /**
   * Deletes a custom field with its values.
   *
   * @throws ConflictError `FIELD_IN_USE` (`problem.usages`) unless `detach`.
   * @example
   * ```ts
   * await fluenzr.fields.delete('company_size', { detach: true });
   * ```
   */
  delete(key: string, query?: FieldDeleteQuery, options?: RequestOptions): APIPromise<undefined> {
    return this.call('DELETE /fields/{key}', { path: { key }, query }, options);
  }
}

export { Fields as fields };
