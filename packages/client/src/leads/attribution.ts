import { type AttributionTouch, campaignParameters, longestTouchValue } from './attribution-touch.js';

/** Where a lead came from: the visitor's first arrival, and the last one before the form was sent. */
export interface Attribution {
  first?: AttributionTouch;
  last?: AttributionTouch;
}

/** The page that was arrived at: its `window` has all of it. */
export interface ArrivalPage {
  readonly location: Pick<Location, 'href'>;
  readonly document: Pick<Document, 'referrer'>;
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem'>;
}

const key = 'fluenzr-attribution';

/**
 * Notes this page view as an arrival if it is one – campaign parameters in the address, or a referrer from another site –
 * and tells the first and the last arrival. Call it on every page.
 *
 * The landing page and the referrer are told without their query, which may hold personal data.
 *
 * @param stored whether arrivals are kept in localStorage: only where the visitor's consent allows it. Otherwise nothing
 * is read or written, and this page view is both the first and the last.
 * @example
 * ```ts
 * const { first, last } = attribution(true);
 * console.log(first?.utm_source, last?.referrer);
 * ```
 */
export function attribution(stored: boolean, page: ArrivalPage = globalThis, now = Date.now()): Attribution {
  const known = stored ? read(page) : {};
  const touch = arrival(page.location.href, page.document.referrer);
  if (!touch && known.last) return known;
  const last = { ...touch, landingPage: address(page.location.href), at: new Date(now).toISOString() };
  const changed = { first: known.first ?? last, last };
  try {
    if (stored) page.localStorage.setItem(key, JSON.stringify(changed));
  } catch {
    // blocked or full: this page view counts alone
  }
  return changed;
}

function arrival(href: string, referrer: string): AttributionTouch | undefined {
  const touch: AttributionTouch = {};
  const { searchParams, origin } = new URL(href);
  for (const name of campaignParameters) {
    const value = searchParams.get(name)?.trim().slice(0, longestTouchValue);
    if (value) touch[name] = value;
  }
  if (URL.canParse(referrer) && new URL(referrer).origin !== origin) touch.referrer = address(referrer);
  return Object.keys(touch).length > 0 ? touch : undefined;
}

const address = (href: string): string => {
  const { origin, pathname } = new URL(href);
  return (origin + pathname).slice(0, longestTouchValue);
};

function read(page: ArrivalPage): Attribution {
  try {
    // in here, since reading the property throws where storage is blocked
    return (JSON.parse(page.localStorage.getItem(key) ?? '{}') ?? {}) as Attribution;
  } catch {
    return {};
  }
}
