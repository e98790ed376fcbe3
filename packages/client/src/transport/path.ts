import { invalidInput } from './failure.js';

/** The parameters in a path's template: `id` and `groupId` of `/campaigns/{id}/groups/{groupId}`. */
export type PathParameter<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameter<Rest>
  : never;

/** Fills a template. A value stays within its segment, whatever it holds: `.` and `..` would climb, so they are refused. */
export const fillPath = (template: string, values?: Readonly<Record<string, unknown>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values?.[name];
    // half a surrogate pair (Cs) cannot be encoded
    if (typeof value !== 'string' || /^\.{0,2}$|\p{Cs}/u.test(value)) throw invalidInput(name, 'invalid id');
    return encodeURIComponent(value);
  });
