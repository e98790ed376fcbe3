/**
 * The FluenzR client with everything in it: all resources, and validation of inputs and answers. For a smaller bundle, see
 * `@fluenzr/client/core`.
 *
 * @module
 */
import { type ClientOptions, createClient as createCoreClient, type CoreClient } from './core.js';
import { resources } from './resources/index.js';
import { routes } from './routes/index.js';
import { validate } from './validate.js';

export * from './errors.js';
export type { APIPromise, WithResponse } from './api-promise.js';
export type { ClientOptions } from './core.js';
export type { ConditionalOptions, RequestOptions } from './options.js';
export type { Page, PagePromise } from './page.js';
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
export const createClient = (options: ClientOptions): FluenzR =>
  createCoreClient({ ...options, resources, validate: validate(routes) });
