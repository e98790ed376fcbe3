/** `INITIALIZING` to `INVALID` are states of smart groups only; while one evaluates, its last members stay. */
export const groupStatuses = [
  'ACTIVE',
  'ARCHIVED',
  'INITIALIZING',
  'EVALUATING',
  'READY',
  'INVALID',
] as const;
