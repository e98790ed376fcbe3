import { ProblemError } from '../problem.js';
import type { CampaignRow, ContactRow, GroupRow } from '../store/rows.js';
import type { Store } from '../store/store.js';

/** The contact that a path names. @throws ProblemError `CONTACT_NOT_FOUND` (404). */
export const findContact = (store: Store, id: string): ContactRow =>
  store.contacts.get(id) ?? notFound('CONTACT_NOT_FOUND', 'contact', id);

/** The group that a path names. @throws ProblemError `GROUP_NOT_FOUND` (404). */
export const findGroup = (store: Store, id: string): GroupRow =>
  store.groups.get(id) ?? notFound('GROUP_NOT_FOUND', 'group', id);

/** The campaign that a path names. @throws ProblemError `CAMPAIGN_NOT_FOUND` (404). */
export const findCampaign = (store: Store, id: string): CampaignRow =>
  store.campaigns.get(id) ?? notFound('CAMPAIGN_NOT_FOUND', 'campaign', id);

function notFound(code: string, what: string, id: string): never {
  throw new ProblemError(404, code, `There is no ${what} with the id ${JSON.stringify(id)}.`);
}
