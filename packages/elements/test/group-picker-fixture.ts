import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FluenzrGroupPicker, GroupOption } from '@fluenzr/elements';
import '@fluenzr/elements/group-picker';

/** Groups as a user's account has them. */
export const groups: GroupOption[] = [
  {
    id: 'grp_inbound',
    name: '[DYN] Inbound Leads',
    type: 'DYNAMIC',
    color: '#1d4ed8',
    counts: { total: 1240 },
  },
  { id: 'grp_customers', name: 'Active Customers', type: 'STATIC', color: '#15803d', counts: { total: 1 } },
  { id: 'grp_engaged', name: 'Engaged in the last 30 days', type: 'SMART', color: '#b45309' },
  { id: 'grp_elodie', name: 'Élodie’s accounts', type: 'STATIC', color: '#be185d', counts: { total: 0 } },
  { id: 'grp_linkedin', name: 'LinkedIn Leads Q4', type: 'STATIC', color: '#0f766e', counts: { total: 85 } },
  { id: 'grp_old', name: 'LinkedIn Leads 2019', type: 'STATIC', color: '#475569', status: 'ARCHIVED' },
];

/** As many groups as asked for: Leads 0, Leads 1, … */
export const manyGroups = (count: number): GroupOption[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `grp_${String(index)}`,
    name: `Leads ${String(index)}`,
    type: 'STATIC',
    color: '#1d4ed8',
  }));

/** A picker in the page whose list is loaded. */
export async function picker(
  template = html`<fluenzr-group-picker label="Group" .items=${groups}></fluenzr-group-picker>`,
): Promise<FluenzrGroupPicker> {
  const box = await fixture<HTMLElement>(template);
  const element = box.matches('fluenzr-group-picker') ? box : box.querySelector('fluenzr-group-picker')!;
  return ready(element);
}

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

/** Without the marks that isolate names. */
export const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '').trim();

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
