/** How a contact came into a group. */
export const membershipSources = ['MANUAL', 'API', 'IMPORT', 'WORKFLOW', 'MERGE', 'QUERY'] as const;
