import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { FluenzrLeadForm } from '@fluenzr/elements';
import {
  FakeClient,
  failure,
  field,
  fill,
  form,
  leadForm,
  narrowColumn,
  part,
  settled,
  submit,
  type,
  typed,
  until,
} from './lead-form-fixture.js';

describe('<fluenzr-lead-form> in a page', () => {
  describe('set up in any order', () => {
    it('works when the properties were set before the element was defined', async () => {
      const client = new FakeClient();
      const element = document.createElement('fluenzr-lead-form-late' as 'fluenzr-lead-form');
      Object.assign(element, { client, groupId: 'grp_inbound', labels: { submit: 'Join' } });
      document.body.append(element);
      customElements.define('fluenzr-lead-form-late', class extends FluenzrLeadForm {});
      await element.updateComplete;
      expect(element.querySelector('button')?.textContent.trim()).to.equal('Join');
      fill(element);
      submit(element);
      expect(client.calls[0]?.input.groupId).to.equal('grp_inbound');
      element.remove();
    });

    it('works when they are set after it is in the page', async () => {
      const element = await fixture<FluenzrLeadForm>(html`<fluenzr-lead-form></fluenzr-lead-form>`);
      const client = new FakeClient();
      fill(element);
      Object.assign(element, { client, groupId: 'grp_inbound' });
      submit(element);
      expect(client.calls[0]?.input.groupId).to.equal('grp_inbound');
    });

    it('bears a second copy of the script', async () => {
      const second = new URL('../src/lead-form/define.ts?second-copy', import.meta.url).href;
      await import(second);
      expect(customElements.get('fluenzr-lead-form')).to.equal(FluenzrLeadForm);
    });
  });

  it('shows what the page puts into it above the fields, even when that comes later', async () => {
    const element = await leadForm(new FakeClient());
    const heading = document.createElement('h2');
    heading.textContent = 'Get the product tour';
    element.append(heading);
    expect(heading.getBoundingClientRect().bottom).to.be.at.most(form(element).getBoundingClientRect().top);
  });

  describe('moved, copied, repeated', () => {
    it('keeps what was typed and the error messages when it is moved', async () => {
      const element = await leadForm(new FakeClient());
      type(element, 'email', 'ada@example');
      type(element, 'firstName', 'Ada');
      submit(element);
      await settled(element);
      const place = await fixture(html`<section></section>`);
      place.append(element);
      await settled(element);
      expect(typed(element)).to.deep.equal({ email: 'ada@example', firstName: 'Ada', lastName: '' });
      expect(field(element, 'email').getAttribute('aria-invalid')).to.equal('true');
      expect(element.querySelectorAll('form')).to.have.length(1);
    });

    it('takes the answer of a lead that was under way when it was taken out of the page', async () => {
      const client = new FakeClient();
      const element = await leadForm(client);
      fill(element);
      submit(element);
      const { parentNode } = element;
      element.remove();
      client.refuse(failure({ status: 503 }));
      await settled(element);
      parentNode?.append(element);
      expect(typed(element).email).to.equal('ada@example.com');
      expect(part(element, 'failure')?.textContent).to.contain('on our side');
    });

    it('works as a copy, which page caches put in its place, with what was typed', async () => {
      const client = new FakeClient();
      const element = await leadForm(client);
      fill(element);
      const place = element.parentElement!;
      element.replaceWith(element.cloneNode(true));
      const copy = place.querySelector('fluenzr-lead-form')!;
      copy.client = client;
      await settled(copy);
      expect(copy.querySelectorAll('form')).to.have.length(1);
      expect(typed(copy)).to.deep.equal({ email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' });
      submit(copy);
      expect(client.calls).to.have.length(1);
    });

    it('stands twice on a page: own ids, own state', async () => {
      const clients = [new FakeClient(), new FakeClient()];
      const [first, second] = await Promise.all(clients.map((client) => leadForm(client)));
      const ids = [...document.querySelectorAll('fluenzr-lead-form [id]')].map(({ id }) => id);
      expect(new Set(ids).size).to.equal(ids.length);
      submit(first!);
      fill(second!);
      submit(second!);
      await settled(first!);
      expect(clients.map(({ calls }) => calls.length)).to.deep.equal([0, 1]);
      expect(first!.matches(':state(error)')).to.be.true;
      expect(second!.matches(':state(busy)')).to.be.true;
    });
  });

  describe('its look', () => {
    it('gives way to every rule of the page', async () => {
      const rules = document.createElement('style');
      rules.textContent = 'input { border-radius: 3px } label { color: rgb(1, 2, 3) }';
      document.head.append(rules);
      const element = await leadForm(new FakeClient());
      const input = getComputedStyle(field(element, 'email'));
      expect(input.borderTopLeftRadius).to.equal('3px');
      expect(getComputedStyle(element.querySelector('label')!).color).to.equal('rgb(1, 2, 3)');
      expect(input.minHeight, 'and holds where the page says nothing').to.equal('48px');
      rules.remove();
    });

    it('reaches the inputs inside the shadow root of another component, too', async () => {
      const host = await fixture(html`<div></div>`);
      const element = document.createElement('fluenzr-lead-form');
      host.attachShadow({ mode: 'open' }).append(element);
      await element.updateComplete;
      expect(getComputedStyle(field(element, 'email')).minHeight).to.equal('48px');
    });

    it('takes custom properties from the page', async () => {
      const element = await leadForm(new FakeClient());
      element.style.setProperty('--fluenzr-accent', 'rgb(9, 8, 7)');
      expect(getComputedStyle(element.querySelector('button')!).backgroundColor).to.equal('rgb(9, 8, 7)');
    });

    it('follows the color-scheme of the page, or its own theme', async () => {
      const element = await leadForm(new FakeClient());
      const surface = (): string => getComputedStyle(part(element, 'card')!).backgroundColor;
      expect(surface()).to.equal('rgb(255, 255, 255)');
      document.documentElement.style.colorScheme = 'dark';
      expect(surface()).to.equal('rgb(23, 26, 35)');
      element.setAttribute('theme', 'light');
      expect(surface()).to.equal('rgb(255, 255, 255)');
      document.documentElement.style.colorScheme = '';
      element.setAttribute('theme', 'dark');
      expect(surface()).to.equal('rgb(23, 26, 35)');
    });

    it('sets the names side by side where there is room, below each other where there is not', async () => {
      await setViewport({ width: 800, height: 800 });
      const element = await leadForm(new FakeClient());
      const top = (name: string): number => field(element, name).getBoundingClientRect().top;
      expect(top('lastName')).to.equal(top('firstName'));
      element.style.inlineSize = '300px'; // the element's own width counts, not the window's
      expect(top('lastName')).to.be.greaterThan(top('firstName'));
    });

    it('keeps its width in a row that gives it none', async () => {
      const row = await fixture(
        html`<div style="display: inline-flex"><fluenzr-lead-form></fluenzr-lead-form></div>`,
      );
      expect(row.firstElementChild!.getBoundingClientRect().width).to.be.greaterThan(300);
    });

    it('leaves no more room above a plain heading than at its side, unless the page says so', async () => {
      const element = await fixture<FluenzrLeadForm>(
        html`<fluenzr-lead-form><h2>Get the product tour</h2></fluenzr-lead-form>`,
      );
      const heading = element.querySelector('h2')!;
      const [card, title] = [part(element, 'card')!, heading].map((each) => each.getBoundingClientRect());
      expect(title!.top - card!.top).to.equal(title!.left - card!.left);
      const page = document.createElement('style');
      page.textContent = 'h2 { margin-block-start: 7px }';
      element.append(page);
      expect(getComputedStyle(heading).marginTop).to.equal('7px');
    });

    it('fits into 320 pixels', async () => {
      const element = await leadForm(new FakeClient());
      const column = narrowColumn(element);
      submit(element);
      await until(() => part(element, 'summary'));
      expect(column.scrollWidth).to.equal(320);
    });

    it('turns round where the page is written from right to left', async () => {
      const element = await leadForm(new FakeClient());
      const left = (name: string): number => field(element, name).getBoundingClientRect().left;
      expect(left('firstName')).to.be.lessThan(left('lastName'));
      document.documentElement.dir = 'rtl';
      expect(left('firstName')).to.be.greaterThan(left('lastName'));
      document.documentElement.dir = '';
    });
  });

  it('hides with the hidden attribute', async () => {
    const element = await leadForm(new FakeClient());
    element.hidden = true;
    expect(form(element).checkVisibility()).to.be.false;
  });
});
