import { expect } from 'chai';
import { oneEvent } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { FluenzR } from '@fluenzr/client';
import type { FluenzrGroupStats } from '@fluenzr/elements';
import '@fluenzr/elements/provider';
import type { MockBackend } from '@fluenzr/mocks';
import { card, connect, figuresOf, livelyGroup, part, text, until } from './group-stats-fixture.js';

describe('<fluenzr-group-stats>', () => {
  let backend: MockBackend;
  let fluenzr: FluenzR;

  beforeEach(() => {
    ({ backend, fluenzr } = connect());
  });

  const loads = (element: FluenzrGroupStats) => oneEvent(element, 'fluenzr-stats-load');
  const status = (element: FluenzrGroupStats) =>
    ['loading', 'stale', 'error'].filter((state) => element.matches(`:state(${state})`));

  it('shows every figure of the group', async () => {
    const group = await livelyGroup(backend, fluenzr);
    const element = await card(fluenzr, group.id);
    const today = new Intl.DateTimeFormat('en', { dateStyle: 'medium' }).format(backend.clock.now());
    expect(figuresOf(element)).to.deep.equal({
      Contacts: '12',
      Active: '10',
      Inactive: '2',
      'Average engagement': '25%',
      'Active campaigns': '1',
      'Last campaign sent': `Inbound Nurturing${today}`,
      Reached: '12',
      Opened: '2', // a click counts no opening: many mail programs hide those
      Clicked: '1',
      'Opened or clicked': '3',
    });
    expect(text(part(element, 'title'))).to.equal('[DYN] Inbound Leads');
    expect(text(element.shadowRoot!.querySelector('.group-badge'))).to.equal('Dynamic');
    expect(status(element)).to.deep.equal([]);
  });

  it('says "no data yet" where nothing has happened, and never 0%', async () => {
    const group = await fluenzr.groups.create({ name: 'Fintech Prospects', type: 'STATIC' });
    const figures = figuresOf(await card(fluenzr, group.id));
    for (const name of ['Average engagement', 'Last campaign sent', 'Reached', 'Opened', 'Clicked'])
      expect(figures[name], name).to.equal('No data yet');
    expect(figures.Contacts).to.equal('0');
    expect(figures['Active campaigns']).to.equal('0');
  });

  for (const [type, advice] of [
    ['STATIC', /Add contacts/],
    ['DYNAMIC', /form on your website.*No running campaign is linked/],
    ['SMART', /No contact fits the query/],
  ] as const)
    it(`says what to do about an empty ${type} group`, async () => {
      const query = type === 'SMART' ? { query: 'tag = "vip"' } : {};
      const group = await fluenzr.groups.create({ name: 'Webinar Sign-ups', type, ...query });
      const element = await card(fluenzr, group.id);
      expect(text(part(element, 'empty'))).to.match(advice);
      expect(part(element, 'chart')).to.equal(null);
    });

  it('says that a dynamic group with contacts has no running campaign', async () => {
    const group = await fluenzr.groups.create({ name: '[DYN] Website Form', type: 'DYNAMIC' });
    await fluenzr.contacts.create({ email: 'ada@example.com', groupId: group.id });
    const element = await card(fluenzr, group.id);
    expect(text(part(element, 'advice'))).to.contain('No running campaign is linked');
    expect(part(element, 'chart')).to.not.equal(null);
  });

  it('takes its client from the provider, whichever comes first, and its own before that', async () => {
    const group = await livelyGroup(backend, fluenzr);
    const provider = document.createElement('fluenzr-provider');
    const element = document.createElement('fluenzr-group-stats');
    element.groupId = group.id;
    provider.append(element);
    document.body.append(provider);
    await element.updateComplete;
    expect(status(element)).to.deep.equal(['loading']);
    let loaded = loads(element);
    provider.client = fluenzr;
    await loaded;
    expect(figuresOf(element).Contacts).to.equal('12');

    const other = connect();
    const lonely = await other.fluenzr.groups.create({ name: 'Test', type: 'STATIC' });
    loaded = loads(element);
    element.client = other.fluenzr;
    element.groupId = lonely.id;
    await loaded;
    await element.updateComplete;
    expect(figuresOf(element).Contacts).to.equal('0');
    provider.remove();
  });

  it('loads the period that the reader chooses, and writes it back', async () => {
    const group = await livelyGroup(backend, fluenzr);
    const element = await card(fluenzr, group.id);
    const radios = [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('[part=range] input')];
    expect(radios.map((radio) => text(radio.parentElement))).to.deep.equal([
      '7 days',
      '30 days',
      '90 days',
      '1 year',
    ]);
    expect(radios.map(({ checked }) => checked)).to.deep.equal([false, true, false, false]);
    const points = () => Number(part(element, 'chart-point').getAttribute('max')) + 1;
    expect(points()).to.equal(30);
    for (const [index, range, count] of [
      [0, '7d', 7],
      [2, '90d', 90],
      [3, '1y', 53],
    ] as const) {
      const loaded = loads(element);
      radios[index]?.click();
      await loaded;
      await element.updateComplete;
      expect(element.getAttribute('range')).to.equal(range);
      expect(points()).to.equal(count);
    }
    expect(text(part(element, 'chart-date'))).to.match(/^Week of /);
  });

  it('takes a range that is none for 30 days', async () => {
    const group = await livelyGroup(backend, fluenzr);
    const element = await card(fluenzr, group.id, { range: '__proto__' });
    expect(part(element, 'chart-point').getAttribute('max')).to.equal('29');
  });

  it('keeps the figures when a refresh fails, says why and how old they are, and loads again', async () => {
    const group = await livelyGroup(backend, fluenzr);
    const element = await card(fluenzr, group.id);
    const remove = backend.faults.add({ kind: '503' });
    const failed = oneEvent(element, 'fluenzr-stats-error') as unknown as Promise<
      GlobalEventHandlersEventMap['fluenzr-stats-error']
    >;
    await element.reload();
    expect((await failed).failure).to.equal('server');
    await element.updateComplete;
    expect(status(element)).to.deep.equal(['stale']);
    expect(figuresOf(element).Contacts).to.equal('12');
    expect(text(part(element, 'footer'))).to.match(/^Not up to date\. The server has a problem.*Updated now/);
    remove();
    const loaded = loads(element);
    element.shadowRoot!.querySelector<HTMLElement>('.retry')!.click();
    await loaded;
    await element.updateComplete;
    expect(text(part(element, 'footer'))).to.equal('Updated now');
  });

  for (const [kind, message] of [
    ['503', /server has a problem/],
    ['429', /Too many requests/],
    ['dropped connection', /could not be reached/],
    ['HTML page', /unexpected/],
    ['truncated JSON', /unexpected/],
  ] as const)
    it(`says what is the matter and tries again: ${kind}`, async () => {
      const group = await livelyGroup(backend, fluenzr);
      const silenced = console.error;
      console.error = () => undefined;
      const remove = backend.faults.add({ kind, retryAfter: 120 });
      const element = await card(fluenzr, group.id);
      console.error = silenced;
      expect(status(element)).to.deep.equal(['error']);
      expect(text(part(element, 'failure'))).to.match(message);
      remove();
      const loaded = loads(element);
      element.shadowRoot!.querySelector<HTMLElement>('.retry')!.click();
      await loaded;
      await element.updateComplete;
      expect(figuresOf(element).Contacts).to.equal('12');
      expect(part(element, 'failure')).to.equal(null);
    });

  it('says that a group does not exist, or was deleted', async () => {
    const element = await card(fluenzr, 'grp_gone');
    expect(text(part(element, 'failure'))).to.contain('does not exist, or was deleted');
  });

  it('says on the console what the page has forgotten', async () => {
    const said: unknown[] = [];
    const { error } = console;
    console.error = (...words: unknown[]) => said.push(words.join(' '));
    await card(fluenzr, '');
    console.error = error;
    expect(said.join()).to.contain('needs the attribute group-id');
  });

  it('shows the group that was asked for last, whichever answers last', async () => {
    const slow = await livelyGroup(backend, fluenzr);
    const quick = await fluenzr.groups.create({ name: 'Active Customers', type: 'STATIC' });
    const element = await card(fluenzr, quick.id);
    backend.faults.add({ match: `GET /groups/${slow.id}`, kind: 'stalled body' });
    element.groupId = slow.id;
    await element.updateComplete;
    expect(status(element), 'nothing of the group before').to.deep.equal(['loading']);
    const loaded = loads(element);
    element.groupId = quick.id;
    await loaded;
    await element.updateComplete;
    expect(text(part(element, 'title'))).to.equal('Active Customers');
  });

  it('ends its request when it leaves the page, and starts anew when it comes back', async () => {
    const group = await livelyGroup(backend, fluenzr);
    const element = document.createElement('fluenzr-group-stats');
    element.client = fluenzr;
    element.groupId = group.id;
    document.body.append(element);
    await element.updateComplete;
    element.remove();
    const loaded = loads(element);
    document.body.append(element);
    await loaded;
    await element.updateComplete;
    expect(figuresOf(element).Contacts).to.equal('12');
    element.remove();
  });

  it('refreshes at intervals', async () => {
    const group = await livelyGroup(backend, fluenzr);
    const element = await card(fluenzr, group.id, { refresh: '0.01' });
    await fluenzr.contacts.create({ email: 'grace@example.com', groupId: group.id });
    await until(() => figuresOf(element).Contacts === '13');
    await fluenzr.contacts.create({ email: 'alan@example.com', groupId: group.id });
    await until(() => figuresOf(element).Contacts === '14');
  });

  it('speaks the language of the page around it, and formats in it', async () => {
    const group = await livelyGroup(backend, fluenzr);
    const box = document.createElement('div');
    box.lang = 'fr';
    const element = document.createElement('fluenzr-group-stats');
    Object.assign(element, { client: fluenzr, groupId: group.id });
    box.append(element);
    document.body.append(box);
    await until(() => figuresOf(element)['Engagement moyen']);
    await until(() => /^25\s%$/.test(figuresOf(element)['Engagement moyen'] ?? ''));
    box.lang = 'de';
    await element.reload();
    await until(() => figuresOf(element)['Mittleres Engagement']);
    element.labels = { contacts: 'Leads' };
    await element.updateComplete;
    expect(figuresOf(element).Leads).to.equal('12');
    expect(figuresOf(element).Aktiv).to.equal('10');
    box.remove();
  });

  it('begins the name of a campaign where the column begins, from right to left too', async () => {
    const group = await livelyGroup(backend, fluenzr);
    document.documentElement.dir = 'rtl';
    const element = await card(fluenzr, group.id);
    const right = (selector: string): number => {
      const range = document.createRange();
      range.selectNodeContents(element.shadowRoot!.querySelector(selector)!);
      return Math.round(range.getBoundingClientRect().right);
    };
    const [name, date] = [right('.last .name'), right('.last time')];
    document.documentElement.dir = '';
    expect(name).to.equal(date);
  });

  it('reads in order where the page flows from right to left and the texts do not', async () => {
    const group = await livelyGroup(backend, fluenzr);
    const element = await card(fluenzr, group.id, { dir: 'rtl' });
    /** The words, from left to right, as they are painted. */
    const painted = (box: Element): string => {
      const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      const words: { word: string; left: number }[] = [];
      while (texts.nextNode()) {
        const node = texts.currentNode as Text;
        for (const { 0: word, index } of node.data.matchAll(/[\w.]+/g)) {
          const range = new Range();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          words.push({ word, left: range.getBoundingClientRect().left });
        }
      }
      return words
        .sort((a, b) => a.left - b.left)
        .map(({ word }) => word)
        .join(' ');
    };
    expect(painted(part(element, 'footer'))).to.equal('Updated now');
    const [week] = part(element, 'range').querySelectorAll('label');
    expect(painted(week!)).to.equal('7 days');
    const footer = part(element, 'footer').querySelector('p')!;
    expect(getComputedStyle(footer).textAlign, 'at the edge where lines begin').to.equal('right');
  });

  it('shows names as text, whatever is in them', async () => {
    const name = '<img src=x onerror=alert(1)>\u202Egpj.exe {count} 64 characters long';
    const group = await fluenzr.groups.create({ name, type: 'STATIC' });
    const element = await card(fluenzr, group.id);
    expect(part(element, 'title').querySelector('bdi')?.textContent).to.equal(name);
    expect(element.shadowRoot!.querySelector('img')).to.equal(null);
  });

  it('is harmless when the script is there twice', async () => {
    const first = customElements.get('fluenzr-group-stats');
    const again = new URL('../src/group-stats/define.ts?again', import.meta.url).href;
    await import(again);
    expect(customElements.get('fluenzr-group-stats')).to.equal(first);
  });

  describe('its size', () => {
    const long = {
      name: 'Attendees of the Trade Show for Marketing Agencies in Paris 2026',
    };

    for (const width of [320, 900])
      it(`is the same while it loads as afterwards, and after a failure, ${width} px wide`, async () => {
        await setViewport({ width, height: 900 });
        const lively = await livelyGroup(backend, fluenzr);
        const empty = await fluenzr.groups.create({ name: 'Test', type: 'STATIC' });
        const named = await fluenzr.groups.create({ ...long, type: 'DYNAMIC' });
        await fluenzr.contacts.create({ email: 'ada@example.com', groupId: named.id });
        for (const attributes of [{}, { actions: 'export' }]) {
          const waiting = document.createElement('fluenzr-group-stats');
          Object.assign(waiting, attributes);
          document.body.append(waiting);
          await waiting.updateComplete;
          const heights: Record<string, number> = { waiting: waiting.getBoundingClientRect().height };
          for (const [name, id] of Object.entries({
            lively: lively.id,
            empty: empty.id,
            named: named.id,
            gone: 'grp_gone',
          })) {
            const element = await card(fluenzr, id, attributes);
            heights[name] = element.getBoundingClientRect().height;
            expect(
              element.shadowRoot!.querySelector('section')!.scrollWidth,
              'nothing sticks out',
            ).to.be.at.most(element.clientWidth);
          }
          waiting.remove();
          expect(new Set(Object.values(heights)).size, JSON.stringify(heights)).to.equal(1);
        }
        await setViewport({ width: 800, height: 600 });
      });
  });
});
