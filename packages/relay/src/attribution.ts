import * as z from 'zod/mini';
import { Line } from './plain-text.js';

const touchNames = [
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
  'referrer',
  'landingPage',
  'at',
] as const;

/** One arrival of the visitor at the site: where from, and on which page. */
const Touch = z.strictObject(
  Object.fromEntries(touchNames.map((name) => [name, z.optional(Line(500))])) as Record<
    (typeof touchNames)[number],
    z.ZodMiniOptional<ReturnType<typeof Line>>
  >,
);

/** Where a lead came from: the first arrival, and the one before the form was sent. */
export const Attribution = z.strictObject({ first: z.optional(Touch), last: z.optional(Touch) });
/** Where a lead came from. */
export type Attribution = z.infer<typeof Attribution>;

/** What a form record can map to custom fields: `first.utm_source`, `last.referrer` … */
export const attributionPaths = touchNames.flatMap((name) => [`first.${name}`, `last.${name}`] as const);

/** The custom fields that a form's mapping makes of an attribution. */
export function attributionFields(
  attribution: Attribution | undefined,
  mapping: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const touch of ['first', 'last'] as const) {
    for (const name of touchNames) {
      const key = mapping[`${touch}.${name}`];
      const value = attribution?.[touch]?.[name];
      if (key && value) fields[key] = value;
    }
  }
  return fields;
}

/** The members of a plain HTML form that are attribution: hidden inputs such as `utm_source`. */
export const isTouchName = (name: string): boolean => (touchNames as readonly string[]).includes(name);
