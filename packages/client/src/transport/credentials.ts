import { invalidInput } from '../errors.js';

/** An API key (servers only), or a function that gives a short-lived token. */
export type ApiKey = string | (() => string | Promise<string>);

/** The token that requests carry. */
export interface Credentials {
  token: () => Promise<string>;
  /** Forgets a token that the server refused. True if another one can be had. */
  expire: (refused: Promise<string>) => boolean;
}

/** Keeps a function's token until it is refused, and asks for one at a time, however many calls wait for it. */
export function credentials(apiKey: ApiKey, allowBrowser?: boolean): Credentials {
  const isFunction = typeof apiKey === 'function';
  if (!isFunction && 'document' in globalThis && !allowBrowser) {
    throw invalidInput('apiKey', 'all visitors of a page can read it: use the relay or a token function');
  }
  let current: Promise<string> | undefined;
  const renew = async () => {
    const key = await (isFunction ? apiKey() : apiKey);
    // fetch would refuse it with a message that shows it
    if (!/^[!-~]+$/.test(key)) throw invalidInput('apiKey', 'not visible ASCII');
    return key;
  };
  const expire = (refused: Promise<string>) => {
    if (refused === current) current = undefined; // else another call has renewed it already
    return isFunction;
  };
  return {
    token: () => {
      const token = (current ??= renew());
      token.catch(() => expire(token));
      return token;
    },
    expire,
  };
}
