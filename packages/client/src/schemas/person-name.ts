import * as z from 'zod/mini';

/** A first or last name as a person typed it, at most 100 characters. */
export const PersonName = z.string().check(z.maxLength(100));
