import * as z from 'zod/mini';
import { openEnum } from './open-enum.js';

/** The group as a contact names it. */
export const GroupReference = z.looseObject({
  id: z.string(),
  name: z.string(),
  type: openEnum(['STATIC', 'DYNAMIC', 'SMART']),
  color: z.string(),
});
export type GroupReference = z.infer<typeof GroupReference>;
