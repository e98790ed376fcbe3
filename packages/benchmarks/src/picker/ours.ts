import '@fluenzr/elements/group-picker';
import { expose } from './subject.js';

let picker = document.createElement('fluenzr-group-picker');
const part = (name: string) => picker.shadowRoot?.querySelector<HTMLElement>(`[part=${name}]`);

expose({
  remove: () => picker.remove(),
  render: (items) => {
    picker = document.createElement('fluenzr-group-picker');
    picker.label = 'Group';
    picker.items = items;
    document.body.append(picker);
  },
  rendered: () => part('input') !== null,
  open: () => {
    picker.focus();
    part('input')?.click();
  },
  type: (text) => {
    const input = part('input') as HTMLInputElement;
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  },
  row: (index) =>
    picker.shadowRoot?.querySelector(`[aria-posinset="${String(index + 1)}"] .name`)?.textContent,
  scrollToEnd: () => {
    const list = part('listbox');
    if (!list) return;
    list.scrollTop = list.scrollHeight;
    list.dispatchEvent(new Event('scroll')); // the browser's own comes with the next frame: that wait is nobody's
  },
  element: () => picker,
});
