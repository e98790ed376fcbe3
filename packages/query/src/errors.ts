import type { QueryOperator } from './ast.js';

/** Where something stands in the query's text: offsets in UTF-16 code units, `end` not included. */
export interface QueryRange {
  start: number;
  end: number;
}

type Nothing = Record<string, never>;

/**
 * What can be wrong with a query, and what each kind of error says besides. `property` is as it was written, in lower
 * case.
 */
export interface QueryErrorExtras {
  syntax: Nothing;
  invalid_number: Nothing;
  invalid_date: Nothing;
  invalid_status: Nothing;
  invalid_language: Nothing;
  invalid_group: Nothing;
  invalid_campaign: Nothing;
  invalid_partial_name: { min_token_length: number };
  invalid_partial_email: { min_value_length: number };
  invalid_partial_text: { min_value_length: number };
  unsupported_contains: { property: string };
  unsupported_comparison: { property: string; operator: QueryOperator };
  unsupported_setcheck: { property: string; operator: QueryOperator };
  unknown_property: { property: string };
  unknown_property_type: { type: string };
  too_complex: Nothing;
}

/** The name of a kind of error. */
export type QueryErrorKind = keyof QueryErrorExtras;

/** A mistake of one kind, before it has a place in a text. */
export interface QueryProblemOf<Kind extends QueryErrorKind> {
  kind: Kind;
  /** What is wrong and what to do, in English. */
  message: string;
  extra: QueryErrorExtras[Kind];
}

/** A mistake of any kind; `kind` tells what `extra` holds. */
export type QueryProblem = { [Kind in QueryErrorKind]: QueryProblemOf<Kind> }[QueryErrorKind];

/** A mistake in a query, with the part of the text to underline. */
export type QueryError = QueryProblem & { range: QueryRange };

/** Puts a mistake in its place. */
export function errorAt({ start, end }: QueryRange, problem: QueryProblem): QueryError {
  return { ...problem, range: { start, end } };
}

/** A mistake in the form of a query. */
export function formError(
  range: QueryRange,
  message: string,
  kind: 'syntax' | 'too_complex' = 'syntax',
): QueryError {
  return errorAt(range, { kind, message, extra: {} });
}
