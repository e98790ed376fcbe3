/** The keys that a custom field can have, such as `company_size`, for who has no use for a schema. */
export const fieldKeyPattern = /^[a-z][a-z0-9_]{0,35}$/;
