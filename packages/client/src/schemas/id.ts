import * as z from 'zod/mini';

/** An opaque id: compare it, send it back, and read nothing into it. */
export const Id = z.string().check(z.minLength(1));
