import type { ConnectionOptions as ClientOptions, Validate } from './options.js';
import { type Api, connect } from './transport/api.js';

export * from './errors.js';
export type { ClientOptions };

/** A resource, such as `contacts` of `@fluenzr/client/contacts`. */
export type Resource = new (api: Api) => object;

/** What {@link createClient} of `@fluenzr/client/core` takes. */
export interface CoreOptions<Resources extends Record<string, Resource>> extends ClientOptions {
  /** The resources that the client is to have, by the name that it gives them. */
  resources: Resources;
  /** Checks inputs and answers: `validate(…)` of `@fluenzr/client/validate`. Left out, its bytes are too. */
  validate?: Validate | undefined;
}

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
 * const fluenzr = createClient({ resources: { contacts }, baseUrl: 'https://crm.example.com', apiKey: fetchToken });
 * await fluenzr.contacts.create({ email: 'ada@example.com', groupId: 'grp_1' });
 * ```
 */
export function createClient<const Resources extends Record<string, Resource>>({
  resources,
  validate,
  ...options
}: CoreOptions<Resources>): CoreClient<Resources> {
  const api = connect(options, validate);
  return Object.fromEntries(
    Object.entries(resources).map(([name, resource]) => [name, new resource(api)]),
  ) as CoreClient<Resources>;
}
