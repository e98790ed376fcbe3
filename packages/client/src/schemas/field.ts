import * as z from 'zod/mini';
import { fieldTypes } from './field-type.js';
import { openEnum } from './open-enum.js';

/** The definition of a custom field; contacts' `fields` are checked against it. */
export const Field = z.looseObject({ key: z.string(), name: z.string(), type: openEnum(fieldTypes) });
export type Field = z.infer<typeof Field>;
