/** Who decides membership, and whether newcomers are enrolled: see the three types in the guide. */
export const groupTypes = ['STATIC', 'DYNAMIC', 'SMART'] as const;
