// Text twice as large as usual, in a window of 1280 pixels: nothing is cut off or sticks out sideways.
import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '@fluenzr/elements/lead-form';
import { groups, picker, press } from './group-picker-fixture.js';
import { card, connect, livelyGroup } from './group-stats-fixture.js';

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

  it('fits in the lead form', async () => {
    const element = await fixture<HTMLElement>(
      html`<fluenzr-lead-form mode="test" form="frm_website"></fluenzr-lead-form>`,
    );
    fits(element);
  });
});
