import * as z from 'zod/mini';

/** At most 50 tags of at most 64 characters. */
export const Tags = z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.maxLength(50));
