import { createClient, NotFoundError } from '@fluenzr/client/core';
import { groups } from '@fluenzr/client/groups';
import type { Form, Forms } from './forms.js';
import type { Log } from './log.js';
import type { UpstreamOptions } from './upstream.js';

/**
 * Looks at the forms' groups in FluenzR, and logs what is wrong or dangerous about them: a group that cannot be joined, and
 * for `optIn: "single"` the number of running campaigns that anybody could start. The program does it at its start; it is
 * not part of `createRelay`, so that an edge bundle does without.
 *
 * @example
 * ```ts
 * import { readFileSync } from 'node:fs';
 *
 * const forms = parseForms(JSON.parse(readFileSync('forms.json', 'utf8')));
 * const apiKey = process.env.FLUENZR_API_KEY ?? '';
 * await inspectForms(forms, { baseUrl: 'https://crm.example.com', apiKey }, jsonLog(console.log));
 * ```
 */
export async function inspectForms(forms: Forms, upstream: UpstreamOptions, log: Log): Promise<void> {
  const fluenzr = createClient({ resources: { groups }, ...upstream });
  const inspectGroup = async (groupId: string) => {
    try {
      const { type, status, activeCampaignCount } = await fluenzr.groups.get(groupId);
      const fault =
        type === 'SMART' ? 'GROUP_IS_SMART' : status === 'ARCHIVED' ? 'GROUP_ARCHIVED' : undefined;
      return { runningCampaigns: activeCampaignCount, fault };
    } catch (error) {
      return { fault: error instanceof NotFoundError ? 'GROUP_NOT_FOUND' : String(error) };
    }
  };
  for (const form of forms.values()) warn(form, await inspectGroup(form.groupId), log);
}

function warn(
  { id, optIn }: Form,
  { runningCampaigns, fault }: { runningCampaigns?: number; fault: string | undefined },
  log: Log,
): void {
  if (fault !== undefined) log.error('group_cannot_be_used', { form: id, reason: fault });
  if (optIn === 'single') {
    log.warn('single_opt_in', {
      form: id,
      runningCampaigns,
      meaning: 'Anybody can start these campaigns for any address. "optIn": "confirm" prevents it.',
    });
  }
}
