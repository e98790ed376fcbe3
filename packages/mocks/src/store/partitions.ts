/** Into which partitions of an index a row falls: one, several (a contact has several tags), or none (null). */
export type Partitions = string | readonly string[] | null;

const none: readonly string[] = [];

/** The partitions as a list. */
export const namesOf = (partitions: Partitions): readonly string[] =>
  typeof partitions === 'string' ? [partitions] : (partitions ?? none);
