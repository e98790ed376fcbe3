import * as z from 'zod/mini';
import { PageQuery } from './page-query.js';
import { suggestionKinds } from './suggestion-kind.js';

/** Which suggestions to list. */
export const SuggestionQuery = z.strictObject({ ...PageQuery, kind: z.optional(z.enum(suggestionKinds)) });
export type SuggestionQuery = z.infer<typeof SuggestionQuery>;
