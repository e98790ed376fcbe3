import * as z from 'zod/mini';
import { openEnum } from './open-enum.js';
import { problemCodes } from './problem-code.js';

/** One mistake in a request: where it is (an RFC 6901 JSON pointer into the body), and what is wrong there. */
export const ProblemDetail = z.looseObject({
  pointer: z.string(),
  code: openEnum(problemCodes),
  message: z.string(),
  params: z.optional(z.record(z.string(), z.unknown())),
});
export type ProblemDetail = z.infer<typeof ProblemDetail>;
