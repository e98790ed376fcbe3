import * as z from 'zod/mini';

/** A tag in use, and how many contacts carry it. */
export const Tag = z.looseObject({ name: z.string(), contacts: z.number() });
export type Tag = z.infer<typeof Tag>;
