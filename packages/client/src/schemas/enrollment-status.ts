export const enrollmentStatuses = ['ACTIVE', 'COMPLETED', 'REPLIED', 'STOPPED', 'FAILED'] as const;
