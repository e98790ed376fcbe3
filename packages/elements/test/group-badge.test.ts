import { expect } from 'chai';
import { html, nothing, render } from 'lit';
import { groupBadge, groupBadgeStyles, groupColor } from '../src/group-badge.js';
import { tokenStyles } from '../src/token-styles.js';

describe('group badge', () => {
  const labels = { dynamic: 'Dynamisch', smart: 'Intelligent' };
  const rendered = (content: unknown): HTMLElement => {
    const box = document.createElement('div');
    render(content, box);
    return box;
  };

  it('names the type of dynamic and smart groups, and says nothing of others', () => {
    expect(rendered(groupBadge('DYNAMIC', labels)).textContent).to.equal('Dynamisch');
    expect(rendered(groupBadge('SMART', labels)).textContent).to.equal('Intelligent');
    expect(groupBadge('STATIC', labels)).to.equal(nothing);
    expect(groupBadge('TYPE_OF_TOMORROW', labels)).to.equal(nothing);
  });

  for (const [given, fill] of [
    ['#1d4ed8', '#1d4ed8'],
    ['#FFF000', '#FFF000'],
    ['red', 'currentColor'],
    ['#fff', 'currentColor'],
    ['', 'currentColor'],
    ['#1d4ed8"><script>', 'currentColor'],
    ['url(https://example.com/x)', 'currentColor'],
  ] as const)
    it(`shows the colour ${given || 'that is missing'} as ${fill}, hidden from screen readers`, () => {
      const box = rendered(groupColor(given));
      expect(box.querySelector('circle')?.getAttribute('fill')).to.equal(fill);
      expect(box.querySelector('svg')?.ariaHidden).to.equal('true');
    });

  for (const scheme of ['light', 'dark'])
    it(`can be read, ${scheme}`, () => {
      const host = document.createElement('div');
      host.style.colorScheme = scheme;
      const root = host.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [tokenStyles.styleSheet!, groupBadgeStyles.styleSheet!];
      render(html`${groupColor('#1d4ed8')}${groupBadge('DYNAMIC', labels)}`, root);
      document.body.append(host);
      const { color, backgroundColor } = getComputedStyle(root.querySelector('.group-badge')!);
      expect(color).to.equal(scheme === 'light' ? 'rgb(36, 80, 211)' : 'rgb(157, 180, 255)');
      expect(backgroundColor).not.to.equal('rgba(0, 0, 0, 0)');
      host.remove();
    });
});
