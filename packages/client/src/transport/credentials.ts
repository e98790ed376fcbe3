import { abortable } from './abort.js';
import { invalidInput } from './failure.js';

/** An API key (servers only), or a function that gives a short-lived token. */
export type ApiKey = string | (() => string | Promise<string>);

/**
 * Gives the token that requests carry; a new one, where that can be had, in place of one that was refused.
 *
 * @param signal of the try that asks: when it ends before the token comes, the next try asks anew
 */
export type Credentials = (signal: AbortSignal, refused?: Promise<string>) => Promise<string>;

/** Keeps a function's token until it is refused, and asks for one at a time, however many calls wait for it. */
export function credentials(apiKey: ApiKey, allowBrowser?: boolean): Credentials {
  const check = (key: unknown) => {
    // fetch would refuse other characters too, with a message that shows the key
    if (typeof key === 'string' && /^[!-~]+$/.test(key)) return key;
    throw invalidInput('apiKey', 'invalid or missing');
  };
  if (typeof apiKey !== 'function') {
    check(apiKey);
    if ('document' in globalThis && !allowBrowser) {
      throw invalidInput('apiKey', 'visible to visitors: use the relay or a token function');
    }
  }
  let current: Promise<string> | undefined;
  const renew = async () => check(await (typeof apiKey === 'function' ? apiKey() : apiKey));
  return (signal, refused) => {
    // if it is not the current one any more, another call has renewed it already
    if (!current || refused === current) {
      const asked = (current = renew());
      abortable(signal, () => asked).catch(() => (current = undefined));
    }
    return current;
  };
}
