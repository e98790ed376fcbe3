import axe from 'axe-core';
import { expect } from 'chai';
import { a11ySnapshot, executeServerCommand, setViewport } from '@web/test-runner-commands';
import type { FluenzR, Group } from '@fluenzr/client';
import type { FluenzrGroupStats } from '@fluenzr/elements';
import type { MockBackend } from '@fluenzr/mocks';
import { card, connect, livelyGroup, part, until } from './group-stats-fixture.js';

interface Node {
  role: string;
  name?: string;
  children?: Node[];
}

// its types say that it answers nothing
const snapshot = a11ySnapshot as unknown as (options: object) => Promise<Node>;

/** The accessibility tree as "role name" lines. */
const lines = ({ role, name = '', children = [] }: Node): string[] => [
  `${role} ${name}`.trim(),
  ...children.flatMap(lines),
];

describe('<fluenzr-group-stats> accessibility', () => {
  let backend: MockBackend;
  let fluenzr: FluenzR;
  let group: Group;

  beforeEach(async () => {
    sessionStorage.clear();
    ({ backend, fluenzr } = connect());
    group = await livelyGroup(backend, fluenzr);
  });

  const all = { actions: 'export add-to-campaign apply-tags merge archive delete-contacts' };
  const loaded = () => card(fluenzr, group.id, all);
  const menu = async () => {
    const element = await loaded();
    part(element, 'menu-button').click();
    await until(() => part(element, 'menu'));
    return element;
  };
  const dialog = async (name: string, field: string) => {
    const element = await menu();
    const items = [...element.shadowRoot!.querySelectorAll<HTMLElement>('[role=menuitem]')];
    items.find((item) => item.textContent.includes(name))!.click();
    await until(() => element.shadowRoot!.querySelector(`dialog [name=${field}]`));
    return element;
  };

  const states: Record<string, () => Promise<FluenzrGroupStats>> = {
    loading: async () => {
      const element = document.createElement('fluenzr-group-stats');
      element.setAttribute('actions', 'export');
      document.body.append(element);
      await element.updateComplete;
      return element;
    },
    loaded,
    'as a table': async () => {
      const element = await loaded();
      element.shadowRoot!.querySelector<HTMLElement>('.toggle')!.click();
      await until(() => part(element, 'table'));
      return element;
    },
    empty: async () =>
      card(fluenzr, (await fluenzr.groups.create({ name: 'Test', type: 'DYNAMIC' })).id, all),
    failed: () => card(fluenzr, 'grp_gone', all),
    stale: async () => {
      const element = await loaded();
      backend.faults.add({ kind: '503' });
      await element.reload();
      await element.updateComplete;
      return element;
    },
    'menu open': menu,
    'asking for a campaign': () => dialog('campaign', 'campaignId'),
    'asking for tags': () => dialog('tags', 'add'),
    'asking what to merge': async () => {
      await fluenzr.groups.create({ name: 'LinkedIn Leads Q4', type: 'STATIC' });
      return dialog('Merge', 'sourceIds');
    },
    'asking whether to archive': () => dialog('Archive', 'detach'),
    'asking for confirmation': async () => {
      const element = await dialog('Delete', 'groupName');
      element.shadowRoot!.querySelector('form')!.requestSubmit();
      await until(() => element.shadowRoot!.querySelector('#dialog-error')!.textContent);
      return element;
    },
    'a job under way': async () => {
      const element = await dialog('campaign', 'campaignId');
      element.shadowRoot!.querySelector('form')!.requestSubmit();
      await until(() => part(element, 'job'));
      return element;
    },
  };

  for (const [name, reach] of Object.entries(states))
    it(`has nothing for axe to find: ${name}, light and dark`, async () => {
      const element = await reach();
      for (const theme of ['light', 'dark']) {
        element.setAttribute('theme', theme);
        // contrast is judged on the card's own surface, and not on what fades in behind a dialog
        const { violations } = await axe.run(element, { rules: { region: { enabled: false } } });
        expect(
          violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
        ).to.deep.equal([]);
      }
      element.remove();
    });

  it('tells a screen reader all that it shows', async () => {
    const element = await loaded();
    const tree = lines(await snapshot({}));
    const today = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }).format(
      backend.clock.now(),
    );
    for (const line of [
      'heading [DYN] Inbound Leads',
      'button Actions',
      'radio 7 days',
      'radio 30 days',
      'button Table',
      'slider Point of the chart',
    ])
      expect(tree, line).to.include(line);
    const texts = tree.join('\n');
    expect(texts).to.match(/Contacts[^]*12[^]*Active[^]*10[^]*Inactive[^]*2[^]*Average engagement[^]*25%/);
    expect(texts).to.contain(today);
    expect(part(element, 'chart').getAttribute('aria-label')).to.equal('Over time');
  });

  it('has curves that are told apart in forced colours by shape', async () => {
    await executeServerCommand('forced-colors', 'active');
    const element = await loaded();
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    const fill = (name: string) =>
      getComputedStyle(part(element, 'chart').querySelector(`path.${name}`)!).fill;
    expect(fill('opens'), 'hollow beside full').to.not.equal(fill('clicks'));
    expect(fill('left')).to.not.equal(fill('joined'));
    await executeServerCommand('forced-colors', 'none');
  });

  it('has targets of at least 44 pixels, at 320 pixels too', async () => {
    await setViewport({ width: 320, height: 700 });
    const element = await menu();
    const small = [...element.shadowRoot!.querySelectorAll('button, [part=range] label')].filter((target) => {
      const { width, height } = target.getBoundingClientRect();
      return width < 44 || height < 42;
    });
    expect(small.map((target) => target.outerHTML)).to.deep.equal([]);
    expect(document.documentElement.scrollWidth, 'nothing scrolls sideways').to.be.at.most(320);
    await setViewport({ width: 800, height: 600 });
  });
});
