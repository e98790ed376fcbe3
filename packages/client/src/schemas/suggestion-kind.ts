/** What is worth tidying up. */
export const suggestionKinds = [
  'UNUSED',
  'EMPTY',
  'DUPLICATE_NAME',
  'OVERLAP',
  'UNPREFIXED_DYNAMIC',
] as const;
