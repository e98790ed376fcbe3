import { expect } from 'chai';
import { html } from '@open-wc/testing';
import { createClient, type Group } from '@fluenzr/client';
import type { FluenzrGroupPicker, GroupOption, GroupPickerClient } from '@fluenzr/elements';
import { createMockBackend, type MockBackend } from '@fluenzr/mocks';
import '@fluenzr/elements/provider';
import {
  active,
  chips,
  clientWith,
  drawn,
  groups,
  input,
  isOpen,
  names,
  options,
  part,
  picker,
  press,
  ready,
  status,
  type,
  until,
} from './group-picker-fixture.js';

/** The mock backend, a client for it, and what was asked of it. */
function setUp() {
  const backend = createMockBackend();
  const requests: string[] = [];
  const client = createClient({
    baseUrl: 'https://crm.example.com',
    apiKey: backend.apiKey,
    dangerouslyAllowBrowser: true,
    maxRetries: 0,
    fetch: (request) => {
      const { pathname, searchParams } = new URL(request.url);
      requests.push(
        `${request.method} ${pathname.replace('/api/v1', '')} ${searchParams.get('q') ?? ''}`.trim(),
      );
      return backend.fetch(request);
    },
  });
  return { backend, client, requests };
}

const make = (
  client: ReturnType<typeof setUp>['client'],
  name: string,
  kind: 'STATIC' | 'DYNAMIC' = 'STATIC',
) => client.groups.create({ name, type: kind });

/** A client whose answers the test gives, in the order that it chooses. */
class SlowClient implements GroupPickerClient {
  readonly asked: {
    q: string | undefined;
    signal: AbortSignal | undefined;
    answer: (groups: GroupOption[]) => void;
  }[] = [];
  readonly groups: GroupPickerClient['groups'] = {
    list: ({ q }, { signal }) =>
      new Promise((resolve) =>
        this.asked.push({
          q,
          signal,
          answer: (data) => resolve({ data, page: { nextCursor: null, total: data.length } }),
        }),
      ),
    get: () => new Promise(() => undefined),
    create: () => new Promise<Group>(() => undefined),
  };
}

