import { createClient, NotFoundError } from '@fluenzr/client/core';
import { fields } from '@fluenzr/client/fields';
import { groups } from '@fluenzr/client/groups';
import type { Form, Forms } from './forms.js';
import type { Log } from './log.js';
import type { UpstreamOptions } from './upstream.js';

/**
 * Holds the forms against FluenzR, and logs what is wrong or dangerous: a group that cannot be joined, custom fields that do
 * not exist there or have another type (their leads would be refused), and for `optIn: "single"` the number of running
 * campaigns that anybody could start. The program does it at its start; it is not part of `createRelay`, so that an edge
 * bundle does without.
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
  const fluenzr = createClient({ resources: { fields, groups }, ...upstream });
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
  for (const form of forms.values()) warnOfGroup(form, await inspectGroup(form.groupId), log);

  const wanted = [...forms.values()].map((form) => ({ form, fields: fieldsOf(form) }));
  if (wanted.every(({ fields }) => fields.size === 0)) return;
  try {
    const types = new Map<string, string>();
    for await (const { key, type } of fluenzr.fields.list()) types.set(key, type);
    for (const { form, fields } of wanted) warnOfFields(form, fields, types, log);
  } catch (error) {
    log.warn('fields_not_checked', { reason: String(error) });
  }
}

/** What keeps leads out of a group, and what to do. */
const groupFaults: Readonly<Record<string, (groupId: string) => string>> = {
  GROUP_NOT_FOUND: (groupId) =>
    `FluenzR has no group "${groupId}" and would refuse the leads. Set "groupId" to the id of a group.`,
  GROUP_IS_SMART: (groupId) =>
    `"${groupId}" is a smart group, which nobody can join. Set "groupId" to a static or dynamic one.`,
  GROUP_ARCHIVED: (groupId) =>
    `"${groupId}" is archived, and nobody can join it. Restore it, or set "groupId" to another.`,
};

function warnOfGroup(
  { id, groupId, optIn }: Form,
  { runningCampaigns, fault }: { runningCampaigns?: number; fault: string | undefined },
  log: Log,
): void {
  if (fault !== undefined) {
    log.error('group_cannot_be_used', {
      form: id,
      group: groupId,
      reason: fault,
      meaning: Object.hasOwn(groupFaults, fault)
        ? groupFaults[fault]?.(groupId)
        : 'FluenzR could not be asked about the group.',
    });
  }
  if (optIn === 'single') {
    log.warn('single_opt_in', {
      form: id,
      runningCampaigns,
      meaning: 'Anybody can start these campaigns for any address. "optIn": "confirm" prevents it.',
    });
  }
}

/** The custom fields that a form's leads fill in, with the type that each must have; consent and attribution are text. */
function fieldsOf({ fields, consent, attribution }: Form): ReadonlyMap<string, string> {
  const texts = [...Object.values(attribution), ...(consent?.field === undefined ? [] : [consent.field])];
  return new Map([
    ...texts.map((key) => [key, 'text'] as const),
    ...Object.entries(fields).map(([key, { type }]) => [key, type] as const),
  ]);
}

function warnOfFields(
  { id }: Form,
  fields: ReadonlyMap<string, string>,
  types: ReadonlyMap<string, string>,
  log: Log,
): void {
  for (const [field, type] of fields) {
    const found = types.get(field);
    if (found === type) continue;
    log.error('field_cannot_be_used', {
      form: id,
      field,
      reason: found === undefined ? 'FIELD_NOT_FOUND' : 'FIELD_TYPE_DIFFERS',
      meaning:
        found === undefined
          ? `FluenzR has no custom field "${field}" and would refuse the leads. Make it there first, of type ${type}.`
          : `The custom field "${field}" is of type ${found} in FluenzR, of type ${type} in the form: leads would be refused.`,
    });
  }
}
