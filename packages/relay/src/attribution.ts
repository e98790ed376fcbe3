import { line } from './plain-text.js';
import { members, optional, type OutputOf } from './shape.js';

const anything = optional(line(500));

const touch = {
  utm_source: anything,
  utm_medium: anything,
  utm_campaign: anything,
  utm_term: anything,
  utm_content: anything,
  gclid: anything,
  fbclid: anything,
  msclkid: anything,
  li_fat_id: anything,
  ttclid: anything,
  referrer: anything,
  landingPage: anything,
  at: anything,
};
type TouchName = keyof typeof touch;
const touchNames = Object.keys(touch) as TouchName[];

/** Where a lead came from: the first arrival at the site, and the one before the form was sent. */
export const attribution = members({ first: optional(members(touch)), last: optional(members(touch)) });
/** Where a lead came from: where each arrival was from, and on which page. */
export type Attribution = OutputOf<typeof attribution>;

/** Names a part of an attribution: `first.utm_source`, `last.referrer` … */
export type AttributionPath = `${'first' | 'last'}.${TouchName}`;

/** Whether a form's mapping can name it. */
export const isAttributionPath = (path: string): boolean =>
  /^(?:first|last)\.\w+$/.test(path) && Object.hasOwn(touch, path.slice(path.indexOf('.') + 1));

/** Whether a hidden input of this name is attribution in a plain HTML form: `utm_source` and the like. */
export const isTouchName = (name: string): boolean => Object.hasOwn(touch, name);

/** The custom fields that a form's mapping makes of an attribution. */
export function attributionFields(
  attribution: Attribution | undefined,
  mapping: Readonly<Record<string, string>>,
): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const arrival of ['first', 'last'] as const) {
    for (const name of touchNames) {
      const key = mapping[`${arrival}.${name}`];
      const value = attribution?.[arrival]?.[name];
      if (key && value) fields[key] = value;
    }
  }
  return fields;
}
