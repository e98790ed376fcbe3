import * as z from 'zod/mini';

/** What became of each id: an unknown id (`missing`) or a refused one never fails the rest. */
export const MemberChangesResult = z.looseObject({
  added: z.array(z.string()),
  removed: z.array(z.string()),
  unchanged: z.array(z.string()),
  missing: z.array(z.string()),
  rejected: z.array(z.looseObject({ id: z.string(), code: z.string() })),
  enrolled: z.array(z.looseObject({ contactId: z.string(), campaignId: z.string() })),
  skipped: z.array(z.looseObject({ contactId: z.string(), campaignId: z.string(), reason: z.string() })),
});
export type MemberChangesResult = z.infer<typeof MemberChangesResult>;
