import * as z from 'zod/mini';
import { openEnum } from './open-enum.js';
import { problemCodes } from './problem-code.js';
import { ProblemDetail } from './problem-detail.js';

/** Every refusal of the API: a problem document after RFC 9457, with a `code` for programs and the request's id. */
export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.optional(z.string()),
  instance: z.optional(z.string()),
  code: openEnum(problemCodes),
  requestId: z.string(),
  errors: z.optional(z.array(ProblemDetail)),
});
export type Problem = z.infer<typeof Problem>;
