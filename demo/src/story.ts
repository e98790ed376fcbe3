import type { FluenzR } from '@fluenzr/client';

/** What the demo is about: one dynamic group, the running campaigns linked to it, and a smart group. */
export interface Story {
  groupId: string;
  /** Its query decides who is in it. */
  smartGroupId: string;
  campaignIds: string[];
}

const GROUP = '[DYN] Website Form';
const SMART_GROUP = 'VIP Leads';

/** What has come together over time, and the suggestions would tidy up: a name twice, and one that hides what it does. */
const untidyGroups = [
  { name: 'LinkedIn Leads Q4', type: 'STATIC' },
  { name: 'linkedin leads, Q4', type: 'STATIC' },
  { name: 'Trade Show Paris', type: 'DYNAMIC' },
] as const;

const campaigns = [
  {
    name: 'Welcome sequence',
    steps: [
      {
        type: 'SEND_EMAIL',
        subject: 'Your first Northlight report',
        body: 'Hello @(default(contact.first_name, "there")),\n\nthank you for your interest. Your report is being made; you will have it today.\n\nYou get this mail because you are in: @contact.groups.',
      },
      { type: 'WAIT', duration: 'P3D' },
      {
        type: 'SEND_EMAIL',
        subject: 'How did the report read?',
        body: 'Hello again, what did you miss in it?',
      },
    ],
  },
  {
    name: 'Invitation to the product tour',
    steps: [
      {
        type: 'SEND_EMAIL',
        subject: 'See Northlight in fifteen minutes',
        body: 'Hello @(default(contact.first_name, "there")),\n\nevery Tuesday we show the product to newcomers. Come as you are.',
      },
    ],
  },
] as const;

/**
 * Sets up the story through the API, as a marketing team would in the product: a dynamic group, two campaigns
 * linked to it and launched, a smart group, and some groups that need tidying up. Finds it as it is when it was set up before.
 */
export async function prepareStory(fluenzr: FluenzR): Promise<Story> {
  const [known] = await fluenzr.groups.list({ q: GROUP, type: 'DYNAMIC' }).toArray({ limit: 1 });
  if (known) {
    const linked = await fluenzr.campaigns.list({ groupId: known.id }).toArray({ limit: 10 });
    const [smart] = await fluenzr.groups.list({ q: SMART_GROUP, type: 'SMART' }).toArray({ limit: 1 });
    if (!smart) throw new Error(`The group "${SMART_GROUP}" is gone: reset the demo.`);
    return { groupId: known.id, smartGroupId: smart.id, campaignIds: linked.map(({ id }) => id) };
  }
  const group = await fluenzr.groups.create({
    name: GROUP,
    type: 'DYNAMIC',
    color: '#4f46e5',
    description: 'Everyone who asked for a report on the website.',
  });
  const campaignIds: string[] = [];
  for (const { name, steps } of campaigns) {
    const campaign = await fluenzr.campaigns.create({ name, steps: [...steps] });
    await fluenzr.campaigns.groups.link(campaign.id, group.id);
    await fluenzr.campaigns.launch(campaign.id);
    campaignIds.push(campaign.id);
  }
  const smart = await fluenzr.groups.create({ name: SMART_GROUP, type: 'SMART', query: 'tag = vip' });
  for (const untidy of untidyGroups) await fluenzr.groups.create(untidy);
  return { groupId: group.id, smartGroupId: smart.id, campaignIds };
}