describe('<fluenzr-group-picker> with a client', () => {
  let backend: MockBackend;
  let client: ReturnType<typeof setUp>['client'];
  let requests: string[];
  let element: FluenzrGroupPicker;

  beforeEach(async () => {
    ({ backend, client, requests } = setUp());
    await make(client, '[DYN] Inbound Leads', 'DYNAMIC');
    await make(client, 'Active Customers');
    await make(client, 'LinkedIn Leads Q4');
    await client.groups.archive((await make(client, 'LinkedIn Leads 2019')).id);
    await client.groups.create({ name: 'Engaged Leads', type: 'SMART', query: 'language = "en"' });
    requests.length = 0;
    element = await picker(
      html`<fluenzr-group-picker label="Group" .client=${client}></fluenzr-group-picker>`,
    );
  });

  const open = async (): Promise<void> => {
    element.focus();
    await press(element, 'Alt+ArrowDown');
    await until(element, () => names(element).length > 0);
  };

  it('asks nothing before it is opened, and then lists all but the archived groups', async () => {
    expect(requests).to.deep.equal([]);
    await open();
    expect(names(element)).to.deep.equal([
      '[DYN] Inbound Leads',
      'Active Customers',
      'Engaged Leads',
      'LinkedIn Leads Q4',
    ]);
    expect(requests).to.deep.equal(['GET /groups']);
    expect(status(element)).to.equal('4 groups');
  });

  it('asks once for what is typed in one go, and marks it', async () => {
    await open();
    await type(element, 'lead');
    await until(element, () => names(element).length === 3);
    expect(requests).to.deep.equal(['GET /groups', 'GET /groups lead']);
    const marked = [...(CSS.highlights.get('fluenzr-match') ?? [])].map((range) => {
      const { data } = range.startContainer as Text;
      return data.slice(range.startOffset, range.endOffset);
    });
    expect(marked).to.deep.equal(['Lead', 'Lead', 'Lead']);
    await press(element, 'Escape');
    expect(CSS.highlights.has('fluenzr-match')).to.equal(false);
  });

  it('knows an answer while it is open, and asks anew the next time', async () => {
    await open();
    await type(element, 'q4');
    await until(element, () => names(element).length === 1);
    await press(element, 'Backspace', 'Backspace');
    expect(names(element)).to.have.length(4);
    expect(requests).to.have.length(2);
    await press(element, 'Escape');
    await make(client, 'Fintech Prospects');
    await open();
    await until(element, () => names(element).length === 5);
  });

  it('chooses, asks whether the group is still there, and submits it', async () => {
    await open();
    await press(element, 'ArrowDown', 'ArrowDown', 'Enter');
    expect(input(element).value).to.equal('Active Customers');
    await until(element, () =>
      requests.some((request) => request === `GET /groups/${String(element.value)}`),
    );
    await drawn(element);
    expect(element.validity.valid).to.equal(true);
  });

  for (const gone of ['deleted', 'archived'])
    it(`submits no group that was ${gone} between list and choice, and says so`, async () => {
      await open();
      const { data } = await client.groups.list({ q: 'Active' });
      const { id } = data[0]!;
      await (gone === 'deleted' ? client.groups.delete(id) : client.groups.archive(id));
      await press(element, 'ArrowDown', 'ArrowDown', 'Enter');
      await until(element, () => !element.validity.valid);
      await drawn(element);
      expect(part(element, 'error')!.textContent).to.contain('no longer exists');
      expect(input(element).value).to.equal('Deleted group');
      const form = document.createElement('form');
      element.name = 'g';
      element.parentElement!.append(form);
      form.append(element);
      expect(new FormData(form).getAll('g')).to.deep.equal([]);
    });

  it('looks up the groups of its value, archived ones too, and marks those that do not exist', async () => {
    const { data } = await client.groups.list({ q: 'LinkedIn' });
    const [archived] = (await client.groups.list({ status: 'ARCHIVED' })).data;
    element.multiple = true;
    element.value = [data[0]!.id, archived!.id, 'grp_none'];
    await until(element, () => element.selectedGroups.length === 2 && !element.validity.valid);
    await drawn(element);
    expect(chips(element)).to.deep.equal(['LinkedIn Leads Q4', 'LinkedIn Leads 2019', 'Deleted group']);
  });

  it('keeps a value whose group cannot be looked up', async () => {
    backend.faults.add({ kind: '500' });
    let answered = false;
    element.client = clientWith(client, {
      get: async (...given) => {
        try {
          return await client.groups.get(...given);
        } finally {
          answered = true;
        }
      },
    });
    element.value = 'grp_unknown';
    await until(element, () => answered);
    await drawn(element);
    expect(element.value).to.equal('grp_unknown');
    expect(element.validity.valid).to.equal(true);
  });

  it('lists one type', async () => {
    element.type = 'dynamic';
    await open();
    expect(names(element)).to.deep.equal(['[DYN] Inbound Leads']);
  });

  it('lists by section, each with its heading', async () => {
    element.sections = true;
    await open();
    await until(element, () => names(element).length === 4);
    const sections = [...element.shadowRoot!.querySelectorAll('[role=group]')];
    expect(
      sections.map((section) => [section.ariaLabel, section.querySelectorAll('[role=option]').length]),
    ).to.deep.equal([
      ['Dynamic groups', 1],
      ['Static groups', 2],
      ['Smart groups', 1],
    ]);
    expect(options(element).map((option) => [option.ariaPosInSet, option.ariaSetSize])).to.deep.equal([
      ['1', '4'],
      ['2', '4'],
      ['3', '4'],
      ['4', '4'],
    ]);
    await press(element, 'End', 'ArrowDown', 'ArrowDown');
    expect(active(element)).to.equal('Active Customers');
  });

  it('loads page after page as one goes down, and says from the start how many there are', async () => {
    for (let index = 0; index < 120; index += 1)
      await make(client, `Prospects ${String(index).padStart(3, '0')}`);
    requests.length = 0;
    await open();
    expect(options(element)[0]!.ariaSetSize).to.equal('124');
    expect(requests).to.have.length(1);
    element.focus();
    await press(element, 'ArrowDown', 'End');
    await until(element, () => requests.length === 2);
    await until(element, () => element.matches(':state(open):not(:state(loading))'));
    await press(element, 'End');
    await until(element, () => requests.length === 3);
    await until(element, () => element.matches(':state(open):not(:state(loading))'));
    await press(element, 'End');
    expect(active(element)).to.equal('Prospects 119');
    expect(element.shadowRoot!.querySelector('.active')!.ariaPosInSet).to.equal('124');
    expect(requests).to.have.length(3);
  });

  for (const kind of ['dropped connection', '500', '429', 'truncated JSON', 'HTML page'] as const)
    it(`says that loading failed, and tries again: ${kind}`, async () => {
      backend.faults.add({ match: 'GET /groups', kind, times: 1 });
      element.focus();
      await press(element, 'Alt+ArrowDown');
      await until(element, () => part(element, 'retry'));
      expect(status(element)).to.equal('The groups could not be loaded.');
      expect(element.matches(':state(failed)')).to.equal(true);
      expect(options(element)).to.have.length(0);
      await press(element, 'Tab');
      expect(element.shadowRoot!.activeElement, 'the list stays open').to.equal(part(element, 'retry'));
      await press(element, 'Enter');
      await until(element, () => names(element).length === 4);
      expect(element.shadowRoot!.activeElement).to.equal(input(element));
    });

  it('says so when the account may not see groups', async () => {
    element.client = clientWith(client, {
      list: () => Promise.reject(Object.assign(new Error(), { status: 403 })),
    });
    element.focus();
    await press(element, 'Alt+ArrowDown');
    await until(element, () => status(element) === 'You may not see the groups.');
  });

  for (const [what, answer] of [
    ['nothing', undefined],
    ['no list', {}],
    ['no page', { data: [] }],
    ['a text', 'Not found'],
  ] as const)
    it(`survives a client that answers wrongly: ${what}`, async () => {
      element.client = clientWith(client, { list: () => Promise.resolve(answer as never) });
      element.focus();
      await press(element, 'Alt+ArrowDown');
      await until(element, () => part(element, 'retry'));
    });

  it('leaves out what has no id or no name', async () => {
    const data = [null, 5, { id: 'grp_1' }, { name: 'No id' }, groups[0]] as GroupOption[];
    element.client = clientWith(client, {
      list: () => Promise.resolve({ data, page: { nextCursor: null } }),
    });
    await open();
    expect(names(element)).to.deep.equal(['[DYN] Inbound Leads']);
    expect(options(element)[0]!.ariaSetSize).to.equal('1');
  });

  it('says that there are no groups, or that none matches', async () => {
    element.client = clientWith(client, {
      list: () => Promise.resolve({ data: [], page: { nextCursor: null } }),
    });
    element.focus();
    await press(element, 'Alt+ArrowDown');
    await until(element, () => status(element) === 'There are no groups yet.');
    await type(element, 'xyz');
    await until(element, () => status(element) === 'No group matches “xyz”.');
  });

  it('takes the client of a provider, also another one later, and its own before that', async () => {
    const box = document.createElement('fluenzr-provider');
    const other = setUp();
    await make(other.client, 'Of the provider');
    box.client = other.client;
    element.parentElement!.append(box);
    const inside = document.createElement('fluenzr-group-picker');
    box.append(inside);
    element = await ready(inside);
    await open();
    expect(names(element)).to.deep.equal(['Of the provider']);
    await press(element, 'Escape');
    box.client = client;
    await open();
    await until(element, () => names(element).length === 4);
    await press(element, 'Escape');
    element.client = other.client;
    await open();
    await until(element, () => names(element).length === 1);
  });

  describe('when answers come late', () => {
    let slow: SlowClient;
    const [inbound, customers] = groups as [GroupOption, GroupOption];

    beforeEach(async () => {
      slow = new SlowClient();
      element = await picker(
        html`<fluenzr-group-picker label="Group" .client=${slow}></fluenzr-group-picker>`,
      );
      element.focus();
      await press(element, 'Alt+ArrowDown');
    });

    it('says that it loads, and lets the visitor type on', async () => {
      expect(status(element)).to.equal('Loading groups…');
      expect(element.matches(':state(loading)')).to.equal(true);
      await type(element, 'act');
      await until(element, () => slow.asked.length === 2);
      expect(input(element).value).to.equal('act');
      expect(slow.asked.map(({ q }) => q)).to.deep.equal([undefined, 'act']);
      slow.asked[1]!.answer([customers]);
      await until(element, () => names(element)[0] === customers.name);
    });

    it('aborts the request that nobody waits for, and shows the last one whatever comes first', async () => {
      await type(element, 'a');
      await until(element, () => slow.asked.length === 2);
      await type(element, 'c');
      await until(element, () => slow.asked.length === 3);
      expect(slow.asked.map(({ signal }) => signal?.aborted)).to.deep.equal([true, true, false]);
      slow.asked[2]!.answer([customers]);
      await until(element, () => names(element).length === 1);
      slow.asked[1]!.answer([inbound]);
      slow.asked[0]!.answer([inbound, customers]);
      await drawn(element);
      expect(names(element)).to.deep.equal([customers.name]);
    });

    it('goes where the arrow keys have led once the list is there', async () => {
      await press(element, 'ArrowDown', 'ArrowDown');
      expect(active(element)).to.equal(undefined);
      slow.asked[0]!.answer([inbound, customers]);
      await until(element, () => active(element) === customers.name);
      await press(element, 'Enter');
      expect(element.value).to.equal(customers.id);
    });

    it('has no option of the list before active while another is loading', async () => {
      slow.asked[0]!.answer([inbound, customers]);
      await until(element, () => names(element).length === 2);
      await type(element, 'act');
      await press(element, 'ArrowDown');
      expect(names(element), 'the list stays meanwhile').to.have.length(2);
      expect(active(element)).to.equal(undefined);
      await press(element, 'Enter');
      expect(element.value).to.equal('');
      await until(element, () => slow.asked.length === 2);
      slow.asked[1]!.answer([customers]);
      await until(element, () => active(element) === customers.name);
    });

    it('forgets the arrow keys when one types on or closes', async () => {
      await press(element, 'ArrowDown');
      await type(element, 'a');
      await until(element, () => slow.asked.length === 2);
      slow.asked[1]!.answer([inbound]);
      await until(element, () => names(element).length === 1);
      expect(active(element)).to.equal(undefined);
      await type(element, 'c');
      await press(element, 'ArrowDown', 'Escape', 'Alt+ArrowDown');
      await until(element, () => slow.asked.some(({ q, signal }) => q === 'ac' && !signal?.aborted));
      slow.asked.at(-1)!.answer([customers]);
      await until(element, () => names(element)[0] === customers.name);
      expect(active(element)).to.equal(undefined);
    });

    it('aborts when it is closed', async () => {
      await press(element, 'Escape');
      expect(slow.asked[0]!.signal!.aborted).to.equal(true);
      slow.asked[0]!.answer([inbound]);
      await drawn(element);
      expect(isOpen(element)).to.equal(false);
    });

    it('aborts when it leaves the page', () => {
      element.remove();
      expect(slow.asked[0]!.signal!.aborted).to.equal(true);
    });
  });
});
