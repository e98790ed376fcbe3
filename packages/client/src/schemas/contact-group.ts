import * as z from 'zod/mini';
import { Group } from './group.js';
import { membershipSources } from './membership-source.js';
import { openEnum } from './open-enum.js';
import { Timestamp } from './timestamp.js';

/** A group as a contact's own list names it: with when and how the contact joined. */
export const ContactGroup = z.looseObject({
  ...Group.shape,
  joinedAt: Timestamp,
  source: openEnum(membershipSources),
});
export type ContactGroup = z.infer<typeof ContactGroup>;
