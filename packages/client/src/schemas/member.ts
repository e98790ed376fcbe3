import * as z from 'zod/mini';
import { Contact } from './contact.js';
import { membershipSources } from './membership-source.js';
import { openEnum } from './open-enum.js';
import { Timestamp } from './timestamp.js';

/** A contact as a member of a group. */
export const Member = z.looseObject({
  ...Contact.shape,
  joinedAt: Timestamp,
  source: openEnum(membershipSources),
});
export type Member = z.infer<typeof Member>;
