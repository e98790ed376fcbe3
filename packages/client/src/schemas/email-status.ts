/** What is known about an address: only one that is not `INVALID` is enrolled. */
export const emailStatuses = ['VALID', 'INVALID', 'UNKNOWN'] as const;
