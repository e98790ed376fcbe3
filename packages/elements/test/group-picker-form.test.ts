import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing';
import { FluenzrGroupPicker } from '@fluenzr/elements';
import {
  drawn,
  groups,
  input,
  isOpen,
  manyGroups,
  part,
  picker,
  plain,
  press,
  ready,
  status,
} from './group-picker-fixture.js';

const choosable = groups.filter(({ type, status }) => type !== 'SMART' && status !== 'ARCHIVED');

/** A picker and a native select with the same options, attributes and value, in one form. */
async function both(
  attributes: Record<string, string>,
  value: string[] = [],
): Promise<{ form: HTMLFormElement; element: FluenzrGroupPicker; select: HTMLSelectElement }> {
  const form = await fixture<HTMLFormElement>(html`<form><fieldset></fieldset></form>`);
  const fieldset = form.querySelector('fieldset')!;
  const element = document.createElement('fluenzr-group-picker');
  const select = document.createElement('select');
  for (const [name, text] of Object.entries(attributes)) {
    element.setAttribute(name, text);
    select.setAttribute(name, text);
  }
  element.setAttribute('name', 'ours');
  element.setAttribute('value', value.join(' '));
  select.name = 'native';
  const blank = new Option('Choose', '', value.length === 0, value.length === 0);
  if (!select.multiple) select.append(blank);
  for (const { id, name } of choosable)
    select.append(new Option(name, id, value.includes(id), value.includes(id)));
  element.items = groups;
  fieldset.append(element, select);
  await ready(element);
  return { form, element, select };
}

/** What both submit: a native single select without a choice submits its empty option, where the picker has nothing. */
const submitted = (form: HTMLFormElement): [unknown[], unknown[]] => {
  const data = new FormData(form);
  return [data.getAll('ours'), data.getAll('native').filter(Boolean)];
};

const choose = (select: HTMLSelectElement, ids: string[]): void => {
  for (const option of select.options) option.selected = ids.includes(option.value);
};

