import { type AttributionTouch, isTouchName, longestTouchValue } from '@fluenzr/client/leads';

/** The name of the checkbox that gives the consent. */
export const CONSENT = 'consent';

/** Inputs that are no fields: the consent, what plain forms tell the endpoint, and what captchas put into a form. */
const notFields = /^(consent|redirect|(cf-turnstile|h-captcha|g-recaptcha)-response)$/;

/** What a visitor has filled in. */
export interface LeadFormInput {
  email: string;
  firstName?: string;
  lastName?: string;
  /** All that is neither e-mail nor a name, by the name of the input; a list where several values were chosen. */
  fields?: Record<string, string | string[]>;
  /** Where the visitor came from, as the page itself has put it into inputs such as `utm_source`; only with an endpoint. */
  attribution?: { last: AttributionTouch };
  /** The group that the contact is put into; only with a client. */
  groupId?: string;
}

/**
 * Reads a form as it would be submitted, trimmed, without what was left empty, and without files.
 *
 * @param toEndpoint whether it goes to a form endpoint, which takes lists and an attribution. For a client, several values are
 * joined with commas, and `utm_source` is a field like any other.
 */
export function readInput(form: HTMLFormElement, toEndpoint: boolean): LeadFormInput {
  const data = new FormData(form);
  const input: LeadFormInput = { email: '' };
  const fields: [string, string | string[]][] = [];
  const last: AttributionTouch = {};
  for (const name of new Set(data.keys())) {
    if (notFields.test(name)) continue;
    const values = data
      .getAll(name)
      .map((value) => (typeof value === 'string' ? value.trim() : ''))
      .filter(Boolean);
    const [first] = values;
    if (first === undefined) continue;
    if (name === 'email' || name === 'firstName' || name === 'lastName') input[name] = first;
    else if (toEndpoint && isTouchName(name)) last[name] = first.slice(0, longestTouchValue);
    else fields.push([name, toEndpoint && values.length > 1 ? values : values.join(', ')]);
  }
  if (fields.length > 0) input.fields = Object.fromEntries(fields);
  if (Object.keys(last).length > 0) input.attribution = { last };
  return input;
}
