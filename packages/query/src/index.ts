export type { QueryCombination, QueryCondition, QueryNode, QueryOperator } from './ast.js';
export {
  and,
  campaign,
  createdOn,
  email,
  field,
  firstName,
  group,
  id,
  language,
  lastName,
  lastSeenOn,
  name,
  or,
  status,
  tag,
} from './builder.js';
export type { EqualityConditions, OrderConditions, PartConditions, PresenceConditions } from './builder.js';
export { compileQuery, matchesQuery } from './compile.js';
export type { ContactPredicate, MatchOptions } from './compile.js';
export type { ContactStatus, QueryContact } from './contact.js';
export type { QueryError, QueryErrorExtras, QueryErrorKind, QueryProblem, QueryRange } from './errors.js';
export { formatQuery } from './format.js';
export { parseQuery } from './parser.js';
export type { ParsedQuery } from './parser.js';
export { referencedFields } from './references.js';
export type { DateOrder, FieldType, QuerySchema } from './schema.js';
export { usesRelativeDates, validateForGroup } from './smart-group.js';
export type { PropertyNotForGroups } from './smart-group.js';
