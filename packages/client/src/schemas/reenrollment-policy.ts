/** Whether a contact that comes back is enrolled again. */
export const reenrollmentPolicies = ['NEVER', 'ON_REJOIN'] as const;
