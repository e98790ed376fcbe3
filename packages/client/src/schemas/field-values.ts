import * as z from 'zod/mini';
import { FieldValue } from './field-value.js';

/** Custom field values by field key. */
export const FieldValues = z.record(z.string(), FieldValue);
