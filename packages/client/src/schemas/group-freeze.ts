import * as z from 'zod/mini';
import { GroupName } from './group-name.js';

/** The body of `POST /groups/{id}/freeze`. */
export const GroupFreeze = z.strictObject({
  /** The static copy's name; made from the smart group's name and the date where none is given. */
  name: z.optional(GroupName),
});
export type GroupFreeze = z.infer<typeof GroupFreeze>;
