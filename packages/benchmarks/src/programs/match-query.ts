export { compileQuery, formatQuery, matchesQuery, parseQuery, validateForGroup } from '@fluenzr/query';
