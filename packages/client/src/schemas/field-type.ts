export const fieldTypes = ['text', 'number', 'datetime'] as const;
