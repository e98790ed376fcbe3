// Text twice as large as usual, in a window of 1280 pixels: nothing is cut off or sticks out sideways.
import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '@fluenzr/elements/campaign-groups';
import '@fluenzr/elements/contact-groups';
import '@fluenzr/elements/lead-form';
import { groups, picker, press } from './group-picker-fixture.js';
import { card, connect, livelyGroup, until } from './group-stats-fixture.js';

describe('text at 200 %', () => {
  beforeEach(async () => {
    await setViewport({ width: 1280, height: 900 });
    document.documentElement.style.fontSize = '32px';
  });
  afterEach(async () => {
    document.documentElement.style.fontSize = '';
    await setViewport({ width: 800, height: 600 });
  });

  /** What sticks out of the window, or holds more than it has room for without showing that by an ellipsis. */
  const tooWide = (root: ParentNode): string[] =>
    [...root.querySelectorAll<HTMLElement>('*')]
      .filter((node) => {
        const { overflowX, textOverflow, display, clipPath } = getComputedStyle(node);
        if (display === 'inline' || clipPath !== 'none') return false; // clipped: for screen readers only
        const scrolls = overflowX === 'auto' || overflowX === 'scroll' || textOverflow === 'ellipsis';
        const { left, right } = node.getBoundingClientRect();
        return left < 0 || right > innerWidth || (!scrolls && node.scrollWidth > node.clientWidth + 1);
      })
      .map(
        (node) =>
          `${node.outerHTML.slice(0, 100)}: ${String(node.scrollWidth)} in ${String(node.clientWidth)}`,
      );

  const fits = (root: ParentNode): void => {
    expect(root.querySelectorAll('*').length).to.be.above(5);
    expect(tooWide(root)).to.deep.equal([]);
    expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
  };

  it('fits in the group picker, with chips and an open list', async () => {
    const element = await picker(
      html`<fluenzr-group-picker
        label="Groups"
        multiple
        sections
        .value=${['grp_inbound', 'grp_customers', 'grp_linkedin']}
        .items=${groups}
      ></fluenzr-group-picker>`,
    );
    element.focus();
    await press(element, 'ArrowDown');
    fits(element.shadowRoot!);
  });

  it('fits in the stats card, with its menu', async () => {
    const { backend, fluenzr } = connect();
    const group = await livelyGroup(backend, fluenzr);
    const element = await card(fluenzr, group.id, { actions: 'export archive' });
    fits(element.shadowRoot!);
  });

  describe('in a narrow place', () => {
    const place = async (element: HTMLElement): Promise<void> => {
      const box = await fixture<HTMLElement>(html`<div></div>`);
      box.style.inlineSize = '288px'; // a screen of 320 pixels, less what is around
      box.append(element);
    };
    /** The lines of a text: a number on two of them is none. */
    const lines = (node: Element): number => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    };

    it('fits in the stats card', async () => {
      const { backend, fluenzr } = connect();
      const group = await livelyGroup(backend, fluenzr);
      const element = await card(fluenzr, group.id, {});
      await place(element);
      await until(() => element.shadowRoot!.querySelector('[part=chart]'));
      fits(element.shadowRoot!);
    });

    for (const size of ['16px', '32px'])
      it(`fits in the groups of a campaign, each number on one line, at ${size}`, async () => {
        document.documentElement.style.fontSize = size;
        const { backend, fluenzr } = connect();
        await livelyGroup(backend, fluenzr);
        const element = document.createElement('fluenzr-campaign-groups');
        element.client = fluenzr;
        element.campaignId = (await fluenzr.campaigns.list()).data[0]!.id;
        await place(element);
        const cells = () => [...element.shadowRoot!.querySelectorAll('tbody td, tfoot td')];
        await until(() => cells().some(({ textContent }) => textContent.includes('%')));
        fits(element.shadowRoot!);
        expect(cells().map(lines)).to.deep.equal(cells().map(() => 1));
      });

    it('fits in the groups of a contact', async () => {
      const { backend, fluenzr } = connect();
      const group = await livelyGroup(backend, fluenzr);
      const element = document.createElement('fluenzr-contact-groups');
      element.client = fluenzr;
      element.contactId = (await fluenzr.groups.contacts.list(group.id)).data[0]!.id;
      await place(element);
      const chip = await until(() => element.shadowRoot!.querySelector('[part=chip]'));
      fits(element.shadowRoot!);
      expect(lines(chip.querySelector('bdi')!)).to.be.at.most(3);
    });
  });

  it('fits in the lead form', async () => {
    const element = await fixture<HTMLElement>(
      html`<fluenzr-lead-form mode="test" form="frm_website"></fluenzr-lead-form>`,
    );
    fits(element);
  });
});
