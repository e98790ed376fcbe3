import { expect } from 'chai';
import { oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FluenzR, Group } from '@fluenzr/client';
import '@fluenzr/elements/contact-groups';
import type { MockBackend } from '@fluenzr/mocks';
import { connect, livelyGroup, part, text, until } from './group-stats-fixture.js';
import { expectAccessible, show as showElement } from './groups-element-fixture.js';
import { plain } from './plain-text.js';

describe('<fluenzr-contact-groups>', () => {
  let backend: MockBackend;
  let fluenzr: FluenzR;
  let hold: () => () => void;
  let group: Group;
  let customers: Group;
  let contactId: string;
  let element = document.createElement('fluenzr-contact-groups');

  beforeEach(async () => {
    ({ backend, fluenzr, hold } = connect());
    group = await livelyGroup(backend, fluenzr);
    customers = await fluenzr.groups.create({ name: 'Active Customers', type: 'STATIC' });
    await fluenzr.groups.create({ name: 'LinkedIn Leads Q4', type: 'STATIC' });
    await fluenzr.groups.create({ name: 'VIPs', type: 'SMART', query: 'tag = "vip"' });
    backend.clock.advance(1000); // the smart group is evaluated
    const contact = await fluenzr.contacts.create({
      email: 'ada@example.com',
      groupId: group.id,
      tags: ['vip'],
    });
    contactId = contact.id;
  });
  afterEach(() => element.remove());

  const show = async (id = contactId): Promise<void> => {
    element = await showElement('fluenzr-contact-groups', { client: fluenzr, contactId: id });
  };
  const root = () => element.shadowRoot!;
  const chips = () => [...root().querySelectorAll('[part=chip] bdi')].map(text).sort();
  const dialog = () => root().querySelector('dialog');
  const picker = () => root().querySelector('fluenzr-group-picker')!;
  const options = () => [...picker().shadowRoot!.querySelectorAll('[role=option] .name')].map(text);
  const active = () => picker().shadowRoot!.querySelector('[part=option].active');
  const error = () => text(root().querySelector('#dialog-error'));
  /** Opens the choice of a group, with the focus in it. */
  const startAdding = async (): Promise<void> => {
    part(element, 'add').click();
    await until(() => dialog()?.open && root().activeElement === picker());
  };
  /** Finds a group by a part of its name, and chooses it. */
  const pick = async (typed: string): Promise<void> => {
    await sendKeys({ type: typed });
    await until(() => options().length === 1);
    await sendKeys({ press: 'ArrowDown' });
    await until(active);
    await sendKeys({ press: 'Enter' });
    await until(() => picker().value !== '');
  };
  const submit = () => dialog()!.querySelector<HTMLElement>('.primary')!.click();
  const changed = () =>
    oneEvent(element, 'fluenzr-contact-groups-change') as unknown as Promise<
      GlobalEventHandlersEventMap['fluenzr-contact-groups-change']
    >;
  const said = () => [...root().querySelectorAll('section > [role=status]')].map(text).join();

  it('shows the groups as chips; a smart one cannot be left by hand, and says so', async () => {
    await show();
    expect(chips()).to.deep.equal(['VIPs', '[DYN] Inbound Leads']);
    const smart = [...root().querySelectorAll('[part=chip]')].find((chip) => text(chip).includes('VIPs'));
    expect(text(smart)).to.contain('A query decides who is in this group.');
    expect(smart?.querySelector('button')).to.equal(null);
  });

  it('asks once before it removes, says that the contact stays, and keeps the focus', async () => {
    await show();
    const remove = part(element, 'remove');
    expect(plain(remove.ariaLabel!)).to.equal('Remove from [DYN] Inbound Leads');
    remove.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => dialog()?.open);
    expect(text(dialog())).to.contain('The contact leaves this group and stays in FluenzR.');
    expect(text(root().activeElement), 'the harmless button first').to.equal('Cancel');
    await sendKeys({ press: 'Tab' });
    const event = changed();
    await sendKeys({ press: 'Enter' });
    expect([(await event).change, (await event).group.name]).to.deep.equal(['removed', group.name]);
    await until(() => !dialog());
    expect(chips()).to.deep.equal(['VIPs']);
    expect(said()).to.equal('Removed from [DYN] Inbound Leads. The contact stays in FluenzR.');
    await until(() => root().activeElement === part(element, 'add'));
    expect((await fluenzr.contacts.get(contactId)).email).to.equal('ada@example.com');
  });

  it('removes nothing when it is cancelled', async () => {
    await show();
    part(element, 'remove').click();
    await until(() => dialog()?.open);
    await sendKeys({ press: 'Escape' });
    await until(() => !dialog());
    expect((await fluenzr.groups.get(group.id)).counts.total).to.equal(13);
  });

  it('adds to a group that it is not in, by keyboard', async () => {
    await show();
    await startAdding();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => options().length === 2);
    expect(options(), 'none that it is in').to.deep.equal(['Active Customers', 'LinkedIn Leads Q4']);
    await pick('custom');
    await sendKeys({ press: 'Tab' });
    expect(text(root().activeElement)).to.equal('Cancel');
    await sendKeys({ press: 'Tab' });
    const event = changed();
    await sendKeys({ press: 'Enter' });
    expect([(await event).change, (await event).group.id]).to.deep.equal(['added', customers.id]);
    await until(() => !dialog());
    expect(chips()).to.deep.equal(['Active Customers', 'VIPs', '[DYN] Inbound Leads']);
    expect(said()).to.equal('Added to Active Customers.');
    await until(() => root().activeElement === part(element, 'add'));
  });

  it('adds to a group by mouse, from a list that the dialog does not cut off', async () => {
    await show();
    await startAdding();
    picker().shadowRoot!.querySelector<HTMLElement>('[part=field]')!.click();
    const option = await until(() => picker().shadowRoot!.querySelector<HTMLElement>('[role=option]'));
    const { left, bottom, width } = option.getBoundingClientRect();
    const hit = picker().shadowRoot!.elementFromPoint(left + width / 2, bottom - 2);
    expect(hit?.closest('[role=option]')).to.equal(option);
    option.click();
    const event = changed();
    submit();
    expect((await event).group.name).to.equal('Active Customers');
  });

  it('closes the list with the first Escape, the dialog with the second', async () => {
    await show();
    await startAdding();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => picker().matches(':state(open)'));
    await sendKeys({ press: 'Escape' });
    await until(() => !picker().matches(':state(open)'));
    expect(dialog()!.open).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await until(() => !dialog());
  });

  it('wants a group, and says so at the field', async () => {
    await show();
    await startAdding();
    submit();
    await until(() => text(picker().shadowRoot!.querySelector('[part=error]')) === 'Choose a group.');
    await until(() => root().activeElement === picker());
  });

  it('does not add to a group that was archived between list and choice', async () => {
    await show();
    await startAdding();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => options().length === 2);
    await fluenzr.groups.archive(customers.id);
    await sendKeys({ press: 'Enter' });
    await until(() => picker().validity.customError);
    submit();
    await until(() => text(picker().shadowRoot!.querySelector('[part=error]')).includes('no longer exists'));
    expect(chips()).to.have.length(2);
  });

  it('tells in the backend’s words why a group takes nobody', async () => {
    await show();
    await startAdding();
    await pick('custom');
    await until(() => picker().validity.valid);
    await fluenzr.groups.archive(customers.id);
    submit();
    await until(() => error().startsWith('The group "Active Customers" is archived.'));
    expect(chips()).to.have.length(2);
  });

  it('says why a change failed, changes nothing on the page, and tries again', async () => {
    await show();
    part(element, 'remove').click();
    await until(() => dialog()?.open);
    backend.faults.add({ match: 'DELETE /groups/*/contacts/*', kind: '503', times: 1 });
    submit();
    await until(() => error().includes('The server has a problem'));
    expect(chips()).to.have.length(2);
    const event = changed();
    submit();
    await event;
    expect(chips()).to.deep.equal(['VIPs']);
  });

  it('cannot be left by Escape or Cancel while a change is sent', async () => {
    await show();
    part(element, 'remove').click();
    await until(() => dialog()?.open);
    const release = hold();
    const event = changed();
    submit();
    for (const key of ['Escape', 'Escape', 'Escape']) await sendKeys({ press: key });
    dialog()!.querySelector<HTMLElement>('.cancel')!.click();
    expect(dialog()?.open).to.equal(true);
    release();
    expect((await event).change).to.equal('removed');
    await until(() => !dialog());
  });

  it('says that the contact is in no group, and that a contact is gone', async () => {
    const { id } = await fluenzr.contacts.create({ email: 'grace@example.com' });
    await show(id);
    expect(text(root().querySelector('.row'))).to.contain('In no group yet.');
    element.remove();
    await show('con_gone');
    expect(text(part(element, 'failure'))).to.contain('does not exist, or was deleted');
  });

  describe('explanation', () => {
    const ask = async (name: string): Promise<string> => {
      const details = part(element, 'why') as HTMLDetailsElement;
      details.open = true;
      const option = await until(() =>
        [...root().querySelectorAll('option')].find((each) => text(each) === name),
      );
      const select = option.closest('select')!;
      select.value = option.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await until(() => text(root().querySelector('.outcome')).includes(name));
      return text(root().querySelector('.answer'));
    };

    it('says why the contact is in a group, or not', async () => {
      await show();
      expect(await ask('[DYN] Inbound Leads')).to.match(/^The contact is in \[DYN\] Inbound Leads\. Since /);
      expect(await ask('Active Customers')).to.match(
        /^The contact is not in Active Customers\. Nobody and nothing has put the contact into the group\..*Yes: The group is in use.*No: Somebody or something put/,
      );
      expect(await ask('VIPs')).to.contain('Yes: tag = "vip"');
      const fromBackend = [...root().querySelectorAll('.conditions bdi')].map(text);
      expect(fromBackend, 'in its own direction, whatever the page’s').to.include('tag = "vip"');
    });

    it('says why the contact is in a campaign, or not, condition by condition', async () => {
      await show();
      expect(await ask('Inbound Nurturing')).to.match(
        /The contact is enrolled in Inbound Nurturing\..*Yes: The campaign is running.*Yes: The contact is active.*Yes: A linked group brings the contact/,
      );
      const stopped = (await fluenzr.contacts.list({ status: 'UNSUBSCRIBED' })).data[0]!;
      element.remove();
      await show(stopped.id);
      expect(await ask('Inbound Nurturing')).to.match(
        /The contact is not enrolled in Inbound Nurturing\. .*No: The contact is active/,
      );
    });

    it('asks again after a change', async () => {
      await show();
      await ask('Active Customers');
      await startAdding();
      await pick('custom');
      submit();
      await until(() =>
        text(root().querySelector('.outcome')).startsWith('The contact is in Active Customers'),
      );
    });
  });

  it('speaks the language of the page', async () => {
    document.documentElement.lang = 'es';
    await show();
    await until(() => text(part(element, 'title')) === 'Grupos');
    (part(element, 'why') as HTMLDetailsElement).open = true;
    await until(() => text(part(element, 'why')).includes('Grupo o campaña'));
    document.documentElement.lang = 'en';
  });

  it('has nothing for axe to find in any state, light and dark', async () => {
    element = document.createElement('fluenzr-contact-groups');
    document.body.append(element);
    await element.updateComplete;
    await expectAccessible(element, 'loading');
    element.remove();
    await show();
    (part(element, 'why') as HTMLDetailsElement).open = true;
    await until(() => root().querySelector('select option[value^=campaign]'));
    const select = root().querySelector('select')!;
    select.value = select.querySelector<HTMLOptionElement>('option[value^=campaign]')!.value;
    select.dispatchEvent(new Event('change'));
    await until(() => root().querySelector('.conditions'));
    await expectAccessible(element, 'explained');
    await startAdding();
    await expectAccessible(element, 'adding');
    dialog()!.close();
    await until(() => !dialog());
    part(element, 'remove').click();
    await until(() => dialog()?.open);
    await expectAccessible(element, 'removing');
    element.remove();
    await show('con_gone');
    await expectAccessible(element, 'failed');
  });

  it('is harmless when the script is there twice', async () => {
    const first = customElements.get('fluenzr-contact-groups');
    await import(new URL('../src/contact-groups/define.ts?again', import.meta.url).href);
    expect(customElements.get('fluenzr-contact-groups')).to.equal(first);
  });

  it('fits into 320 pixels, with targets of 44', async () => {
    await show();
    element.style.setProperty('inline-size', '320px'); // WebKit has no window that narrow
    expect(root().querySelector('section')!.scrollWidth).to.be.at.most(320);
    const small = [...root().querySelectorAll('button, summary')].filter(
      (target) => target.getBoundingClientRect().height < 44,
    );
    expect(small).to.deep.equal([]);
    part(element, 'add').click();
    const dialog = await until(() => root().querySelector('dialog'));
    dialog.style.inlineSize = '200px'; // as on a phone with large text
    await until(() => dialog.querySelector('fluenzr-group-picker')?.shadowRoot?.querySelector('input'));
    expect(dialog.scrollWidth).to.be.at.most(dialog.clientWidth);
  });
});
