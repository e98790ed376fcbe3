import '@vaadin/combo-box';
import type { ComboBox } from '@vaadin/combo-box';
import { expose, type Item } from './subject.js';

let box = document.createElement('vaadin-combo-box') as ComboBox<Item>;
/** The list of the combo box, to which there is no public way. */
const scroller = () => (box as unknown as { _scroller?: HTMLElement })._scroller;

expose({
  remove: () => box.remove(),
  render: (items) => {
    box = document.createElement('vaadin-combo-box') as ComboBox<Item>;
    box.label = 'Group';
    box.itemLabelPath = 'name';
    box.itemValuePath = 'id';
    box.items = [...items];
    document.body.append(box);
  },
  rendered: () => box.shadowRoot?.querySelector('[part="input-field"]') != null,
  open: () => {
    box.inputElement.focus();
    box.inputElement.click();
  },
  type: (text) => {
    (box.inputElement as HTMLInputElement).value = text;
    box.inputElement.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  },
  row: (index) => {
    for (const item of scroller()?.querySelectorAll<HTMLElement & { index?: number }>(
      'vaadin-combo-box-item:not([hidden])',
    ) ?? [])
      if (item.index === index && item.offsetHeight > 0) return item.textContent;
    return undefined;
  },
  scrollToEnd: () => {
    const list = scroller();
    if (!list) return;
    list.scrollTop = list.scrollHeight;
    list.dispatchEvent(new Event('scroll')); // the browser's own comes with the next frame: that wait is nobody's
  },
  element: () => box,
});
