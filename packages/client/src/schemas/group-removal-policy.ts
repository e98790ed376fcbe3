/** What happens to an enrolled contact that leaves the group. */
export const groupRemovalPolicies = ['CONTINUE', 'STOP'] as const;
