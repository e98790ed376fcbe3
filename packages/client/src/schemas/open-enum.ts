import * as z from 'zod/mini';

/**
 * One of the values that this version knows, or any other text: a newer backend may send values that did not
 * exist when this was written, and they must not break an older client. Editors still complete the known ones.
 */
export type OpenEnum<Known extends string> = Known | (string & Record<never, never>);

/** A schema that accepts any text, and tells TypeScript and the OpenAPI document the values that are known. */
export const openEnum = <const Values extends readonly [string, ...string[]]>(
  values: Values,
): z.ZodMiniType<OpenEnum<Values[number]>> => z.union([z.enum(values), z.string()]);
