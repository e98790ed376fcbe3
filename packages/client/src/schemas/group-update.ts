import * as z from 'zod/mini';
import { Color } from './color.js';
import { GroupCreate } from './group-create.js';
import { GroupName } from './group-name.js';

/** The body of `PATCH /groups/{id}`. */
export const GroupUpdate = z.strictObject({
  name: z.optional(GroupName),
  description: GroupCreate.shape.description,
  color: z.optional(Color),
  autoEnroll: z.optional(z.boolean()),
  query: GroupCreate.shape.query,
  /** From `STATIC` to `DYNAMIC` and back. */
  type: z.optional(z.enum(['STATIC', 'DYNAMIC'])),
  /** With a change to `DYNAMIC`: whether those who are members already are enrolled too. */
  enrollExisting: z.optional(z.boolean()),
});
export type GroupUpdate = z.infer<typeof GroupUpdate>;
