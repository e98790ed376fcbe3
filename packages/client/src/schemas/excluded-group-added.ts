import * as z from 'zod/mini';

/** How many running enrolments an exclusion stopped, or would stop. */
export const ExcludedGroupAdded = z.looseObject({ stopped: z.number() });
export type ExcludedGroupAdded = z.infer<typeof ExcludedGroupAdded>;
