/** The statuses of a contact, as `status = …` takes them (in any case). */
export const contactStatuses = [
  'PENDING',
  'ACTIVE',
  'UNSUBSCRIBED',
  'BOUNCED',
  'BLOCKED',
  'ARCHIVED',
] as const;

/** The status of a contact. */
export type ContactStatus = (typeof contactStatuses)[number];

/**
 * What a query reads of a contact: the shape that the FluenzR API answers with, of which every part may be missing.
 * Timestamps are ISO 8601 in UTC. A field's date without a time means that whole day in the workspace's time zone.
 */
export interface QueryContact {
  readonly id?: string;
  readonly email?: string | null;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly status?: string;
  readonly language?: string | null;
  readonly tags?: readonly string[];
  /** Values of custom fields, by key. A value that does not fit the field's type counts as none. */
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly groups?: readonly (string | { readonly name: string })[];
  /** Names of the campaigns that the contact is enrolled in. */
  readonly campaigns?: readonly string[];
  readonly createdAt?: string;
  readonly lastEngagedAt?: string | null;
}
