/** What is known about an address: only a `VALID` one is enrolled. */
export const emailStatuses = ['VALID', 'INVALID', 'UNKNOWN'] as const;
