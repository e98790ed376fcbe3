import * as z from 'zod/mini';
import { openEnum } from './open-enum.js';
import { suggestionKinds } from './suggestion-kind.js';

/** A group that is worth a look, why, and what to do about it. */
export const GroupSuggestion = z.looseObject({
  kind: openEnum(suggestionKinds),
  groupIds: z.array(z.string()),
  reason: z.string(),
  action: openEnum(['ARCHIVE', 'DELETE', 'MERGE', 'RENAME']),
  /** The name that a `RENAME` proposes. */
  proposedName: z.optional(z.string()),
});
export type GroupSuggestion = z.infer<typeof GroupSuggestion>;
