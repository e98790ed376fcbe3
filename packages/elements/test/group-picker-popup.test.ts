import { expect } from 'chai';
import { html } from '@open-wc/testing';
import { placeBeside } from '../src/group-picker/popup.js';
import {
  groups,
  input,
  isOpen,
  manyGroups,
  options,
  part,
  picker,
  press,
  until,
  type,
} from './group-picker-fixture.js';

describe('popup of <fluenzr-group-picker>', () => {
  describe('without CSS anchor positioning', () => {
    let field: HTMLElement;
    let list: HTMLElement;
    const fixed = (element: HTMLElement, styles: Record<string, string>): void => {
      for (const [name, value] of Object.entries({ position: 'fixed', ...styles }))
        element.style.setProperty(name, value);
    };

    beforeEach(() => {
      field = document.body.appendChild(document.createElement('div'));
      list = document.body.appendChild(document.createElement('div'));
      fixed(list, { overflow: 'auto' });
      list.appendChild(document.createElement('div')).style.height = '5000px';
    });
    afterEach(() => {
      field.remove();
      list.remove();
    });

    for (const [where, top] of [
      ['below', '20px'],
      ['above', `${String(innerHeight - 60)}px`],
    ] as const)
      it(`stands ${where} its field, as wide as it, and is not cut off`, () => {
        fixed(field, { top, left: '30px', width: '300px', height: '48px' });
        placeBeside(field, list);
        const box = field.getBoundingClientRect();
        const { left, width, top: listTop, bottom } = list.getBoundingClientRect();
        expect([left, width]).to.deep.equal([30, 300]);
        expect(where === 'below' ? listTop : bottom).to.equal(where === 'below' ? box.bottom : box.top);
        expect(listTop >= 0 && bottom <= innerHeight).to.equal(true);
      });
  });

  it('is cut off by nothing around it', async () => {
    const element = await picker(
      html`<div style="overflow: hidden; height: 60px; transform: translate(0)">
        <fluenzr-group-picker .items=${groups}></fluenzr-group-picker>
      </div>`,
    );
    element.focus();
    await press(element, 'ArrowDown');
    const { x, y, width, height } = options(element).at(-1)!.getBoundingClientRect();
    const hit = element.shadowRoot!.elementFromPoint(x + width / 2, y + height / 2);
    expect(hit?.closest('[role=option]')).to.equal(options(element).at(-1));
  });

  it('has room beside its field, however many groups are chosen', async () => {
    const many = manyGroups(40).map((group) => ({
      ...group,
      name: `${group.name} from the trade shows in Paris and Lyon`,
    }));
    const element = await picker(
      html`<fluenzr-group-picker
        multiple
        .items=${many}
        .value=${many.map(({ id }) => id)}
      ></fluenzr-group-picker>`,
    );
    element.focus();
    await press(element, 'ArrowDown');
    const field = part(element, 'field')!.getBoundingClientRect();
    const list = part(element, 'popup')!.getBoundingClientRect();
    expect(list.top >= field.bottom || list.bottom <= field.top).to.equal(true);
    expect(list.top >= 0 && list.bottom <= innerHeight, 'the list is in the window').to.equal(true);
    // what is typed can be seen: WebKit scrolls to what has the focus some frames later
    await until(element, () => {
      const { x, y, width, height } = input(element).getBoundingClientRect();
      return element.shadowRoot!.elementFromPoint(x + width / 2, y + height / 2) === input(element);
    });
  });

  it('opens and closes with the mouse, and keeps the focus in the field', async () => {
    const element = await picker();
    part(element, 'toggle')!.dispatchEvent(
      new MouseEvent('mousedown', { bubbles: true, cancelable: true, composed: true }),
    );
    part(element, 'toggle')!.click();
    await press(element, 'Shift');
    expect(isOpen(element)).to.equal(true);
    expect(element.shadowRoot!.activeElement).to.equal(input(element));
    options(element)[1]!.click();
    await press(element, 'Shift');
    expect([isOpen(element), element.value]).to.deep.equal([false, 'grp_customers']);
    part(element, 'clear')!.click();
    await press(element, 'Shift');
    expect([isOpen(element), element.value, input(element).value]).to.deep.equal([false, '', '']);
  });

  it('shows names with markup and direction overrides as they are, each for itself', async () => {
    const name = '<img src=x onerror=alert(1)>\u202Egnp.exe';
    const odd = { id: 'grp_odd', name, type: 'STATIC', color: 'url(x)' };
    const element = await picker(
      html`<fluenzr-group-picker .items=${[odd, { ...odd, id: 'grp_twin' }]}></fluenzr-group-picker>`,
    );
    element.focus();
    await press(element, 'ArrowDown', 'ArrowDown');
    expect(options(element).map((option) => option.querySelector('.name')!.textContent)).to.deep.equal([
      name,
      name,
    ]);
    expect(element.shadowRoot!.querySelector('img')).to.equal(null);
    expect(getComputedStyle(options(element)[0]!.querySelector('.name')!).unicodeBidi).to.equal('plaintext');
    await press(element, 'Enter');
    expect(element.value, 'of two with one name, the one that was chosen').to.equal('grp_twin');
  });

  it('reads its texts in their own direction in a right-to-left page, from where its lines begin', async () => {
    const element = await picker(
      html`<div dir="rtl">
        <fluenzr-group-picker label="Group" multiple .items=${groups}></fluenzr-group-picker>
      </div>`,
    );
    element.focus();
    await press(element, 'ArrowDown');
    /** Where the first and the last character of a text stand, and its box. */
    const ends = (box: Element) => {
      const text = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      while (!text.nextNode()?.textContent?.trim());
      const { currentNode } = text;
      const { length } = currentNode.textContent!.trimEnd();
      const at = (index: number) => {
        const range = document.createRange();
        range.setStart(currentNode, index);
        range.setEnd(currentNode, index + 1);
        return range.getBoundingClientRect();
      };
      const start = currentNode.textContent!.search(/\S/);
      return { first: at(start), last: at(length - 1), box: box.getBoundingClientRect() };
    };
    const count = ends(options(element)[0]!.querySelector('.count')!);
    expect(count.first.left, '1,240 contacts').to.be.below(count.last.left);
    const label = ends(part(element, 'label')!);
    expect(label.last.right, 'the label stands on the right').to.be.closeTo(label.box.right, 2);
    await type(element, 'zz');
    const message = ends(part(element, 'message')!);
    expect(message.first.left, 'No group matches …').to.be.below(message.last.left);
  });

  it('leaves label and message readable on a page that is not of its theme', async () => {
    const element = await picker(
      html`<div style="color: rgb(1, 2, 3)">
        <fluenzr-group-picker theme="dark" label="Group" required .items=${groups}></fluenzr-group-picker>
      </div>`,
    );
    element.checkValidity();
    await element.updateComplete;
    const colorOf = (name: string) => getComputedStyle(part(element, name)!).color;
    expect([colorOf('label'), colorOf('error')]).to.deep.equal(['rgb(1, 2, 3)', 'rgb(1, 2, 3)']);
    expect(colorOf('input'), 'the field is dark').to.equal('rgb(236, 238, 245)');
    element.setAttribute('theme', 'light');
    expect(colorOf('input')).to.equal('rgb(22, 26, 38)');
  });

  it('speaks the language around it', async () => {
    for (const [lang, text] of [
      ['de', 'Gruppen suchen'],
      ['fr-CH', 'Rechercher des groupes'],
      ['es', 'Buscar grupos'],
      ['xx', 'Search groups'],
    ] as const) {
      const element = await picker(
        html`<div lang=${lang}><fluenzr-group-picker .items=${groups}></fluenzr-group-picker></div>`,
      );
      while (input(element).placeholder !== text) await new Promise(requestAnimationFrame);
      element.labels = { placeholder: 'Segments' };
      await element.updateComplete;
      expect(input(element).placeholder).to.equal('Segments');
    }
  });

  it('may be loaded twice', async () => {
    const again = new URL('../src/group-picker/define.ts?again', import.meta.url).href;
    await import(again);
    expect(document.createElement('fluenzr-group-picker').constructor).to.equal(
      customElements.get('fluenzr-group-picker'),
    );
  });
});
