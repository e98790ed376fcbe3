import * as z from 'zod/mini';

/** An ISO 639 code of two or three letters. */
export const Language = z.string().check(z.regex(/^[A-Za-z]{2,3}$/, 'Not an ISO 639 code, such as "en".'));
