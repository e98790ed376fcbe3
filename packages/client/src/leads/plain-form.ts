import type { Lead } from './lead.js';

/**
 * A lead as a plain HTML form sends it. The endpoint takes that without a challenge, for pages without scripts, and lets
 * a person look at it. The first arrival and the time of the consent have no input there.
 *
 * @example
 * ```ts
 * plainForm({ email: 'ada@example.com', fields: { team: ['sales', 'support'] } }).toString();
 * // email=ada%40example.com&team=sales&team=support
 * ```
 */
export function plainForm({ fields = {}, attribution, consent, ...members }: Lead): URLSearchParams {
  const pairs = Object.entries({ ...members, ...attribution?.last, ...fields }).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, each]),
  );
  if (consent) pairs.push(['consent', 'on']);
  return new URLSearchParams(pairs);
}
