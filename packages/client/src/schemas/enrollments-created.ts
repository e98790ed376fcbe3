import * as z from 'zod/mini';

/** Who was enrolled, and who was not and why. */
export const EnrollmentsCreated = z.looseObject({
  enrolled: z.array(z.string()),
  skipped: z.array(z.looseObject({ id: z.string(), reason: z.string() })),
});
export type EnrollmentsCreated = z.infer<typeof EnrollmentsCreated>;
