import { expect } from 'chai';
import { oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FluenzR, Group } from '@fluenzr/client';
import type { FluenzrGroupStats } from '@fluenzr/elements';
import type { MockBackend } from '@fluenzr/mocks';
import { card, connect, figuresOf, livelyGroup, part, text, until } from './group-stats-fixture.js';

const all = 'export add-to-campaign apply-tags merge archive delete-contacts';

describe('<fluenzr-group-stats> actions', () => {
  let backend: MockBackend;
  let fluenzr: FluenzR;
  let hold: () => () => void;
  let group: Group;
  let element: FluenzrGroupStats;

  beforeEach(async () => {
    sessionStorage.clear();
    ({ backend, fluenzr, hold } = connect());
    group = await livelyGroup(backend, fluenzr);
    element = await card(fluenzr, group.id, { actions: all });
  });
  afterEach(() => sessionStorage.clear());

  const root = () => element.shadowRoot!;
  const items = () => [...root().querySelectorAll<HTMLElement>('[role=menuitem]')];
  const focused = () => text(root().activeElement);
  const dialog = () => part(element, 'dialog') as HTMLDialogElement | null;
  const input = (name: string) => until(() => dialog()?.querySelector<HTMLInputElement>(`[name=${name}]`));
  const error = () => text(root().querySelector('#dialog-error'));
  const submit = () => dialog()!.querySelector('form')!.requestSubmit();
  const jobText = () => text(part(element, 'job'));
  const ended = () =>
    oneEvent(element, 'fluenzr-group-job') as unknown as Promise<
      GlobalEventHandlersEventMap['fluenzr-group-job']
    >;

  const openMenu = async (): Promise<void> => {
    part(element, 'menu-button').click();
    await until(() => items().includes(root().activeElement as HTMLElement));
  };
  const choose = async (name: string): Promise<void> => {
    await openMenu();
    items()
      .find((item) => text(item) === name)!
      .click();
  };
  /** Lets the backend do a job to its end, once it has it. */
  const work = async (): Promise<void> => {
    while (!(await fluenzr.jobs.list()).data.some(({ finishedAt }) => finishedAt === null))
      await new Promise((resolve) => requestAnimationFrame(resolve)); // answers alone leave the page no turn in WebKit
    backend.clock.advance(60_000);
  };

  describe('menu', () => {
    it('is not there unless the page asks for it', async () => {
      const plain = await card(fluenzr, group.id);
      expect(part(plain, 'menu-button')).to.equal(null);
    });

    it('offers what the page names, and no merge into a smart group', async () => {
      const smart = await fluenzr.groups.create({ name: 'VIPs', type: 'SMART', query: 'tag = "vip"' });
      element = await card(fluenzr, smart.id, { actions: 'merge  export nonsense' });
      await openMenu();
      expect(items().map(text)).to.deep.equal(['Export as CSV']);
    });

    it('has the keys of a menu button', async () => {
      const button = part(element, 'menu-button');
      const names = [
        'Export as CSV',
        'Add all to a campaign',
        'Apply tags to all',
        'Merge other groups into this one',
        'Archive the group',
        'Delete all contacts',
      ];
      button.focus();
      const reaches = async (key: string, name: string) => {
        await sendKeys({ press: key });
        await until(() => focused() === name);
      };
      await reaches('ArrowDown', names[0]!);
      expect(button.getAttribute('aria-expanded')).to.equal('true');
      expect(items().map(text)).to.deep.equal(names);
      await reaches('ArrowDown', names[1]!);
      await reaches('End', names[5]!);
      await reaches('ArrowDown', names[0]!);
      await reaches('ArrowUp', names[5]!);
      await reaches('Home', names[0]!);
      await reaches('a', names[1]!);
      await reaches('a', names[2]!);
      await reaches('m', names[3]!);
      await reaches('Escape', 'Actions');
      expect(button.getAttribute('aria-expanded')).to.equal('false');
      expect(part(element, 'menu')).to.equal(null);
      await reaches('ArrowUp', names[5]!);
      await sendKeys({ press: 'Tab' });
      await until(() => !part(element, 'menu'));
      expect(root().activeElement, 'on from the button').to.not.equal(button);
      button.focus();
      await reaches('Enter', names[0]!);
      await sendKeys({ press: 'Escape' });
      await reaches(' ', names[0]!);
    });

    it('closes when the focus goes elsewhere', async () => {
      await openMenu();
      (root().activeElement as HTMLElement).blur();
      await until(() => !part(element, 'menu'));
    });
  });

  describe('add to campaign', () => {
    it('enrols all, and says of whom not and why', async () => {
      const campaign = await fluenzr.campaigns.create({ name: 'Product Tour', steps: [{ type: 'END' }] });
      const audience = await fluenzr.groups.create({ name: 'Webinar Sign-ups', type: 'STATIC' });
      await fluenzr.campaigns.groups.link(campaign.id, audience.id);
      await fluenzr.campaigns.launch(campaign.id);
      await fluenzr.campaigns.create({ name: 'A draft, not to be chosen', steps: [] });
      await choose('Add all to a campaign');
      const select = (await input('campaignId')) as unknown as HTMLSelectElement;
      expect([...select.options].map(text)).to.deep.equal(['Inbound Nurturing', 'Product Tour']);
      select.value = campaign.id;
      const event = ended();
      submit();
      await work();
      expect((await event).action).to.equal('add-to-campaign');
      await until(() => jobText().includes('Enrolled: 10'));
      expect(jobText()).to.contain('The contact is not active: 2');
    });

    it('says so where no campaign runs', async () => {
      const other = connect();
      const lonely = await other.fluenzr.groups.create({ name: 'Test', type: 'STATIC' });
      element = await card(other.fluenzr, lonely.id, { actions: all });
      await choose('Add all to a campaign');
      await until(() => text(dialog()).includes('No campaign is running'));
      expect(dialog()!.querySelector('.primary')).to.equal(null);
    });
  });

  describe('apply tags', () => {
    it('asks for at least one, and applies them', async () => {
      await choose('Apply tags to all');
      const add = await input('add');
      await until(() => root().activeElement === add);
      submit();
      await until(() => error() === 'Enter at least one tag to add or to remove.');
      expect(add.getAttribute('aria-invalid')).to.equal('true');
      await sendKeys({ type: 'vip, paris ,vip' });
      const event = ended();
      submit();
      await work();
      const { job } = await event;
      expect(job?.status).to.equal('SUCCEEDED');
      await until(() => jobText().includes('Changed: 12'));
      const { data } = await fluenzr.contacts.list({ tag: 'paris', include: 'total', limit: 1 });
      expect(data[0]?.tags).to.deep.equal(['vip', 'paris']);
    });

    it('keeps what was typed when sending fails, and does it once when it is sent again', async () => {
      await choose('Apply tags to all');
      (await input('add')).value = 'vip';
      backend.faults.add({
        match: 'POST /groups/*/actions/apply-tags',
        kind: 'answer lost after commit',
        times: 1,
      });
      submit();
      await until(() => error().includes('could not be reached'));
      expect((await input('add')).value).to.equal('vip');
      const event = ended();
      submit();
      await work();
      await event;
      const { data } = await fluenzr.jobs.list({ type: 'APPLY_TAGS' });
      expect(data).to.have.length(1);
    });
  });

  describe('merge', () => {
    let source: Group;
    const picker = () => until(() => dialog()?.querySelector('fluenzr-group-picker'));
    const options = async () =>
      [...(await picker()).shadowRoot!.querySelectorAll('[role=option] .name')].map(text);

    beforeEach(async () => {
      source = await fluenzr.groups.create({ name: 'LinkedIn Leads Q4', type: 'STATIC' });
      await fluenzr.contacts.create({ email: 'grace@example.com', groupId: source.id });
      await choose('Merge other groups into this one');
      const field = await picker();
      await until(() => root().activeElement === field);
    });

    it('moves the contacts of the groups that are chosen into this one', async () => {
      await sendKeys({ press: 'ArrowDown' });
      while ((await options()).length === 0) await new Promise((drawn) => requestAnimationFrame(drawn));
      expect(await options(), 'not itself').to.deep.equal(['LinkedIn Leads Q4']);
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Enter' });
      const field = await picker();
      await until(() => field.value.length === 1);
      await sendKeys({ press: 'Escape' });
      await until(() => !field.matches(':state(open)'));
      expect(dialog()!.open, 'the list alone is closed').to.equal(true);
      const event = ended();
      submit();
      await work();
      await event;
      await until(() => jobText().includes('Contacts moved: 1'));
      expect((await fluenzr.groups.get(source.id)).mergedInto).to.equal(group.id);
      await until(() => figuresOf(element).Contacts === '13');
    });

    it('fits into a narrow screen', async () => {
      await picker();
      dialog()!.style.inlineSize = '200px'; // as on a phone with large text
      expect(dialog()!.scrollWidth).to.be.at.most(dialog()!.clientWidth);
    });

    it('wants a group, and says so at the field', async () => {
      const field = await picker();
      submit();
      await until(() => text(field.shadowRoot!.querySelector('[part=error]')) === 'Choose a group.');
      await until(() => root().activeElement === field);
      expect((await fluenzr.jobs.list()).data).to.deep.equal([]);
    });

    it('says what to do where campaigns or workflows use the other group, and keeps the choice', async () => {
      const campaign = await fluenzr.campaigns.create({ name: 'Win Back', steps: [] });
      await fluenzr.campaigns.groups.link(campaign.id, source.id);
      const field = await picker();
      field.value = [source.id];
      submit();
      await until(() => error().startsWith('Campaigns use one of these groups. Tick the box'));
      expect(root().activeElement).to.equal(await input('transferLinks'));
      expect((await input('transferLinks')).getAttribute('aria-invalid')).to.equal('true');
      await sendKeys({ press: ' ' });
      const steps = [{ type: 'ADD_TO_GROUP' as const, groupIds: [source.id] }];
      await fluenzr.campaigns.create({ name: 'Follow-up', steps });
      submit();
      await until(() => error().startsWith('Workflow steps name one of these groups.'));
      expect(field.value).to.deep.equal([source.id]);
    });

    it('tells in the backend’s words why it cannot be done', async () => {
      (await picker()).value = [source.id];
      await fluenzr.groups.archive(group.id, { detach: true });
      submit();
      await until(() => error() === 'The group "[DYN] Inbound Leads" is archived. Restore it first.');
    });
  });

  it('archives the group, after saying where it is used', async () => {
    await choose('Archive the group');
    const detach = await input('detach');
    expect(text(dialog())).to.contain('These campaigns use the group: Inbound Nurturing.');
    submit();
    await until(() => error().includes('The group is in use'));
    detach.click();
    const event = ended();
    submit();
    expect((await event).job).to.equal(undefined);
    await until(() => jobText().includes('The group is archived.'));
    expect((await fluenzr.groups.get(group.id)).status).to.equal('ARCHIVED');
  });

  it('tells of the last action alone when the page is loaded anew', async () => {
    await choose('Apply tags to all');
    (await input('add')).value = 'vip';
    submit();
    await work();
    await until(() => jobText().includes('Changed: 12'));
    await choose('Archive the group');
    (await input('detach')).click();
    submit();
    await until(() => jobText().includes('The group is archived.'));
    expect(sessionStorage).to.have.length(0);
  });

  describe('delete contacts', () => {
    const type = async (value: string): Promise<void> => {
      const name = await input('groupName');
      name.focus();
      name.select();
      await sendKeys({ type: value });
    };

    it('warns, names the other groups, wants the name typed, and tells what became of them', async () => {
      const other = await fluenzr.groups.create({ name: 'Active Customers', type: 'STATIC' });
      const { data } = await fluenzr.groups.contacts.list(group.id, { limit: 3 });
      for (const { id } of data) await fluenzr.groups.contacts.add(other.id, id);
      await choose('Delete all contacts');
      await input('groupName');
      expect(text(dialog())).to.contain(
        'Contacts that will be deleted: 12. They vanish from FluenzR for good',
      );
      expect(text(dialog())).to.contain('Active Customers: 3');
      await type('[dyn] inbound leads');
      submit();
      await until(() => error().startsWith('This is not the name of the group'));
      expect(await fluenzr.contacts.list({ limit: 1 }).toArray({ limit: 5 })).to.have.length(5);
      await type('[DYN] Inbound Leads');
      const event = ended();
      submit();
      await work();
      await event;
      await until(() => jobText().includes('Contacts deleted: 12'));
      expect(jobText()).to.contain('Of these also in other groups: 3').and.to.contain('Active Customers: 3');
      await until(() => figuresOf(element).Contacts === '0');
    });

    it('takes the name as it is copied from the dialog', async () => {
      await choose('Delete all contacts');
      const name = await input('groupName');
      name.value = `\u2068${group.name}\u2069`;
      const event = ended();
      submit();
      await work();
      expect((await event).action).to.equal('delete-contacts');
    });

    it('shows the new count and asks again, when it has changed meanwhile', async () => {
      await choose('Delete all contacts');
      await input('groupName');
      await fluenzr.contacts.create({ email: 'late@example.com', groupId: group.id });
      await type('[DYN] Inbound Leads');
      submit();
      await until(() => error().includes('The group has 13 contacts now, no longer 12.'));
      expect(text(dialog())).to.contain('Contacts that will be deleted: 13');
      expect((await input('groupName')).value, 'to be confirmed anew').to.equal('');
      await type('[DYN] Inbound Leads');
      const event = ended();
      submit();
      await work();
      await event;
      await until(() => jobText().includes('Contacts deleted: 13'));
    });

    it('cannot be left by Escape or Cancel while it is sent', async () => {
      await choose('Delete all contacts');
      await type('[DYN] Inbound Leads');
      const release = hold();
      submit();
      for (const key of ['Escape', 'Escape', 'Escape']) await sendKeys({ press: key });
      dialog()!.querySelector<HTMLElement>('[type=button]')!.click();
      expect(dialog()?.open).to.equal(true);
      const event = ended();
      release();
      await work();
      expect((await event).action).to.equal('delete-contacts');
    });

    it('does nothing when it is cancelled, and gives the focus back', async () => {
      await choose('Delete all contacts');
      await input('groupName');
      await sendKeys({ press: 'Escape' });
      await until(() => !dialog());
      expect(root().activeElement).to.equal(part(element, 'menu-button'));
      expect((await fluenzr.jobs.list()).data).to.deep.equal([]);
    });
  });

  describe('a job', () => {
    const begin = async (): Promise<void> => {
      await choose('Apply tags to all');
      (await input('add')).value = 'vip';
      submit();
      await until(() => part(element, 'job'));
    };

    it('shows its progress', async () => {
      await begin();
      const progress = part(element, 'job').querySelector('progress')!;
      expect(progress.getAttribute('aria-labelledby')).to.equal('job-title');
      backend.clock.advance(750);
      await until(() => jobText().includes('6 of 12'));
      expect([progress.value, progress.max]).to.deep.equal([6, 12]);
      const told = root().querySelector('section > [role=status]');
      expect(text(told)).to.equal('');
      backend.clock.advance(60_000);
      await until(() => jobText().includes('Changed: 12'));
      expect(text(told)).to.equal('Apply tags to all: Done.');
    });

    it('is taken up again by a page that is loaded anew, until its result is put away', async () => {
      await begin();
      element.remove();
      backend.clock.advance(60_000);
      element = await card(fluenzr, group.id, { actions: all });
      await until(() => jobText().includes('Changed: 12'));
      root().querySelector<HTMLElement>('[part=job] button')!.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => !part(element, 'job'));
      expect(sessionStorage).to.have.length(0);
      await until(() => focused() === 'Actions');
    });

    it('is forgotten where the backend has forgotten it', async () => {
      sessionStorage.setItem(
        `fluenzr-group-job ${group.id}`,
        JSON.stringify({ action: 'merge', id: 'job_gone' }),
      );
      element = await card(fluenzr, group.id, { actions: all });
      await until(() => sessionStorage.length === 0);
      await element.updateComplete;
      expect(part(element, 'job')).to.equal(null);
    });

    it('can be cancelled; what was done stays done', async () => {
      await begin();
      backend.clock.advance(750);
      await until(() => jobText().includes('6 of 12'));
      const event = ended();
      root().querySelector<HTMLElement>('[part=job] button')!.click();
      expect((await event).job?.status).to.equal('CANCELLED');
      await until(() => jobText().includes('Cancelled.'));
      backend.clock.advance(60_000);
      expect(await fluenzr.contacts.list({ tag: 'vip' }).toArray({ limit: 100 })).to.have.length(6);
    });

    it('that cannot be watched for a while is watched again, and not begun again', async () => {
      const remove = backend.faults.add({ match: 'GET /jobs/*', kind: '503' });
      await begin();
      await until(() => jobText().includes('The server has a problem'));
      remove();
      root().querySelector<HTMLElement>('[part=job] button')!.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => focused() === 'Cancel');
      backend.clock.advance(60_000);
      await until(() => jobText().includes('Changed: 12'));
      expect((await fluenzr.jobs.list()).data).to.have.length(1);
    });

    it('says for whom it failed, and why', async () => {
      const many = Array.from({ length: 50 }, (_, index) => `tag${index}`);
      const { data } = await fluenzr.groups.contacts.list(group.id, { limit: 2 });
      for (const { id } of data) await fluenzr.contacts.update(id, { tags: many });
      await begin();
      backend.clock.advance(60_000);
      await until(() => jobText().includes('Failed: 2'));
      expect(jobText())
        .to.contain('Done, but not for all contacts.')
        .and.to.contain('A contact may have 50 tags at most.: 2');
    });
  });

  describe('export', () => {
    const platform = globalThis as { showSaveFilePicker?: unknown };
    const own = platform.showSaveFilePicker;
    afterEach(() => {
      platform.showSaveFilePicker = own;
    });

    /** Saves nothing, but tells what was to be saved. */
    const caught = () =>
      new Promise<HTMLAnchorElement>((resolve) =>
        root().addEventListener('click', (event) => {
          const { target } = event;
          if (!(target instanceof HTMLAnchorElement)) return;
          event.preventDefault();
          resolve(target);
        }),
      );

    it('writes the file as it comes, where the browser can ask for a place', async () => {
      let name = '';
      let written = '';
      platform.showSaveFilePicker = (options: { suggestedName: string }) => {
        name = options.suggestedName;
        const decoder = new TextDecoder();
        const createWritable = () =>
          Promise.resolve(
            new WritableStream<Uint8Array>({ write: (chunk) => void (written += decoder.decode(chunk)) }),
          );
        return Promise.resolve({ createWritable });
      };
      await choose('Export as CSV');
      await work();
      await until(() => jobText().includes('Contacts in the file: 12'));
      expect(name).to.equal('[DYN] Inbound Leads.csv');
      expect(written.trim().split('\r\n')).to.have.length(13);
      expect(part(element, 'job').querySelector('a')).to.equal(null);
    });

    it('makes it in memory and saves it, where the browser cannot', async () => {
      platform.showSaveFilePicker = undefined;
      const click = caught();
      await choose('Export as CSV');
      await work();
      const link = await click;
      expect(link.download).to.equal('[DYN] Inbound Leads.csv');
      const csv = await (await fetch(link.href)).text();
      expect(csv.trim().split('\r\n')).to.have.length(13);
      expect(csv).to.contain('lead0@example.com');
    });

    it('is not begun when no place is chosen', async () => {
      platform.showSaveFilePicker = () => Promise.reject(new DOMException('No', 'AbortError'));
      await choose('Export as CSV');
      await until(() => !part(element, 'menu'));
      await element.updateComplete;
      expect(part(element, 'job')).to.equal(null);
      expect((await fluenzr.jobs.list()).data).to.deep.equal([]);
    });

    it('can be cancelled', async () => {
      platform.showSaveFilePicker = undefined;
      await choose('Export as CSV');
      await until(() => jobText().includes('0 of 12'));
      root().querySelector<HTMLElement>('[part=job] button')!.click();
      await until(() => jobText().includes('Cancelled. No file was saved.'));
      let status: string | undefined;
      while (status !== 'CANCELLED') {
        [{ status } = { status }] = (await fluenzr.jobs.list({ type: 'EXPORT' })).data;
        await new Promise((drawn) => requestAnimationFrame(drawn));
      }
      expect(sessionStorage).to.have.length(0);
    });

    it('is the same one for a page that is loaded anew', async () => {
      platform.showSaveFilePicker = undefined;
      await choose('Export as CSV');
      await until(() => part(element, 'job'));
      await until(() => jobText().includes('0 of 12'));
      element.remove();
      element = await card(fluenzr, group.id, { actions: all });
      await work();
      await until(() => root().querySelector('[part=job] a[download]'));
      expect((await fluenzr.jobs.list({ type: 'EXPORT' })).data).to.have.length(1);
    });
  });

  it('says so when an action needs a resource that the client does not have', async () => {
    const { error: own } = console;
    const said: unknown[] = [];
    console.error = (...words: unknown[]) => said.push(words.join(' '));
    element = await card({ groups: fluenzr.groups }, group.id, { actions: all });
    await choose('Add all to a campaign');
    await until(() => error().includes('Something unexpected'));
    console.error = own;
    expect(said.join()).to.contain('needs a client with "campaigns"');
  });
});
