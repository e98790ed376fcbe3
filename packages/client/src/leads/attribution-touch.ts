/** What the address of a landing page tells of a campaign. */
export const campaignParameters = [
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

const touchNames = [...campaignParameters, 'referrer', 'landingPage', 'at'] as const;

/** One arrival of the visitor at the site. */
export type AttributionTouch = Partial<Record<(typeof touchNames)[number], string>>;

/** The longest value of an arrival that an endpoint takes. */
export const longestTouchValue = 500;

/**
 * Whether a name is one of an arrival's, such as `utm_source` or `referrer`. An input that is called so tells where the
 * visitor came from, and is no field of a form.
 *
 * @example
 * ```ts
 * isTouchName('gclid'); // true
 * isTouchName('company'); // false
 * ```
 */
export const isTouchName = (name: string): name is keyof AttributionTouch =>
  (touchNames as readonly string[]).includes(name);
