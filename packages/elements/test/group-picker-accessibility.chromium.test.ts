import axe from 'axe-core';
import { expect } from 'chai';
import { html, type TemplateResult } from 'lit';
import { a11ySnapshot, executeServerCommand, setViewport } from '@web/test-runner-commands';
import type { FluenzrGroupPicker } from '@fluenzr/elements';
import {
  drawn,
  groups,
  input,
  manyGroups,
  options,
  part,
  picker,
  press,
  type,
  until,
} from './group-picker-fixture.js';

const failing = {
  groups: {
    list: () => Promise.reject(new Error('from the client')),
    get: () => new Promise<never>(() => undefined),
    create: () => new Promise<never>(() => undefined),
  },
};
const pending = { groups: { ...failing.groups, list: () => new Promise<never>(() => undefined) } };

const several = ['grp_inbound', 'grp_elodie'];
const one = html`<fluenzr-group-picker label="Group" .items=${groups}></fluenzr-group-picker>`;
const many = html`<fluenzr-group-picker
  label="Groups"
  multiple
  .items=${groups}
  .value=${several}
></fluenzr-group-picker>`;

type Reach = (element: FluenzrGroupPicker) => unknown;
const open: Reach = async (element) => {
  element.focus();
  await press(element, 'ArrowDown');
};

const states: Record<string, [TemplateResult, Reach]> = {
  closed: [one, () => undefined],
  'closed, with a value': [
    html`<fluenzr-group-picker label="Group" value="grp_inbound" .items=${groups}></fluenzr-group-picker>`,
    () => undefined,
  ],
  open: [one, open],
  'open, by section': [
    html`<fluenzr-group-picker label="Group" sections .items=${groups}></fluenzr-group-picker>`,
    open,
  ],
  searched: [
    one,
    (element) => {
      element.focus();
      return type(element, 'lead');
    },
  ],
  'nothing found': [
    one,
    (element) => {
      element.focus();
      return type(element, 'xyz');
    },
  ],
  several: [many, open],
  'read-only': [
    html`<fluenzr-group-picker
      label="Groups"
      multiple
      readonly
      .items=${groups}
      .value=${several}
    ></fluenzr-group-picker>`,
    () => undefined,
  ],
  disabled: [
    html`<fluenzr-group-picker label="Group" disabled .items=${groups}></fluenzr-group-picker>`,
    () => undefined,
  ],
  missing: [
    html`<fluenzr-group-picker label="Group" required .items=${groups}></fluenzr-group-picker>`,
    (element) => {
      element.checkValidity();
      return drawn(element);
    },
  ],
  gone: [
    html`<fluenzr-group-picker
      label="Groups"
      multiple
      value="grp_none"
      .items=${groups}
    ></fluenzr-group-picker>`,
    drawn,
  ],
  loading: [html`<fluenzr-group-picker label="Group" .client=${pending}></fluenzr-group-picker>`, open],
  failed: [
    html`<fluenzr-group-picker label="Group" creatable .client=${failing}></fluenzr-group-picker>`,
    async (element) => {
      await open(element);
      await until(element, () => part(element, 'retry'));
    },
  ],
  'labelled by the page': [
    html`<div>
      <label for="picked">Group</label
      ><fluenzr-group-picker id="picked" .items=${groups}></fluenzr-group-picker>
    </div>`,
    open,
  ],
  'over 100,000': [
    html`<fluenzr-group-picker label="Group" .items=${manyGroups(100_000)}></fluenzr-group-picker>`,
    open,
  ],
};

interface Node {
  role: string;
  name?: string;
  children?: Node[];
  [member: string]: unknown;
}

/** Its own types say that it gives nothing. */
const snapshot = a11ySnapshot as unknown as (of: object) => Promise<Node>;

const flat = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flat)];

