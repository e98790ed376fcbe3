import { reconcile } from '../domain/reconcile.js';
import type { JobHandler } from './job-handler.js';
import { byId, doEach } from './job-handler.js';

/** Enrols contacts in a campaign. What keeps a contact out of it otherwise (its status, an exclusion) does so here too. */
export const addToCampaign: JobHandler = {
  run: (store, job, items) => {
    const { campaignId } = job.input as { campaignId: string };
    const skipped: Record<string, number> = {};
    const outcome = doEach(
      store,
      items as string[],
      (contactId) => {
        const contact = store.contacts.get(contactId);
        const campaign = store.campaigns.get(campaignId);
        if (!contact || !campaign) return null;
        const { status, reason = status } = reconcile(store, contact, campaign, 'BULK');
        if (status === 'ENROLLED') return ['enrolled'];
        skipped[`skipped ${reason}`] = (skipped[`skipped ${reason}`] ?? 0) + 1;
        return null;
      },
      byId,
    );
    return { ...outcome, counts: { ...outcome.counts, ...skipped } };
  },
  result: (_store, { counts }) => ({
    enrolled: counts.enrolled ?? 0,
    skippedByReason: Object.fromEntries(
      Object.entries(counts).flatMap(([name, count]) =>
        name.startsWith('skipped ') ? [[name.slice('skipped '.length), count]] : [],
      ),
    ),
  }),
};
