import type { CoreOptions } from './options.js';
import { type Call, connect } from './transport/call.js';

export * from './errors.js';
export type { CoreOptions } from './options.js';

/** A resource, such as `contacts` of `@fluenzr/client/contacts`. */
export type Resource = new (call: Call, options: CoreOptions) => object;

/** A client with the resources that it was given. */
export type CoreClient<Resources extends Record<string, Resource>> = {
  readonly [Name in keyof Resources]: InstanceType<Resources[Name]>;
};

/**
 * Makes a client of the given resources, so that a bundle carries only what it uses.
 *
 * @throws InvalidInputError when `baseUrl` or `apiKey` cannot be right.
 * @example
 * ```ts
 * import { createClient } from '@fluenzr/client/core';
 * import { contacts } from '@fluenzr/client/contacts';
 *
 * // a short-lived token, from a backend of yours
 * const apiKey = async () => {
 *   const response = await fetch('/fluenzr-token');
 *   if (!response.ok) throw new Error('Sign in again.');
 *   return response.text();
 * };
 * const fluenzr = createClient({ resources: { contacts }, baseUrl: 'https://crm.example.com', apiKey });
 * await fluenzr.contacts.create({ email: 'ada@example.com', groupId: 'grp_1' });
 * ```
 */
export function createClient<const Resources extends Record<string, Resource>>(
  options: CoreOptions & { resources: Resources },
): CoreClient<Resources> {
  const call = connect(options);
  const client: Record<string, object> = {};
  for (const name in options.resources)
    client[name] = new (options.resources[name] as Resource)(call, options);
  return client as CoreClient<Resources>;
}
