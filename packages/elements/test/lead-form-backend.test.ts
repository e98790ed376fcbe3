import { expect } from 'chai';
import { oneEvent } from '@open-wc/testing';
import { createClient } from '@fluenzr/client';
import type { FluenzrLeadForm } from '@fluenzr/elements';
import { createMockBackend, type Fault, type MockBackend } from '@fluenzr/mocks';
import { field, fill, leadForm, part, submit, type, typed } from './lead-form-fixture.js';

describe('<fluenzr-lead-form> with the SDK and a backend', () => {
  let backend: MockBackend;
  let fluenzr: ReturnType<typeof createClient>;
  let element: FluenzrLeadForm;

  beforeEach(async () => {
    backend = createMockBackend();
    fluenzr = createClient({
      baseUrl: 'https://crm.example.com',
      apiKey: () => Promise.resolve(backend.apiKey),
      fetch: backend.fetch,
      maxRetries: 0, // the visitor is the one who tries again here
    });
    const group = await fluenzr.groups.create({ name: '[DYN] Inbound Leads', type: 'DYNAMIC' });
    element = await leadForm(fluenzr);
    element.groupId = group.id;
  });

  const outcome = async (event: 'fluenzr-accepted' | 'fluenzr-error'): Promise<void> => {
    const fired = oneEvent(element, event);
    submit(element);
    await fired;
    await element.updateComplete;
  };

  const emails = async (): Promise<string[]> =>
    (await fluenzr.groups.contacts.list(element.groupId, {}).toArray({ limit: 100 })).map(
      ({ email }) => email,
    );

  it('puts the lead into the dynamic group, and its running campaign begins', async () => {
    const campaign = await fluenzr.campaigns.create({
      name: 'Welcome',
      steps: [{ type: 'SEND_EMAIL', subject: 'Welcome', body: 'Hello @contact.first_name' }],
    });
    await fluenzr.campaigns.groups.link(campaign.id, element.groupId);
    await fluenzr.campaigns.launch(campaign.id);
    fill(element);
    const fired = oneEvent(element, 'fluenzr-accepted') as unknown as Promise<
      GlobalEventHandlersEventMap['fluenzr-accepted']
    >;
    submit(element);
    const { contact } = await fired;
    expect(contact?.enrollments.map(({ campaignId, status }) => [campaignId, status])).to.deep.equal([
      [campaign.id, 'ENROLLED'],
    ]);
    expect(await emails()).to.deep.equal(['ada@example.com']);
    expect(backend.inbox.map(({ subject }) => subject)).to.deep.equal(['Welcome']);
  });

  const faults: [string, Fault, RegExp][] = [
    ['the backend is down', { kind: '503' }, /on our side/],
    ['the connection drops', { kind: 'dropped connection' }, /could not reach the server/],
    [
      'the answer is lost after the contact was made',
      { kind: 'answer lost after commit' },
      /could not reach/,
    ],
    ['a proxy answers with a page', { kind: 'HTML page' }, /please try again/],
    ['the answer is cut off', { kind: 'truncated JSON' }, /please try again/],
    ['there are too many requests', { kind: '429', retryAfter: 600 }, /try again in 10 minutes/],
  ];

  for (const [when, fault, text] of faults)
    it(`keeps the lead and makes it once, at the second try, when ${when}`, async () => {
      const log = console.error;
      console.error = () => undefined;
      const remove = backend.faults.add({ match: 'POST /contacts', times: 1, ...fault });
      fill(element);
      await outcome('fluenzr-error');
      console.error = log;
      expect(part(element, 'failure')?.textContent).to.match(text);
      expect(typed(element)).to.deep.equal({
        email: 'ada@example.com',
        firstName: 'Ada',
        lastName: 'Lovelace',
      });
      remove();
      await outcome('fluenzr-accepted');
      expect(await emails()).to.deep.equal(['ada@example.com']);
    });

  it('shows at its field what is refused', async () => {
    fill(element);
    type(element, 'email', `${'x'.repeat(65)}@example.com`); // right for a browser, too long for a mail server
    await outcome('fluenzr-error');
    expect(part(element, 'summary')?.textContent).to.contain('Enter a full e-mail address');
    expect(field(element, 'email').getAttribute('aria-invalid')).to.equal('true');
    expect(await emails()).to.be.empty;
  });

  describe('set up wrongly', () => {
    const groups: Record<string, () => Promise<string>> = {
      unknown: () => Promise.resolve('grp_unknown'),
      smart: async () =>
        (await fluenzr.groups.create({ name: 'Smart', type: 'SMART', query: 'language = "en"' })).id,
      archived: async () => {
        const { id } = await fluenzr.groups.create({ name: 'LinkedIn Leads Q4', type: 'STATIC' });
        await backend.fetch(`https://crm.example.com/api/v1/groups/${id}/archive`, {
          method: 'POST',
          headers: { authorization: `Bearer ${backend.apiKey}`, 'content-type': 'application/json' },
          body: '{}',
        });
        return id;
      },
    };
    for (const [kind, make] of Object.entries(groups))
      it(`a group that is ${kind}: neutral to the visitor, precise in the console`, async () => {
        const log = console.error;
        const logged: string[] = [];
        element.groupId = await make();
        fill(element);
        console.error = (...parts: unknown[]) => void logged.push(parts.map(String).join(' '));
        await outcome('fluenzr-error');
        console.error = log;
        expect(part(element, 'failure')?.textContent).to.contain('cannot be sent right now');
        expect(part(element, 'failure')?.textContent).to.not.contain('group');
        expect(logged).to.have.length(1);
        expect(logged[0]).to.contain(element.groupId).and.to.match(/group/i);
      });
  });
});
