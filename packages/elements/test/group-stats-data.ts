import type { FluenzR, Group } from '@fluenzr/client';
import type { MockBackend } from '@fluenzr/mocks';

/**
 * A dynamic group with ten active contacts and two who are not, and a running campaign that has written to all who can
 * be written to: some have opened, some clicked.
 */
export async function livelyGroup(backend: MockBackend, fluenzr: FluenzR): Promise<Group> {
  const group = await fluenzr.groups.create({
    name: '[DYN] Inbound Leads',
    type: 'DYNAMIC',
    color: '#0a66c2',
  });
  const campaign = await fluenzr.campaigns.create({
    name: 'Inbound Nurturing',
    steps: [
      { type: 'SEND_EMAIL', subject: 'Welcome', body: 'Hello @contact.first_name' },
      { type: 'WAIT', duration: 'P7D' },
    ],
  });
  await fluenzr.campaigns.groups.link(campaign.id, group.id);
  await fluenzr.campaigns.launch(campaign.id);
  for (let index = 0; index < 12; index += 1)
    await fluenzr.contacts.create({ email: `lead${index}@example.com`, groupId: group.id });
  const [first, second, third, ...others] = backend.inbox;
  if (!first || !second || !third) throw new Error('No mails were sent.');
  backend.simulate.open(first.id);
  backend.simulate.click(second.id);
  backend.simulate.open(third.id);
  for (const mail of others.slice(0, 2)) backend.simulate.unsubscribe(mail.id);
  return group;
}

/** Until something holds that the page does not tell of by an event. */
export async function until<Found>(look: () => Found | null | undefined | false): Promise<Found> {
  for (;;) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