describe('<fluenzr-group-picker> as a form control, beside <select>', () => {
  for (const [what, attributes, initial, later] of [
    ['one', {}, [], ['grp_linkedin']],
    ['one, with a value', {}, ['grp_inbound'], ['grp_customers']],
    ['several', { multiple: '' }, ['grp_inbound', 'grp_linkedin'], ['grp_customers']],
    ['several, none', { multiple: '' }, [], ['grp_inbound', 'grp_customers', 'grp_linkedin']],
  ] as const)
    it(`submits, and is reset: ${what}`, async () => {
      const { form, element, select } = await both(attributes, [...initial]);
      const [ours, native] = submitted(form);
      expect([ours, native]).to.deep.equal([initial, initial]);
      element.value = select.multiple ? [...later] : later[0];
      choose(select, [...later]);
      const [ours2, native2] = submitted(form);
      expect([ours2, native2]).to.deep.equal([later, later]);
      form.reset();
      const [ours3, native3] = submitted(form);
      expect([ours3, native3]).to.deep.equal([initial, initial]);
      await drawn(element);
      if (!select.multiple)
        expect(input(element).value).to.equal(groups.find(({ id }) => id === initial[0])?.name ?? '');
    });

  it('is told by a submit event what the visitor has just chosen', async () => {
    const { form, element } = await both({});
    const seen: unknown[] = [];
    element.addEventListener('input', () => seen.push('input', element.value));
    form.addEventListener('change', () => seen.push('change', new FormData(form).get('ours')));
    element.focus();
    await press(element, 'ArrowDown', 'Enter');
    expect(seen).to.deep.equal(['input', 'grp_inbound', 'change', 'grp_inbound']);
  });

  it('fires nothing for what a program sets, nor for what is typed', async () => {
    const { element } = await both({});
    let events = 0;
    for (const type of ['input', 'change']) element.addEventListener(type, () => (events += 1));
    element.value = 'grp_inbound';
    element.focus();
    await press(element, 'x');
    expect(events).to.equal(0);
  });

  for (const multiple of [false, true])
    it(`takes back what was typed and closes its list when its form is reset${multiple ? ', several' : ''}`, async () => {
      const { form, element } = await both(multiple ? { multiple: '' } : {});
      element.focus();
      await press(element, 'l', 'q');
      form.reset();
      await drawn(element);
      expect(input(element).value).to.equal('');
      expect(isOpen(element)).to.equal(false);
      await press(element, 'ArrowDown');
      expect(status(element)).to.equal('5 groups');
    });

  for (const multiple of [false, true])
    it(`lets the visitor type on when the page sets what was just chosen${multiple ? ', several' : ''}`, async () => {
      const { element } = await both(multiple ? { multiple: '' } : {}, ['grp_inbound']);
      element.addEventListener('change', () => {
        const { value } = element;
        element.value = value;
      });
      element.focus();
      input(element).select();
      await press(element, ...(multiple ? ['q', '4', 'ArrowDown', 'Enter'] : ['Delete']));
      expect(isOpen(element)).to.equal(true);
      expect(input(element).value).to.equal(multiple ? 'q4' : '');
      expect(status(element)).to.contain(multiple ? 'chosen' : '5 groups');
    });

  for (const multiple of [false, true])
    it(`is valid when a select is${multiple ? ', several' : ''}`, async () => {
      const { form, element, select } = await both({ required: '', ...(multiple && { multiple: '' }) });
      const compare = (valid: boolean): void => {
        for (const control of [element, select]) {
          expect(control.validity.valueMissing, control.localName).to.equal(!valid);
          expect(control.checkValidity(), control.localName).to.equal(valid);
          expect(control.willValidate).to.equal(true);
          expect(control.matches(':invalid')).to.equal(!valid);
        }
        expect(form.checkValidity()).to.equal(valid);
      };
      compare(false);
      expect(element.validationMessage).to.equal('Choose a group.');
      element.value = 'grp_inbound';
      choose(select, ['grp_inbound']);
      compare(true);
      element.value = multiple ? [] : '';
      choose(select, ['']);
      compare(false);
      element.required = select.required = false;
      compare(true);
    });

  it('says what is missing at the field once the form has asked, until something is chosen', async () => {
    const { element } = await both({ required: '' });
    expect(part(element, 'error')!.textContent).to.equal('');
    expect(element.reportValidity()).to.equal(false);
    await drawn(element);
    expect(part(element, 'error')!.textContent).to.equal('Choose a group.');
    expect(input(element).ariaInvalid).to.equal('true');
    expect(element.matches(':state(invalid)')).to.equal(true);
    expect(element.shadowRoot!.activeElement, 'the browser goes there').to.equal(input(element));
    await press(element, 'ArrowDown', 'Enter');
    expect(part(element, 'error')!.textContent).to.equal('');
    expect(input(element).ariaInvalid).to.equal(null);
  });

  it('is disabled by a fieldset, and by itself, each without the other', async () => {
    const { form, element, select } = await both({}, ['grp_inbound']);
    const fieldset = form.querySelector('fieldset')!;
    const compare = async (disabled: boolean): Promise<void> => {
      await drawn(element);
      expect([element.matches(':disabled'), select.matches(':disabled')]).to.deep.equal([disabled, disabled]);
      expect(submitted(form)[0]).to.deep.equal(submitted(form)[1]);
      expect(input(element).disabled).to.equal(disabled);
      expect([element.willValidate, select.willValidate]).to.deep.equal([!disabled, !disabled]);
    };
    fieldset.disabled = true;
    await compare(true);
    expect([element.disabled, select.disabled], 'its own is another matter').to.deep.equal([false, false]);
    element.disabled = select.disabled = true;
    fieldset.disabled = false;
    await compare(true);
    element.disabled = select.disabled = false;
    await compare(false);
    fieldset.disabled = true;
    await compare(true);
    fieldset.disabled = false;
    await compare(false);
  });

  it('closes its list when it is disabled or leaves the page', async () => {
    const { element } = await both({});
    element.focus();
    await press(element, 'ArrowDown');
    element.disabled = true;
    await drawn(element);
    await drawn(element);
    expect(isOpen(element)).to.equal(false);
    element.disabled = false;
    await drawn(element);
    element.focus();
    await press(element, 'ArrowDown');
    expect(isOpen(element)).to.equal(true);
    const parent = element.parentElement!;
    element.remove();
    parent.append(element);
    await drawn(element);
    expect(isOpen(element)).to.equal(false);
  });

  it('shows and submits its value when it is read-only, and is not checked', async () => {
    const { form, element } = await both({ readonly: '', required: '' }, ['grp_inbound']);
    expect(element.readOnly).to.equal(true);
    element.focus();
    await press(element, 'ArrowDown');
    expect(isOpen(element)).to.equal(false);
    expect(submitted(form)[0]).to.deep.equal(['grp_inbound']);
    expect(element.willValidate).to.equal(false);
    expect(part(element, 'toggle')).to.equal(null);
  });

  it('comes back with its value when the browser restores the page', async () => {
    const { element } = await both({ multiple: '' });
    element.value = ['grp_inbound', 'grp_linkedin'];
    element.formStateRestoreCallback('grp_customers grp_linkedin');
    expect(element.value).to.deep.equal(['grp_customers', 'grp_linkedin']);
    element.formStateRestoreCallback('');
    expect(element.value).to.deep.equal([]);
    element.formStateRestoreCallback(null);
    expect(element.value).to.deep.equal([]);
  });

  it('goes by another name, and by none, at once', async () => {
    const { form, element } = await both({ multiple: '' }, ['grp_inbound']);
    element.name = 'groups';
    expect([...new FormData(form).keys()])
      .to.include('groups')
      .and.not.to.include('ours');
  });

  it('belongs to a form elsewhere by the attribute form', async () => {
    const box = await fixture<HTMLElement>(
      html`<div>
        <form id="elsewhere"></form>
        <fluenzr-group-picker form="elsewhere" name="g" value="grp_1"></fluenzr-group-picker>
      </div>`,
    );
    const element = box.querySelector('fluenzr-group-picker')!;
    expect(element.form).to.equal(box.querySelector('form'));
    expect(new FormData(box.querySelector('form')!).get('g')).to.equal('grp_1');
  });

  for (const where of ['before', 'after'])
    it(`is labelled and focused by a <label> ${where} it`, async () => {
      const label = html`<label for="picked"> Group for <em>new</em> leads</label>`;
      const box = await fixture<HTMLElement>(
        html`<div>
          ${where === 'before' ? label : ''}<fluenzr-group-picker
            id="picked"
            .items=${groups}
          ></fluenzr-group-picker>
          ${where === 'after' ? label : ''}
        </div>`,
      );
      const element = await ready(box.querySelector('fluenzr-group-picker')!);
      expect(input(element).getAttribute('aria-label')).to.equal('Group for new leads');
      box.querySelector('label')!.click();
      expect(element.shadowRoot!.activeElement).to.equal(input(element));
    });

  it('submits 100,000 groups, and shows the first of them', async () => {
    const items = manyGroups(100_000);
    const form = await fixture<HTMLFormElement>(
      html`<form><fluenzr-group-picker name="g" multiple .items=${items}></fluenzr-group-picker></form>`,
    );
    const element = await ready(form.querySelector('fluenzr-group-picker')!);
    element.value = items.map(({ id }) => id);
    await drawn(element);
    expect(new FormData(form).getAll('g')).to.have.length(100_000);
    const chips = [...element.shadowRoot!.querySelectorAll('li')];
    expect(chips).to.have.length(31);
    expect(plain(chips.at(-1)!.textContent)).to.equal('99,970 more');
  });

  it('has the same value whether it is set before or after everything else', async () => {
    const early = document.createElement('fluenzr-group-picker');
    early.value = ['grp_inbound', 'grp_customers'];
    early.multiple = true;
    early.name = 'g';
    const form = await fixture<HTMLFormElement>(html`<form></form>`);
    form.append(early);
    expect(new FormData(form).getAll('g')).to.deep.equal(['grp_inbound', 'grp_customers']);
    await ready(early);
    early.items = groups;
    await drawn(early);
    expect(early.selectedGroups.map(({ name }) => name)).to.deep.equal([
      '[DYN] Inbound Leads',
      'Active Customers',
    ]);
    early.multiple = false;
    expect(early.value).to.equal('grp_inbound');
  });

  it('takes properties that were set before it was defined', async () => {
    const element = document.createElement('test-late-picker');
    Object.assign(element, { value: 'grp_customers', items: groups, required: true });
    document.body.append(element);
    customElements.define('test-late-picker', class extends FluenzrGroupPicker {});
    const late: unknown = element;
    const picker = await ready(late as FluenzrGroupPicker);
    expect(picker.value).to.equal('grp_customers');
    expect(picker.hasAttribute('required')).to.equal(true);
    expect(input(picker).value).to.equal('Active Customers');
    element.remove();
  });

  for (const wrong of [5, {}, [5], true])
    it(`refuses ${JSON.stringify(wrong)} as a value, and keeps the one that it has`, async () => {
      const element = await picker();
      element.value = 'grp_inbound';
      expect(() => (element.value = wrong as unknown as string)).to.throw(
        TypeError,
        /an id or a list of ids/,
      );
      expect(element.value).to.equal('grp_inbound');
    });
});
