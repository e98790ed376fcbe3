/**
 * The FluenzR client with everything in it: all resources, and validation of inputs and answers. For a smaller bundle, see
 * `@fluenzr/client/core`.
 *
 * @module
 */
import { type CoreClient, createClient as createCoreClient } from './core.js';
import { observe } from './observe.js';
import type { ClientOptions } from './options.js';
import { resources } from './resources/index.js';
import { checkQueries } from './check-queries.js';
import { routes } from './routes/index.js';
import { validate } from './validate.js';

export * from './errors.js';
export type { APIPromise, Page, PagePromise, WithResponse } from './api-promise.js';
export type {
  ContactOutcome,
  CreateManyOptions,
  CreateManyProgress,
  CreateManyReport,
} from './bulk/create-many.js';
export type { CsvExport, ExportCsvOptions, ExportProgress } from './bulk/export-csv.js';
export type { CsvSource, ImportOptions } from './bulk/upload-csv.js';
export type { WaitOptions } from './bulk/wait-for-job.js';
export type { ClientOptions, ConditionalOptions, RequestOptions } from './options.js';
export type { Logger, Observers, RequestEvent, ResponseEvent, RetryEvent } from './observe.js';
export type { WithBuiltQuery } from './built-query.js';
export type { QueryLanguage } from './check-queries.js';
export type * from './schemas/index.js';

/** A client with all resources. */
export type FluenzR = CoreClient<typeof resources>;

/**
 * Makes a client with all resources that checks inputs before they are sent and answers before they are given out.
 *
 * @throws InvalidInputError when `baseUrl` or `apiKey` cannot be right.
 * @example
 * ```ts
 * import { createClient } from '@fluenzr/client';
 *
 * const fluenzr = createClient({ baseUrl: 'https://crm.example.com', apiKey: process.env.FLUENZR_API_KEY ?? '' });
 * const group = await fluenzr.groups.create({ name: '[DYN] Inbound Leads', type: 'DYNAMIC' });
 * await fluenzr.contacts.create({ email: 'ada@example.com', groupId: group.id });
 * ```
 */
export const createClient = ({
  onRequest,
  onResponse,
  onRetry,
  logger,
  queryLanguage,
  ...options
}: ClientOptions): FluenzR =>
  createCoreClient({
    ...options,
    resources,
    validate: queryLanguage ? checkQueries(queryLanguage, validate(routes)) : validate(routes),
    observe: observe({ onRequest, onResponse, onRetry, logger }),
  });
