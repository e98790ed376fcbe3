import { expect } from 'chai';
import { html } from '@open-wc/testing';
import type { FluenzrGroupPicker } from '@fluenzr/elements';
import {
  active,
  chips,
  groups,
  input,
  isOpen,
  manyGroups,
  names,
  options,
  part,
  picker,
  press,
  status,
  type,
  until,
} from './group-picker-fixture.js';

const listed = [
  '[DYN] Inbound Leads',
  'Active Customers',
  'Engaged in the last 30 days',
  'Élodie’s accounts',
  'LinkedIn Leads Q4',
];

describe('<fluenzr-group-picker> keyboard', () => {
  let element: FluenzrGroupPicker;
  const activeRow = () => element.shadowRoot!.querySelector('.active')!;
  const inSight = () => {
    const list = part(element, 'listbox')!.getBoundingClientRect();
    const row = activeRow().getBoundingClientRect();
    return row.top >= list.top - 1 && row.bottom <= list.bottom + 1;
  };

  describe('in the field, after the APG', () => {
    beforeEach(async () => {
      element = await picker();
      element.focus();
    });

    it('is closed at the focus', () => {
      expect(isOpen(element)).to.equal(false);
      expect(active(element)).to.equal(undefined);
    });

    for (const [keys, name] of [
      [['ArrowDown'], listed[0]],
      [['ArrowUp'], listed[4]],
      [['ArrowDown', 'ArrowDown'], listed[1]],
      [['ArrowDown', 'ArrowUp'], listed[0]],
      [['ArrowDown', 'End'], listed[4]],
      [['ArrowUp', 'Home'], listed[0]],
      [['ArrowUp', 'ArrowDown'], listed[4]],
      [['Alt+ArrowDown', 'PageDown'], listed[4]],
      [['ArrowUp', 'PageUp'], listed[0]],
      [['Alt+ArrowDown'], undefined],
      [['ArrowDown', 'ArrowRight'], undefined],
      [['ArrowDown', 'ArrowLeft'], undefined],
    ] as const)
      it(`opens with ${keys.join(', ')}: ${name ?? 'no option'} is active`, async () => {
        await press(element, ...keys);
        expect(isOpen(element)).to.equal(true);
        expect(active(element)).to.equal(name);
      });

    it('opens at a key that types, and lists what matches', async () => {
      await type(element, 'lead');
      expect(isOpen(element)).to.equal(true);
      expect(names(element)).to.deep.equal(['[DYN] Inbound Leads', 'LinkedIn Leads Q4']);
      expect(active(element), 'nothing is chosen for the visitor').to.equal(undefined);
      expect(status(element)).to.equal('2 groups');
    });

    it('chooses the active option with Enter, and closes', async () => {
      await press(element, 'ArrowDown', 'ArrowDown', 'Enter');
      expect(element.value).to.equal('grp_customers');
      expect(input(element).value).to.equal('Active Customers');
      expect(isOpen(element)).to.equal(false);
      expect(status(element)).to.equal('Active Customers chosen');
    });

    it('chooses nothing with Enter while no option is active', async () => {
      await type(element, 'lead');
      await press(element, 'Enter');
      expect(element.value).to.equal('');
      expect(isOpen(element)).to.equal(true);
    });

    it('says why a smart group cannot be chosen', async () => {
      await press(element, 'ArrowDown', 'ArrowDown', 'ArrowDown');
      expect(active(element)).to.equal('Engaged in the last 30 days');
      expect(options(element)[2]!.ariaDisabled).to.equal('true');
      expect(options(element)[2]!.textContent).to.contain('A query fills it');
      await press(element, 'Enter');
      expect(element.value).to.equal('');
      expect(status(element)).to.equal('A query fills it: contacts cannot be added.');
    });

    it('closes with Escape and keeps what was typed; a second Escape takes that back', async () => {
      await press(element, 'ArrowDown', 'ArrowDown', 'Enter');
      input(element).select();
      await type(element, 'lead');
      await press(element, 'Escape');
      expect(isOpen(element)).to.equal(false);
      expect(input(element).value).to.equal('lead');
      await press(element, 'Escape');
      expect(input(element).value).to.equal('Active Customers');
      expect(element.value).to.equal('grp_customers');
    });

    it('closes with Alt+ArrowUp', async () => {
      await press(element, 'ArrowDown', 'Alt+ArrowUp');
      expect(isOpen(element)).to.equal(false);
    });

    it('leaves with Tab: the list closes, and nothing is chosen', async () => {
      const next = document.createElement('input'); // WebKit comes back to the only field of a page
      element.after(next);
      await press(element, 'ArrowDown', 'Tab');
      expect(document.activeElement).to.equal(next);
      expect(isOpen(element)).to.equal(false);
      expect(element.value).to.equal('');
    });

    it('edits the text with Home and End while no option is active', async () => {
      await type(element, 'lead');
      await press(element, 'Home');
      expect(input(element).selectionStart).to.equal(0);
      await press(element, 'End');
      expect(input(element).selectionStart).to.equal(4);
    });

    it('gives the choice up when the text is emptied', async () => {
      await press(element, 'ArrowDown', 'Enter');
      input(element).select();
      await press(element, 'Backspace');
      expect(element.value).to.equal('');
      expect(status(element)).to.equal('5 groups');
    });

    it('searches anew for what is typed after a choice, in the place of its name', async () => {
      await press(element, 'ArrowDown', 'Enter');
      await type(element, 'lead');
      expect(input(element).value).to.equal('lead');
      expect(names(element)).to.deep.equal(['[DYN] Inbound Leads', 'LinkedIn Leads Q4']);
      await press(element, 'Escape', 'Escape', 'ArrowDown');
      expect(input(element).value).to.equal('[DYN] Inbound Leads');
      await type(element, 'acc');
      expect(input(element).value, 'also when the list was open').to.equal('acc');
      expect(element.value).to.equal('grp_inbound');
    });

    it('leaves what was typed as it is when the list opens again', async () => {
      await type(element, 'le');
      await press(element, 'Escape', 'Alt+ArrowDown');
      await type(element, 'ad');
      expect(input(element).value).to.equal('lead');
    });

    it('leaves keys of an input method alone', async () => {
      await press(element, 'ArrowDown');
      input(element).dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }),
      );
      expect(element.value).to.equal('');
    });

    it('keeps the active option in the DOM and in sight, however far it is', async () => {
      element.items = manyGroups(100_000);
      await press(element, 'ArrowDown', 'End');
      expect(active(element)).to.equal('Leads 99999');
      expect(inSight()).to.equal(true);
      await press(element, 'PageUp');
      expect(active(element)).to.equal('Leads 99991');
      await press(element, 'Home', 'PageDown');
      expect(active(element)).to.equal('Leads 8');
    });

    it('shows the end of a long list that Up has opened', async () => {
      element.items = manyGroups(40);
      await press(element, 'ArrowUp');
      expect([active(element), inSight()]).to.deep.equal(['Leads 39', true]);
      await press(element, 'Escape', 'ArrowUp');
      expect([active(element), inSight()], 'again').to.deep.equal(['Leads 39', true]);
    });

    it('shows it where rows are higher than usual, too', async () => {
      element.items = manyGroups(40);
      document.documentElement.style.fontSize = '24px';
      try {
        await press(element, 'ArrowUp');
        await until(element, inSight);
        expect(active(element)).to.equal('Leads 39');
      } finally {
        document.documentElement.style.fontSize = '';
      }
    });

    it('keeps the active option in sight as rows become higher', async () => {
      element.items = manyGroups(40);
      await press(element, 'ArrowUp');
      const { height } = activeRow().getBoundingClientRect();
      document.documentElement.style.fontSize = '24px';
      try {
        await until(element, () => activeRow().getBoundingClientRect().height > height && inSight());
        expect(active(element)).to.equal('Leads 39');
      } finally {
        document.documentElement.style.fontSize = '';
      }
    });
  });

  it('does not close a dialog around it with the Escape that closes its list', async () => {
    element = await picker(
      html`<dialog><fluenzr-group-picker label="Group" .items=${groups}></fluenzr-group-picker></dialog>`,
    );
    const dialog = element.closest('dialog')!;
    dialog.showModal();
    element.focus();
    await press(element, 'ArrowDown');
    expect(isOpen(element)).to.equal(true);
    await press(element, 'Escape');
    expect([isOpen(element), dialog.open]).to.deep.equal([false, true]);
    await press(element, 'Escape');
    expect(dialog.open).to.equal(false);
  });

  for (const [direction, back, forward] of [
    ['ltr', 'ArrowLeft', 'ArrowRight'],
    ['rtl', 'ArrowRight', 'ArrowLeft'],
  ] as const)
    describe(`among chips, ${direction}`, () => {
      const focused = (): string | null | undefined =>
        element.shadowRoot!.activeElement?.getAttribute('aria-label')?.replace(/[\u2066-\u2069]/g, '');

      beforeEach(async () => {
        element = await picker(
          html`<fluenzr-group-picker
            dir=${direction}
            label="Groups"
            multiple
            .items=${groups}
            .value=${['grp_inbound', 'grp_customers', 'grp_linkedin']}
          ></fluenzr-group-picker>`,
        );
        element.focus();
      });

      it('goes to the last chip from the start of the text, along the chips, and back', async () => {
        await press(element, back);
        expect(focused()).to.equal('Remove LinkedIn Leads Q4');
        await press(element, back, back, back);
        expect(focused()).to.equal('Remove [DYN] Inbound Leads');
        await press(element, forward);
        expect(focused()).to.equal('Remove Active Customers');
        await press(element, 'Home');
        expect(focused()).to.equal('Remove [DYN] Inbound Leads');
        await press(element, 'End');
        expect(element.shadowRoot!.activeElement).to.equal(input(element));
      });

      it('removes with Backspace, Delete and Enter, and the focus goes on', async () => {
        await press(element, 'Backspace');
        expect(chips(element), 'the first Backspace only goes there').to.have.length(3);
        await press(element, back, 'Backspace');
        expect(element.value).to.deep.equal(['grp_inbound', 'grp_linkedin']);
        expect(status(element)).to.equal('Active Customers removed');
        expect(focused()).to.equal('Remove LinkedIn Leads Q4');
        await press(element, 'Delete');
        expect(element.value).to.deep.equal(['grp_inbound']);
        expect(element.shadowRoot!.activeElement).to.equal(input(element));
        await press(element, back, 'Enter');
        expect(element.value).to.deep.equal([]);
      });

      it('chooses several, keeps the list open, and takes a choice back', async () => {
        await type(element, 'acc');
        await press(element, 'ArrowDown', 'Enter');
        expect(isOpen(element)).to.equal(true);
        expect(chips(element).at(-1)).to.equal('Élodie’s accounts');
        await press(element, 'Enter');
        expect(element.value).to.deep.equal(['grp_inbound', 'grp_customers', 'grp_linkedin']);
      });
    });
});
