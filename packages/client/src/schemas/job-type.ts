export const jobTypes = [
  'IMPORT',
  'EXPORT',
  'MERGE',
  'ADD_TO_CAMPAIGN',
  'APPLY_TAGS',
  'DELETE_CONTACTS',
] as const;
