import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FluenzrGroupPicker, GroupPickerClient } from '@fluenzr/elements';
import '@fluenzr/elements/group-picker';
import { groups, manyGroups } from './group-picker-groups.js';
import { plain } from './plain-text.js';

export { groups, manyGroups, plain };

/** A picker in the page whose list is loaded. */
export async function picker(
  template = html`<fluenzr-group-picker label="Group" .items=${groups}></fluenzr-group-picker>`,
): Promise<FluenzrGroupPicker> {
  const box = await fixture<HTMLElement>(template);
  const element = box.matches('fluenzr-group-picker') ? box : box.querySelector('fluenzr-group-picker')!;
  return ready(element);
}

/** A client of which some methods are replaced. */
export const clientWith = (
  { groups: original }: GroupPickerClient,
  replaced: Partial<GroupPickerClient['groups']>,
): GroupPickerClient => ({
  groups: {
    list: (...given) => original.list(...given),
    get: (...given) => original.get(...given),
    create: (...given) => original.create(...given),
    ...replaced,
  },
});

/** Until the picker is drawn, and what is loaded at the first focus has come. */
export async function ready(element: FluenzrGroupPicker): Promise<FluenzrGroupPicker> {
  await element.updateComplete;
  element.dispatchEvent(new Event('pointerenter'));
  await import('../src/group-picker/group-list.js');
  await drawn(element);
  return element;
}

/** Until everything that is settled by now is drawn. */
export async function drawn(element: FluenzrGroupPicker): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
}

/** Until a condition holds. The runner's time limit ends the wait. */
export async function until(element: FluenzrGroupPicker, condition: () => unknown): Promise<void> {
  while (!condition()) {
    await new Promise(requestAnimationFrame);
    await element.updateComplete;
  }
}

export const part = (element: FluenzrGroupPicker, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector(`[part=${name}]`);

export const input = (element: FluenzrGroupPicker): HTMLInputElement =>
  part(element, 'input') as HTMLInputElement;

/** What is announced. */
export const status = (element: FluenzrGroupPicker): string =>
  plain(element.shadowRoot!.querySelector('[role=status]')!.textContent);

export const options = (element: FluenzrGroupPicker): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>('[role=option]'),
];

/** The names that are listed, as far as they are in the DOM. */
export const names = (element: FluenzrGroupPicker): string[] =>
  options(element).map((option) => option.querySelector('.name')!.textContent);

/** The name of the active option, found as a screen reader finds it. */
export function active(element: FluenzrGroupPicker): string | undefined {
  const id = input(element).getAttribute('aria-activedescendant');
  return id === null
    ? undefined
    : (element.shadowRoot!.getElementById(id)?.querySelector('.name')?.textContent ?? 'not in the DOM');
}

export const isOpen = (element: FluenzrGroupPicker): boolean => input(element).ariaExpanded === 'true';

export const chips = (element: FluenzrGroupPicker): string[] =>
  [...element.shadowRoot!.querySelectorAll('[part=chip]')].map((chip) => chip.textContent.trim());

/** Presses keys one after the other, such as `Home` or `Alt+ArrowDown`; the element is drawn after each. */
export async function press(element: FluenzrGroupPicker, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    const [name, modifier] = key.split('+').reverse() as [string, string?];
    if (modifier) await sendKeys({ down: modifier });
    await sendKeys({ press: name });
    if (modifier) await sendKeys({ up: modifier });
    await drawn(element);
  }
}

export async function type(element: FluenzrGroupPicker, text: string): Promise<void> {
  await sendKeys({ type: text });
  await drawn(element);
}
