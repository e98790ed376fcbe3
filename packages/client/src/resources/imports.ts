import type { CsvSource, ImportOptions } from '../bulk/upload-csv.js';
import type { CoreOptions } from '../options.js';
import type { ImportQuery } from '../schemas/import-query.js';
import type { Job } from '../schemas/job.js';
import type { Call } from '../transport/call.js';

/** Contacts out of CSV files. */
export class Imports {
  readonly #client: CoreOptions;

  constructor(
    private readonly call: Call,
    client: CoreOptions,
  ) {
    this.#client = client;
  }

  /**
   * Uploads a CSV file of at most 50 MB and 100,000 rows. The job reports; `jobs.wait` waits for it, and `jobs.errors`
   * lists the rows that failed.
   *
   * @param input `mapping` says what each column is, by its heading
   * @throws ValidationError `MAPPING_INVALID`.
   * @example
   * ```ts
   * const job = await fluenzr.imports.create('E-mail,Company\nada@example.com,Analytical Engines', {
   *   mapping: { 'E-mail': 'email', Company: 'fields.company' },
   *   groupId: 'grp_1',
   * });
   * const { status, progress } = await fluenzr.jobs.wait(job.id);
   * ```
   */
  async create(csv: CsvSource, input: ImportQuery, options?: ImportOptions): Promise<Job> {
    const { uploadCsv } = await import('../bulk/upload-csv.js');
    return uploadCsv(this.call, this.#client, csv, input, options);
  }
}

export { Imports as imports };
