import * as z from 'zod/mini';
import { Id } from './id.js';

/** The body of `POST /groups/{id}/merge`: the sources' members move into this group. */
export const GroupMerge = z.strictObject({
  /** At most 20. */
  sourceIds: z.array(Id).check(z.minLength(1), z.maxLength(20)),
  /** Link the sources' campaigns to this group. False unless told otherwise. */
  transferLinks: z.optional(z.boolean()),
  /** Enrol those who move, where this group is dynamic. False unless told otherwise. */
  enroll: z.optional(z.boolean()),
});
export type GroupMerge = z.infer<typeof GroupMerge>;
