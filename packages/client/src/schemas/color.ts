import * as z from 'zod/mini';

/** `#rrggbb`. */
export const Color = z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/, 'Not a colour, such as #1d4ed8.'));
