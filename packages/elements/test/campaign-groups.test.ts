import { expect } from 'chai';
import { oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FluenzR, Group } from '@fluenzr/client';
import '@fluenzr/elements/campaign-groups';
import type { MockBackend } from '@fluenzr/mocks';
import { connect, livelyGroup, part, text, until } from './group-stats-fixture.js';
import { expectAccessible, show as showElement } from './groups-element-fixture.js';

describe('<fluenzr-campaign-groups>', () => {
  let backend: MockBackend;
  let fluenzr: FluenzR;
  let group: Group;
  let campaignId: string;
  let element = document.createElement('fluenzr-campaign-groups');

  beforeEach(async () => {
    ({ backend, fluenzr } = connect());
    group = await livelyGroup(backend, fluenzr);
    campaignId = (await fluenzr.campaigns.list()).data[0]!.id;
  });
  afterEach(() => element.remove());

  const show = async (id = campaignId): Promise<void> => {
    element = await showElement('fluenzr-campaign-groups', { client: fluenzr, campaignId: id });
  };
  const root = () => element.shadowRoot!;
  const cells = (row: Element) => [...row.children].map(text);
  const rows = () => [...root().querySelectorAll('[part=table] > tbody > tr, [part=total]')].map(cells);
  const contacts = () => [...root().querySelectorAll('[part=contacts] tbody tr')].map(cells);
  const more = () => root().querySelector<HTMLElement>('.more');

  it('lists the groups with their rates and badges, and totals without counting anybody twice', async () => {
    const quiet = await fluenzr.groups.create({ name: 'Trade Show Paris 2026', type: 'STATIC' });
    const { data } = await fluenzr.groups.contacts.list(group.id, { limit: 3 });
    for (const { id } of data) await fluenzr.groups.contacts.add(quiet.id, id);
    await fluenzr.campaigns.groups.link(campaignId, quiet.id, { enrollExisting: false });
    await show();
    expect(text(part(element, 'title'))).to.equal('Inbound Nurturing');
    expect(rows()).to.deep.equal([
      ['[DYN] Inbound Leads Dynamic', '12', '16.7%', '8.3%'],
      ['Trade Show Paris 2026', '3', 'No data yet', 'No data yet'],
      ['All groups, each contact once', '12', '16.7%', '8.3%'],
    ]);
  });

  it('opens a group to its contacts and their figures, by keyboard too, and closes it', async () => {
    const [mail] = backend.inbox;
    await fluenzr.contacts.update(mail!.contactId, { firstName: 'Ada', lastName: 'Lovelace' });
    await show();
    const button = part(element, 'group');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => contacts().length === 12);
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(contacts()).to.deep.include(['Ada Lovelacelead0@example.com', 'In the campaign', '1', '1', '0']);
    expect(contacts().filter(([, status]) => status === 'Stopped')).to.have.length(2);
    await sendKeys({ press: ' ' });
    await until(() => !root().querySelector('[part=contacts]'));
    expect(button.getAttribute('aria-expanded')).to.equal('false');
  });

  it('loads further contacts page by page, and says which were deleted', async () => {
    for (let index = 12; index < 25; index += 1)
      await fluenzr.contacts.create({ email: `lead${index}@example.com`, groupId: group.id });
    await show();
    part(element, 'group').click();
    await until(() => contacts().length === 20);
    backend.faults.add({ match: 'GET /campaigns/*/enrollments', kind: '503', times: 1 });
    more()!.click();
    await until(() => part(element, 'failure'));
    expect(contacts(), 'what is there stays').to.have.length(20);
    root().querySelector<HTMLElement>('[part=contacts] .retry')!.click();
    await until(() => contacts().length === 25);
    expect(more()).to.equal(null);
  });

  it('keeps what is open while it loads anew, and shows the new figures', async () => {
    await show();
    part(element, 'group').click();
    await until(() => contacts().length === 12);
    const open = part(element, 'contacts');
    backend.simulate.open(backend.inbox[5]!.id);
    await fluenzr.contacts.create({ email: 'late@example.com', groupId: group.id });
    await element.reload();
    await until(() => contacts().length === 13);
    expect(contacts()).to.deep.include(['lead5@example.com', 'In the campaign', '1', '1', '0']);
    expect(part(element, 'contacts')).to.equal(open);
  });

  it('shows a contact that was deleted since as such', async () => {
    await show();
    backend.faults.add({ match: 'GET /campaigns/*/enrollments', kind: 'delay', ms: 20 });
    const client = {
      ...fluenzr,
      contacts: Object.assign(Object.create(fluenzr.contacts) as typeof fluenzr.contacts, {
        get: (id: string) => fluenzr.contacts.get(`${id}-gone`),
      }),
    };
    element.client = client;
    await oneEvent(element, 'fluenzr-campaign-groups-load');
    await element.updateComplete;
    part(element, 'group').click();
    await until(() => contacts().length === 12);
    expect(contacts()[0]?.[0]).to.equal('Deleted contact');
  });

  it('says what to do about a campaign without groups', async () => {
    const lonely = await fluenzr.campaigns.create({ name: 'Win Back', steps: [] });
    await show(lonely.id);
    expect(text(part(element, 'empty'))).to.contain('No group is linked to this campaign yet');
    expect(part(element, 'table')).to.equal(null);
  });

  it('says that nobody has come through a group', async () => {
    const quiet = await fluenzr.groups.create({ name: 'Webinar Sign-ups', type: 'STATIC' });
    const campaign = await fluenzr.campaigns.create({ name: 'Win Back', steps: [] });
    await fluenzr.campaigns.groups.link(campaign.id, quiet.id);
    await show(campaign.id);
    part(element, 'group').click();
    await until(() => text(part(element, 'contacts')).includes('Nobody has come into the campaign'));
  });

  it('says what is the matter, tries again, and keeps what it has', async () => {
    const remove = backend.faults.add({ kind: '503' });
    await show();
    expect(text(part(element, 'failure'))).to.contain('The server has a problem');
    remove();
    const loaded = oneEvent(element, 'fluenzr-campaign-groups-load');
    root().querySelector<HTMLElement>('.retry')!.click();
    await loaded;
    await element.updateComplete;
    expect(rows()).to.have.length(2);
    backend.faults.add({ kind: 'dropped connection' });
    await element.reload();
    await element.updateComplete;
    expect(text(part(element, 'failure'))).to.contain('could not be reached');
    expect(rows()).to.have.length(2);
  });

  it('speaks the language of the page', async () => {
    document.documentElement.lang = 'de';
    await show();
    await until(() => text(part(element, 'total')).startsWith('Alle Gruppen, jeder Kontakt einmal'));
    expect(rows()[0]?.[2]).to.equal('16,7 %');
    document.documentElement.lang = 'en';
  });

  it('has nothing for axe to find, empty, loading, open and failed, light and dark', async () => {
    element = document.createElement('fluenzr-campaign-groups');
    document.body.append(element);
    await element.updateComplete;
    await expectAccessible(element, 'loading');
    element.remove();
    await show();
    part(element, 'group').click();
    await until(() => contacts().length === 12);
    await expectAccessible(element, 'open');
    element.remove();
    await show((await fluenzr.campaigns.create({ name: 'Win Back', steps: [] })).id);
    await expectAccessible(element, 'empty');
    element.remove();
    await show('cmp_gone');
    await expectAccessible(element, 'failed');
  });

  it('begins names and addresses where the column begins, from right to left too', async () => {
    const [mail] = backend.inbox;
    await fluenzr.contacts.update(mail!.contactId, { firstName: 'Ada' });
    document.documentElement.dir = 'rtl';
    await show();
    part(element, 'group').click();
    await until(() => contacts().length === 12);
    const ends = [...root().querySelectorAll('[part=contacts] th bdi')].map((name) => {
      const range = document.createRange();
      range.selectNodeContents(name);
      return Math.round(range.getBoundingClientRect().right);
    });
    document.documentElement.dir = '';
    expect(new Set(ends).size, ends.join()).to.equal(1);
  });

  it('is harmless when the script is there twice', async () => {
    const first = customElements.get('fluenzr-campaign-groups');
    await import(new URL('../src/campaign-groups/define.ts?again', import.meta.url).href);
    expect(customElements.get('fluenzr-campaign-groups')).to.equal(first);
  });

  it('fits into 320 pixels', async () => {
    await show();
    element.style.setProperty('inline-size', '320px'); // WebKit has no window that narrow
    part(element, 'group').click();
    await until(() => contacts().length === 12);
    expect(root().querySelector('section')!.scrollWidth).to.be.at.most(320);
    const opened = part(element, 'contacts');
    expect(opened.scrollWidth, 'nothing to scroll to in a group').to.be.at.most(opened.clientWidth);
  });
});
