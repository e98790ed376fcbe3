import axe from 'axe-core';
import { expect } from 'chai';
import { html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { createClient, type FluenzR, type Group } from '@fluenzr/client';
import type { FluenzrGroupPicker } from '@fluenzr/elements';
import { createMockBackend, type MockBackend } from '@fluenzr/mocks';
import {
  clientWith,
  drawn,
  groups,
  input,
  isOpen,
  names,
  part,
  picker,
  plain,
  press,
  status,
  type,
  until,
} from './group-picker-fixture.js';

describe('<fluenzr-group-picker creatable>', () => {
  let backend: MockBackend;
  let client: FluenzR;
  let element: FluenzrGroupPicker;

  beforeEach(async () => {
    backend = createMockBackend();
    client = createClient({
      baseUrl: 'https://crm.example.com',
      apiKey: backend.apiKey,
      dangerouslyAllowBrowser: true,
      maxRetries: 0,
      fetch: backend.fetch,
    });
    await client.groups.create({ name: 'Active Customers', type: 'STATIC' });
    element = await picker(
      html`<fluenzr-group-picker label="Group" creatable .client=${client}></fluenzr-group-picker>`,
    );
    element.focus();
  });

  afterEach(() => setViewport({ width: 800, height: 600 }));

  const dialog = (): HTMLDialogElement | null => element.shadowRoot!.querySelector('dialog');
  const inDialog = (selector: string): HTMLInputElement | null =>
    dialog()?.querySelector<HTMLInputElement>(selector) ?? null;
  const button = (text: string): HTMLButtonElement =>
    [...dialog()!.querySelectorAll('button')].find(({ textContent }) => plain(textContent) === text)!;
  const error = (): string => plain(inDialog('.field-error')?.textContent ?? '');

  const openDialog = async (text = ''): Promise<void> => {
    await press(element, 'Alt+ArrowDown');
    await until(element, () => !element.matches(':state(loading)'));
    if (text) await type(element, text);
    await until(element, () => !element.matches(':state(loading)'));
    part(element, 'create')!.click();
    await until(element, () => dialog()?.open);
  };

  it('is offered only with a client', async () => {
    const without = await picker(
      html`<fluenzr-group-picker creatable .items=${groups}></fluenzr-group-picker>`,
    );
    without.focus();
    await press(without, 'Alt+ArrowDown');
    expect(part(without, 'create')).to.equal(null);
  });

  it('is reached with Tab, and by nothing else in the list', async () => {
    await press(element, 'Alt+ArrowDown');
    await until(element, () => names(element).length > 0);
    await press(element, 'Tab');
    expect(element.shadowRoot!.activeElement).to.equal(part(element, 'create'));
    expect(isOpen(element)).to.equal(true);
  });

  it('makes a group with the keyboard, and chooses it once the backend has it', async () => {
    const created: Group[] = [];
    element.addEventListener('fluenzr-group-created', ({ group }) => created.push(group));
    let changes = 0;
    element.addEventListener('change', () => (changes += 1));
    await openDialog('Website Form');
    expect(element.shadowRoot!.activeElement).to.equal(inDialog('[name=name]'));
    expect(inDialog('[name=name]')!.value).to.equal('Website Form');
    await press(element, 'Tab', 'ArrowDown'); // the type: dynamic
    expect(inDialog('#create-dynamic')!.checked).to.equal(true);
    expect(plain(inDialog('.link')!.textContent)).to.equal('Name it “[DYN] Website Form”');
    await press(element, 'Shift+Tab', 'Enter');
    expect(inDialog('[name=name]')!.value).to.equal('[DYN] Website Form');
    expect(inDialog('.link')).to.equal(null);
    expect(element.shadowRoot!.activeElement, 'the button is gone').to.equal(inDialog('[name=name]'));
    inDialog('#create-description')!.focus();
    await type(element, 'From the pricing page');
    await press(element, 'Tab', 'ArrowRight'); // the second colour
    expect([element.value, created.length, changes]).to.deep.equal(['', 0, 0]);
    await press(element, 'Enter');
    await until(element, () => element.value);
    const group = await client.groups.get(String(element.value));
    expect(group).to.include({
      name: '[DYN] Website Form',
      type: 'DYNAMIC',
      description: 'From the pricing page',
      color: '#15803d',
    });
    expect(created.map(({ id }) => id)).to.deep.equal([group.id]);
    expect(changes).to.equal(1);
    await drawn(element);
    expect(dialog()).to.equal(null);
    expect(element.shadowRoot!.activeElement).to.equal(input(element));
    expect(input(element).value).to.equal('[DYN] Website Form');
    expect(status(element)).to.equal('[DYN] Website Form chosen');
    expect(element.validity.valid).to.equal(true);
  });

  for (const way of ['Escape', 'Cancel'])
    it(`is given up with ${way}: nothing is made, nothing chosen`, async () => {
      await openDialog('Fintech');
      if (way === 'Escape') await press(element, 'Escape');
      else button('Cancel').click();
      await until(element, () => !dialog());
      expect(element.value).to.equal('');
      expect((await client.groups.list()).data).to.have.length(1);
      expect(element.shadowRoot!.activeElement).to.equal(input(element));
    });

  it('asks for a name', async () => {
    await openDialog();
    await press(element, 'Enter');
    expect(error()).to.equal('Enter a name.');
    expect(element.shadowRoot!.activeElement).to.equal(inDialog('[name=name]'));
    await type(element, 'F');
    expect(error()).to.equal('');
  });

  it('offers the group that has the name already, and chooses that', async () => {
    let created = 0;
    element.addEventListener('fluenzr-group-created', () => (created += 1));
    await openDialog('active customers');
    await press(element, 'Enter');
    await until(element, () => error());
    expect(error()).to.equal('There is a group called “active customers” already.');
    expect(element.value).to.equal('');
    button('Choose that group').click();
    await until(element, () => element.value);
    await drawn(element);
    expect(input(element).value).to.equal('Active Customers');
    expect(created).to.equal(0);
  });

  for (const state of ['archived', 'gone'])
    it(`does not choose the group that has the name when it is ${state}`, async () => {
      const { data } = await client.groups.list();
      if (state === 'archived') await client.groups.archive(data[0]!.id);
      await openDialog('Active Customers');
      await press(element, 'Enter');
      await until(element, () => error());
      if (state === 'gone') await client.groups.delete(data[0]!.id);
      button('Choose that group').click();
      await until(element, () => error().startsWith('That group'));
      expect(element.value).to.equal('');
      expect(inDialog('.link')).to.equal(null);
    });

  for (const kind of ['dropped connection', '500', 'truncated JSON', 'HTML page'] as const)
    it(`keeps what was typed when the backend fails, and chooses nothing: ${kind}`, async () => {
      backend.faults.add({ match: 'POST /groups', kind, times: 1 });
      await openDialog('Fintech Prospects');
      await press(element, 'Enter');
      await until(element, () => inDialog('[role=alert]')!.textContent);
      expect(inDialog('[role=alert]')!.textContent).to.contain('What you typed is still here');
      expect(inDialog('[name=name]')!.value).to.equal('Fintech Prospects');
      expect(element.value).to.equal('');
      button('Create').click();
      await until(element, () => element.value || error());
      // what was made although its answer was lost is offered, instead of made twice
      if (error()) button('Choose that group').click();
      await until(element, () => element.value);
      expect((await client.groups.list({ q: 'Fintech' })).data).to.have.length(1);
    });

  it('shows what the backend says about a field', async () => {
    element.client = clientWith(client, {
      create: () =>
        Promise.reject(
          Object.assign(new Error(), { fieldErrors: { name: [{ message: 'Too plain.' }], __proto__: [] } }),
        ),
    });
    await openDialog('Test');
    await press(element, 'Enter');
    await until(element, () => error() === 'Too plain.');
  });

  it('says so when the account may not make groups', async () => {
    element.client = clientWith(client, {
      create: () => Promise.reject(Object.assign(new Error(), { status: 403 })),
    });
    await openDialog('Test');
    await press(element, 'Enter');
    await until(element, () => inDialog('[role=alert]')!.textContent.startsWith('You may not'));
  });

  it('keeps its buttons in sight in a low window, and the focus out from under them', async () => {
    await setViewport({ width: 360, height: 480 });
    await openDialog();
    expect(inDialog('.primary')!.getBoundingClientRect().bottom).to.be.below(480);
    const { top } = inDialog('.buttons')!.getBoundingClientRect();
    for (const field of dialog()!.querySelectorAll<HTMLElement>('input, textarea')) {
      field.focus();
      await until(element, () => field.getBoundingClientRect().bottom < top); // WebKit scrolls when it draws
    }
  });

  it('sends once, whatever is pressed meanwhile, and cannot be left then', async () => {
    let sent = 0;
    element.client = clientWith(client, {
      create: () => {
        sent += 1;
        return new Promise<Group>(() => undefined);
      },
    });
    await openDialog('Test');
    await press(element, 'Enter', 'Enter', 'Escape', 'Escape', 'Escape');
    expect([sent, dialog()?.open]).to.deep.equal([1, true]);
    expect(plain(dialog()!.querySelector('.primary')!.textContent)).to.equal('Creating…');
  });

  it('makes only groups of the type that is wanted', async () => {
    element.type = 'dynamic';
    await openDialog('Website');
    expect(inDialog('#create-static')).to.equal(null);
    await press(element, 'Enter');
    await until(element, () => element.value);
    expect((await client.groups.get(String(element.value))).type).to.equal('DYNAMIC');
  });

  it('chooses a new group that the items of the page do not have', async () => {
    element.items = groups;
    await openDialog('Fintech');
    await press(element, 'Enter');
    await until(element, () => element.value);
    element.items = [...groups];
    await drawn(element);
    expect(element.validity.valid).to.equal(true);
    expect(input(element).value).to.equal('Fintech');
  });

  for (const theme of ['light', 'dark'])
    it(`has nothing for axe to find, ${theme}`, async () => {
      element.setAttribute('theme', theme);
      const [background, color] = theme === 'dark' ? ['#000', '#fff'] : ['#fff', '#000'];
      Object.assign(element.parentElement!.style, { background, color });
      await openDialog('Active Customers');
      await press(element, 'Enter');
      await until(element, () => error());
      await setViewport({ width: 800, height: 800 }); // what the buttons cover has no background to axe
      // Firefox goes on to lay it out
      await until(
        element,
        () => innerHeight === 800 && inDialog('.buttons')!.getBoundingClientRect().bottom < 800,
      );
      const { violations, incomplete } = await axe.run(element);
      const found = [...violations, ...incomplete].map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map((node) => node.html + (node.failureSummary ?? '')).join(' | ')}`,
      );
      expect(found).to.deep.equal([]);
    });
});
