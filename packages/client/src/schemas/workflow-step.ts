import * as z from 'zod/mini';
import { Id } from './id.js';

/** A step's name, which `goto` and `otherwise` point to. */
const stepId = z.string().check(z.minLength(1), z.maxLength(64));
const groupIds = z.array(Id).check(z.minLength(1), z.maxLength(100));
const text = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));

/** One step of a campaign's workflow. Texts and expressions may use `@contact.first_name`, `@contact.groups`. */
export const WorkflowStep = z.discriminatedUnion('type', [
  z.strictObject({
    id: z.optional(stepId),
    type: z.literal('SEND_EMAIL'),
    subject: text(200),
    body: text(50_000),
  }),
  z.strictObject({
    id: z.optional(stepId),
    type: z.literal('WAIT'),
    /** An ISO 8601 duration of weeks, days, hours and minutes, such as `P3D` or `PT4H`. */
    duration: z
      .string()
      .check(
        z.regex(
          /^P(?=.)(?:\d+W)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?)?$/,
          'Not a duration, such as P3D or PT4H.',
        ),
      ),
  }),
  z.strictObject({ id: z.optional(stepId), type: z.literal('ADD_TO_GROUP'), groupIds }),
  z.strictObject({
    id: z.optional(stepId),
    type: z.literal('REMOVE_FROM_GROUP'),
    groupIds: z.optional(groupIds),
    /** All static and dynamic groups, instead of `groupIds`. */
    all: z.optional(z.boolean()),
  }),
  z.strictObject({
    id: z.optional(stepId),
    type: z.literal('SPLIT_BY_GROUPS'),
    /** The first case whose group the contact is in decides. */
    cases: z
      .array(z.strictObject({ groupId: z.string(), goto: stepId }))
      .check(z.minLength(1), z.maxLength(100)),
    /** The step for all others; null ends the workflow for them. */
    otherwise: z.nullable(stepId),
  }),
  z.strictObject({
    id: z.optional(stepId),
    type: z.literal('SPLIT_BY_EXPRESSION'),
    expression: text(10_000),
    /** The first case whose text equals the expression's result (ignoring case) decides. */
    cases: z
      .array(z.strictObject({ equals: z.string(), goto: stepId }))
      .check(z.minLength(1), z.maxLength(100)),
    otherwise: z.nullable(stepId),
  }),
  z.strictObject({ id: z.optional(stepId), type: z.literal('END') }),
]);
export type WorkflowStep = z.infer<typeof WorkflowStep>;