describe('<fluenzr-group-picker> accessibility', () => {
  afterEach(async () => {
    await setViewport({ width: 800, height: 800 });
    await executeServerCommand('forced-colors', 'none');
  });

  for (const theme of ['light', 'dark'])
    for (const [name, [template, reach]] of Object.entries(states))
      it(`has nothing for axe to find: ${name}, ${theme}`, async () => {
        const element = await picker(template);
        element.setAttribute('theme', theme);
        const [background, color] = theme === 'dark' ? ['#000', '#fff'] : ['#fff', '#000'];
        Object.assign(element.parentElement!.style, { background, color });
        await reach(element);
        const { violations, incomplete } = await axe.run(element);
        const found = [...violations, ...incomplete].map(
          ({ id, nodes }) =>
            `${id}: ${nodes.map((node) => node.html + (node.failureSummary ?? '')).join(' | ')}`,
        );
        expect(found).to.deep.equal([]);
      });

  it('is a combobox with a list of options in the accessibility tree', async () => {
    const element = await picker(
      html`<fluenzr-group-picker label="Group" required .items=${groups}></fluenzr-group-picker>`,
    );
    element.focus();
    await press(element, 'ArrowDown', 'ArrowDown', 'ArrowDown');
    const tree = flat(await snapshot({}));
    const box = tree.find(({ role }) => role === 'combobox');
    expect(box).to.include({
      name: 'Group',
      expanded: true,
      required: true,
      autocomplete: 'list',
      focused: true,
    });
    expect(tree.find(({ role }) => role === 'listbox')).to.include({ name: 'Group' });
    // the snapshot stops at list boxes: what is in them is asked of axe
    axe.setup(element);
    const listed = options(element).map((option) => [
      option.role,
      axe.commons.text.accessibleText(option).replace(/\s+/g, ' '),
      option.ariaDisabled === 'true',
    ]);
    axe.teardown();
    expect(listed).to.deep.equal([
      ['option', '[DYN] Inbound Leads Dynamic 1,240 contacts', false],
      ['option', 'Active Customers 1 contact', false],
      ['option', 'Engaged in the last 30 days A query fills it: contacts cannot be added. Smart', true],
      ['option', 'Élodie’s accounts 0 contacts', false],
      ['option', 'LinkedIn Leads Q4 85 contacts', false],
    ]);
  });

  it('gives each option its place among all, wherever the list is', async () => {
    const element = await picker(
      html`<fluenzr-group-picker label="Group" .items=${manyGroups(100_000)}></fluenzr-group-picker>`,
    );
    element.focus();
    await press(element, 'ArrowDown', 'End');
    const last = element.shadowRoot!.querySelector('.active')!;
    expect([last.ariaPosInSet, last.ariaSetSize]).to.deep.equal(['100000', '100000']);
    part(element, 'listbox')!.scrollTop = 50_000 * 44;
    await until(element, () => options(element).some(({ ariaPosInSet }) => ariaPosInSet === '50001'));
    expect(
      element.shadowRoot!.getElementById(input(element).getAttribute('aria-activedescendant')!),
    ).not.to.equal(null);
    expect(element.shadowRoot!.querySelectorAll('*').length).to.be.at.most(160);
  });

  it('has no target below 24 pixels, and none below 44 where one touches', async () => {
    await setViewport({ width: 320, height: 640 });
    const element = await picker(many);
    element.focus();
    await press(element, 'ArrowDown');
    const targets = [...element.shadowRoot!.querySelectorAll<HTMLElement>('button, [role=option]')];
    const small = targets
      .map((target) => target.getBoundingClientRect())
      .filter(({ width, height }) => Math.min(width, height) < 24);
    expect(small).to.deep.equal([]);
    for (const row of options(element)) expect(row.getBoundingClientRect().height).to.be.at.least(44);
  });

  it('fills a narrow screen, field and list together, and gives it back', async () => {
    await setViewport({ width: 320, height: 640 });
    const element = await picker(one);
    const before = element.getBoundingClientRect().height;
    element.focus();
    await press(element, 'ArrowDown');
    const sheet = element.shadowRoot!.querySelector('.combobox')!.getBoundingClientRect();
    expect([sheet.left, sheet.top, sheet.width, sheet.height]).to.deep.equal([0, 0, 320, 640]);
    expect(element.getBoundingClientRect().height, 'the page does not move').to.equal(before);
    expect(element.shadowRoot!.activeElement).to.equal(input(element));
    expect(document.scrollingElement!.scrollWidth).to.be.at.most(320);
    part(element, 'done')!.click();
    await drawn(element);
    expect(element.getBoundingClientRect().height).to.equal(before);
    expect(element.shadowRoot!.querySelector('.combobox')!.getBoundingClientRect().height).to.be.below(
      before,
    );
  });

  it('shows its list below the field, or above it where the room is, never cut off', async () => {
    await setViewport({ width: 800, height: 600 });
    const element = await picker(one);
    const box = element.parentElement!;
    for (const [top, side] of [
      [0, 'below'],
      [480, 'above'],
    ] as const) {
      box.style.marginTop = `${String(top)}px`;
      element.focus();
      await press(element, 'ArrowDown');
      const field = part(element, 'field')!.getBoundingClientRect();
      const list = part(element, 'popup')!.getBoundingClientRect();
      expect(side === 'below' ? list.top >= field.bottom : list.bottom <= field.top, side).to.equal(true);
      expect(list.top >= 0 && list.bottom <= 600).to.equal(true);
      expect(list.width).to.be.closeTo(field.width, 1);
      await press(element, 'Escape');
    }
  });

  it('shows the active option and what is chosen in forced colours', async () => {
    await executeServerCommand('forced-colors', 'active');
    const element = await picker(
      html`<fluenzr-group-picker label="Group" value="grp_inbound" .items=${groups}></fluenzr-group-picker>`,
    );
    element.focus();
    await press(element, 'ArrowDown');
    const activeOption = element.shadowRoot!.querySelector('.active')!;
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    expect(getComputedStyle(activeOption).outlineStyle).to.equal('solid');
    expect(getComputedStyle(activeOption, '::after').borderStyle).to.contain('solid');
  });
});
