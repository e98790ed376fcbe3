import * as z from 'zod/mini';

/** What to do when the e-mail address is known: join the groups and fill blanks, overwrite, or refuse. */
export const OnConflict = z.enum(['ATTACH', 'UPDATE', 'ERROR']);
export type OnConflict = z.infer<typeof OnConflict>;
