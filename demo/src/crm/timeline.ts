import type { Enrollment, FluenzR, Group, Member } from '@fluenzr/client';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { clock } from './clock.js';

/** The lead that came last, and what began for it. */
export interface LastLead {
  readonly member: Member;
  readonly group: Group;
  readonly enrollments: readonly (Enrollment & { readonly campaign: string })[];
}

/** Reads the member that joined last, with its enrolments and the names of their campaigns; `undefined` for an empty group. */
export async function readLastLead(
  fluenzr: FluenzR,
  groupId: string,
  members: readonly Member[],
): Promise<LastLead | undefined> {
  const [member] = members.toSorted((a, b) => Date.parse(b.joinedAt) - Date.parse(a.joinedAt));
  if (!member) return undefined;
  const [group, enrollments] = await Promise.all([
    fluenzr.groups.get(groupId),
    fluenzr.contacts.enrollments(member.id).toArray({ limit: 20 }),
  ]);
  // the list begins with the newest
  const named = enrollments.toReversed().map(async (enrollment) => ({
    ...enrollment,
    campaign: (await fluenzr.campaigns.get(enrollment.campaignId)).name,
  }));
  return { member, group, enrollments: await Promise.all(named) };
}

const list = new Intl.ListFormat('en');

/** The way of the last lead: contact, dynamic group, active campaigns, workflows. */
export function timeline(lead: LastLead | undefined): TemplateResult {
  const { member, group, enrollments = [] } = lead ?? {};
  const mails = enrollments.reduce((sum, { metrics }) => sum + metrics.sent, 0);
  const began = enrollments[0]?.enrolledAt;
  const steps: [title: string, what: string | undefined, when: string | undefined][] = [
    ['Contact', member?.email, member?.createdAt],
    ['Dynamic group', group && `joined ${group.name}`, member?.joinedAt],
    [
      'Active campaigns',
      member && (list.format(enrollments.map(({ campaign }) => campaign)) || 'none began'),
      began,
    ],
    [
      'Workflow starts',
      member &&
        `${String(enrollments.length)} started, ${String(mails)} ${mails === 1 ? 'mail' : 'mails'} sent`,
      began,
    ],
  ];
  return html`
    <section class="card" aria-labelledby="timeline">
      <h2 id="timeline">What the last lead caused</h2>
      <div aria-live="polite">
        ${keyed(
          member?.id,
          html`<ol class="timeline" data-lead=${member?.email ?? nothing}>
            ${steps.map(
              ([title, what, when]) =>
                html`<li>
                  <span class="muted">${title}</span>
                  <strong>${what ?? '–'}</strong>
                  <span class="muted">${when === undefined ? nothing : clock(when)}</span>
                </li>`,
            )}
          </ol>`,
        )}
      </div>
    </section>
  `;
}
