/** Only a `RUNNING` campaign enrols contacts. */
export const campaignStatuses = ['DRAFT', 'SCHEDULED', 'RUNNING', 'PAUSED', 'COMPLETED', 'ARCHIVED'] as const;
