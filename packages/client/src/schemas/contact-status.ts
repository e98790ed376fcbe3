/** Only an `ACTIVE` contact is enrolled in campaigns. */
export const contactStatuses = [
  'PENDING',
  'ACTIVE',
  'UNSUBSCRIBED',
  'BOUNCED',
  'BLOCKED',
  'ARCHIVED',
] as const;
