import type { LeadStorage } from './lead-store.js';

const parameters = [
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'gclid',
  'fbclid',
  'msclkid',
  'li_fat_id',
  'ttclid',
] as const;

/** One arrival of the visitor at the site. */
export type AttributionTouch = Partial<
  Record<(typeof parameters)[number] | 'referrer' | 'landingPage' | 'at', string>
>;

/** Where a lead came from: the visitor's first arrival, and the last one before the form was sent. */
export interface Attribution {
  first?: AttributionTouch;
  last?: AttributionTouch;
}

/** The page that was arrived at. */
export interface Arrival {
  readonly location: Pick<Location, 'href'>;
  readonly document: Pick<Document, 'referrer'>;
}

const key = 'fluenzr-attribution';

/** The longest value that an endpoint takes. */
const longest = 500;

/**
 * Notes this page view as an arrival if it is one – campaign parameters in the address, or a referrer from another site –
 * and tells the first and the last arrival. Call it on every page, and only where the visitor's consent allows to store
 * it; without `storage` nothing is kept, and only this page view counts.
 *
 * The landing page is told without its query, which may hold personal data.
 *
 * @example
 * ```ts
 * const { first, last } = attribution(localStorage);
 * console.log(first?.utm_source, last?.referrer);
 * ```
 */
export function attribution(
  storage?: LeadStorage['localStorage'],
  { location, document }: Arrival = globalThis,
  now = Date.now(),
): Attribution {
  const known = read(storage);
  const touch = arrival(location.href, document.referrer);
  if (!touch && known.last) return known;
  const last = { ...touch, landingPage: page(location.href), at: new Date(now).toISOString() };
  const changed = { first: known.first ?? last, last };
  try {
    storage?.setItem(key, JSON.stringify(changed));
  } catch {
    // blocked or full: this page view counts alone
  }
  return changed;
}

function arrival(href: string, referrer: string): AttributionTouch | undefined {
  const touch: AttributionTouch = {};
  const { searchParams, origin } = new URL(href);
  for (const name of parameters) {
    const value = searchParams.get(name)?.trim().slice(0, longest);
    if (value) touch[name] = value;
  }
  if (URL.canParse(referrer) && new URL(referrer).origin !== origin) touch.referrer = page(referrer);
  return Object.keys(touch).length > 0 ? touch : undefined;
}

const page = (href: string): string => {
  const { origin, pathname } = new URL(href);
  return (origin + pathname).slice(0, longest);
};

function read(storage: LeadStorage['localStorage'] | undefined): Attribution {
  try {
    return (JSON.parse(storage?.getItem(key) ?? '{}') ?? {}) as Attribution;
  } catch {
    return {};
  }
}
