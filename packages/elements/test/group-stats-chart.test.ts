import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createClient, type FluenzR, type GroupStatistics } from '@fluenzr/client';
import type { FluenzrGroupStats } from '@fluenzr/elements';
import type { MockBackend } from '@fluenzr/mocks';
import { card, connect, figuresOf, livelyGroup, part, text, until } from './group-stats-fixture.js';

describe('<fluenzr-group-stats> chart', () => {
  let backend: MockBackend;
  let fluenzr: FluenzR;
  let element: FluenzrGroupStats;
  let slider: HTMLInputElement;

  beforeEach(async () => {
    ({ backend, fluenzr } = connect());
    const group = await livelyGroup(backend, fluenzr);
    element = await card(fluenzr, group.id, { range: '7d' });
    slider = part(element, 'chart-point') as HTMLInputElement;
  });

  const day = (back: number): string =>
    new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }).format(
      backend.clock.now() - back * 86_400_000,
    );
  const today = 'Contacts 12, Joined 12, Left 0, Opens 2, Clicks 1';
  const before = 'Contacts 0, Joined 0, Left 0, Opens 0, Clicks 0';
  const press = async (key: string): Promise<string | null> => {
    await sendKeys({ press: key });
    await element.updateComplete;
    return slider.getAttribute('aria-valuetext');
  };

  it('begins with today, and is read point by point with the keyboard', async () => {
    expect(slider.getAttribute('aria-valuetext')).to.equal(`${day(0)}: ${today}`);
    slider.focus();
    expect(await press('ArrowLeft')).to.equal(`${day(1)}: ${before}`);
    expect(text(part(element, 'chart-date'))).to.equal(day(1));
    expect(await press('ArrowDown')).to.equal(`${day(2)}: ${before}`);
    expect(await press('ArrowUp')).to.equal(`${day(1)}: ${before}`);
    expect(await press('Home')).to.equal(`${day(6)}: ${before}`);
    expect(await press('ArrowLeft'), 'nothing before the first').to.equal(`${day(6)}: ${before}`);
    expect(await press('ArrowRight')).to.equal(`${day(5)}: ${before}`);
    expect(await press('End')).to.equal(`${day(0)}: ${today}`);
    expect(await press('ArrowRight'), 'nothing after the last').to.equal(`${day(0)}: ${today}`);
  });

  it('shows where the focus is', () => {
    slider.focus();
    expect(getComputedStyle(part(element, 'chart')).outlineStyle).to.equal('solid');
  });

  const point = async (share: number): Promise<string> => {
    const { left, width, top } = slider.getBoundingClientRect();
    slider.dispatchEvent(
      new PointerEvent('pointermove', { clientX: left + share * width, clientY: top, bubbles: true }),
    );
    await element.updateComplete;
    return text(part(element, 'chart-date'));
  };

  it('follows the pointer', async () => {
    expect(await point(0.01)).to.equal(day(6));
    expect(await point(0.5)).to.equal(day(3));
    expect(await point(0.99)).to.equal(day(0));
  });

  it('flows from right to left in a page that does, for pointer, keys and picture alike', async () => {
    element.dir = 'rtl';
    expect(await point(0.01)).to.equal(day(0));
    expect(await point(0.99)).to.equal(day(6));
    slider.focus();
    expect(await press('ArrowLeft'), 'on in time').to.equal(`${day(5)}: ${before}`);
    const svg = part(element, 'chart').querySelector('.panel svg')!;
    expect(getComputedStyle(svg).scale).to.equal('-1 1');
  });

  it('draws each series: a line, bars up and down, bars in front of bars', () => {
    const paths: Record<string, string | null> = Object.fromEntries(
      [...part(element, 'chart').querySelectorAll('path')].map((path): [string, string | null] => [
        path.getAttribute('class') ?? '',
        path.getAttribute('d'),
      ]),
    );
    expect(paths.line?.split('L')).to.deep.equal([
      'M0.5 98',
      '1.5 98',
      '2.5 98',
      '3.5 98',
      '4.5 98',
      '5.5 98',
      '6.5 2',
    ]);
    expect(paths.joined, 'one bar, up from the bottom').to.equal('M6.15 100h0.7v-100h-0.7z');
    expect(paths.left).to.equal('');
    expect(paths.opens).to.equal('M6.1 100h0.8v-100h-0.8z');
    expect(paths.clicks, 'half as high').to.equal('M6.3 100h0.4v-50h-0.4z');
  });

  it('shows who left below the line of who joined, on the same scale', async () => {
    const { data } = await fluenzr.groups.contacts.list(element.groupId, { limit: 3 });
    for (const { id } of data) await fluenzr.groups.contacts.remove(element.groupId, id);
    await element.reload();
    await element.updateComplete;
    const d = (name: string) => part(element, 'chart').querySelector(`path.${name}`)?.getAttribute('d');
    expect(d('joined')).to.equal('M6.15 80h0.7v-80h-0.7z');
    expect(d('left')).to.equal('M6.15 80h0.7v20h-0.7z');
  });

  it('is a table on request, with the same numbers', async () => {
    element.shadowRoot!.querySelector<HTMLElement>('.toggle')!.click();
    await element.updateComplete;
    expect(part(element, 'chart')).to.equal(null);
    const rows = [...part(element, 'table').querySelectorAll('tr')].map((row) => [...row.cells].map(text));
    expect(rows[0]).to.deep.equal(['Date', 'Contacts', 'Joined', 'Left', 'Opens', 'Clicks']);
    expect(rows).to.have.length(8);
    expect(rows.at(-1)).to.deep.equal([day(0), '12', '12', '0', '2', '1']);
    const { series } = await fluenzr.groups.statistics(element.groupId, { interval: 'day' });
    expect(rows.slice(1).map((cells) => cells.slice(1).map(Number))).to.deep.equal(
      series.slice(-7).map(({ total, joined, left, opens, clicks }) => [total, joined, left, opens, clicks]),
    );
  });

  describe('of an unusual series', () => {
    type Point = GroupStatistics['series'][number];
    const one: Point = { date: '2026-11-23', total: 1_234_567, joined: 5, left: 0, opens: 0, clicks: 0 };

    /** A card whose backend answers with this series. */
    const shown = async (series: Point[]): Promise<FluenzrGroupStats> => {
      const client = createClient({
        baseUrl: 'https://crm.example.com',
        apiKey: () => Promise.resolve(backend.apiKey),
        fetch: async (request) => {
          const answer = await backend.fetch(request);
          if (!request.url.includes('/statistics')) return answer;
          const { total } = series[0] ?? one;
          return Response.json({ ...((await answer.json()) as object), series, total });
        },
      });
      return card(client, element.groupId);
    };

    it('says that there are no data, as a chart and as a table', async () => {
      const empty = await shown([]);
      const series = empty.shadowRoot!.querySelector('.series');
      expect(text(series)).to.equal('No data yet');
      empty.shadowRoot!.querySelector<HTMLElement>('.toggle')!.click();
      await empty.updateComplete;
      expect(text(series)).to.equal('No data yet');
    });

    it('draws a single value from edge to edge', async () => {
      const d = (name: string, single: HTMLElement) =>
        part(single, 'chart').querySelector(`path.${name}`)?.getAttribute('d');
      const single = await shown([one]);
      expect(d('line', single)).to.equal('M0 2L1 2');
      expect(d('area', single)).to.equal('M0 2L1 2L1 100H0Z');
      expect(part(single, 'chart-point').getAttribute('aria-valuetext')).to.contain('Contacts 1,234,567');
    });

    it('has room for seven digits in a narrow card', async () => {
      const box = await fixture<HTMLElement>(html`<div></div>`);
      box.style.inlineSize = '18.5rem';
      const single = await shown([one]);
      box.append(single);
      await until(() => figuresOf(single).Contacts === '1,234,567');
      const figure = single.shadowRoot!.querySelector('.total dd')!;
      expect(figure.scrollWidth).to.be.at.most(figure.clientWidth);
      expect(text(part(single, 'chart').querySelector('.axis'))).to.equal('1.23M0');
    });
  });
});
