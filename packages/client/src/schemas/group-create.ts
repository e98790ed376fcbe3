import * as z from 'zod/mini';
import { Color } from './color.js';
import { GroupName } from './group-name.js';
import { groupTypes } from './group-type.js';

/** The body of `POST /groups`. */
export const GroupCreate = z.strictObject({
  /** 1 to 64 characters, unique ignoring case. Dynamic groups are best prefixed: `[DYN] Inbound Leads`. */
  name: GroupName,
  type: z.enum(groupTypes),
  /** `#rrggbb`; one is chosen where none is given. */
  color: z.optional(Color),
  description: z.optional(z.nullable(z.string().check(z.maxLength(500)))),
  /** The contact query that decides membership: needed for a `SMART` group, refused for others. */
  query: z.optional(z.string().check(z.minLength(1), z.maxLength(10_000))),
  /** Whether a `SMART` group enrols newcomers as a dynamic one does. False unless told otherwise. */
  autoEnroll: z.optional(z.boolean()),
});
export type GroupCreate = z.infer<typeof GroupCreate>;
