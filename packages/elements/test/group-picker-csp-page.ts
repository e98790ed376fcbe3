// The page that group-picker-csp.test.ts loads into a frame with a strict policy: it opens the list, chooses, and makes a
// group, so that every template is rendered, and reports to the page around it.
import { groups } from './group-picker-groups.js';

const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
  violations.push(`${violatedDirective} ${sample}`),
);
await import('@fluenzr/elements/group-picker'); // late, so that the listener is there first

const element = document.createElement('fluenzr-group-picker');
Object.assign(element, { label: 'Groups', items: groups, multiple: true, creatable: true, required: true });
element.value = ['grp_inbound', 'grp_none'];
element.client = {
  groups: {
    list: () => Promise.reject(new Error('not asked')),
    get: () => Promise.reject(new Error('not asked')),
    create: () => Promise.reject(new Error('refused')),
  },
};
document.body.append(element);
const root = element.shadowRoot!;
const until = async (condition: () => unknown): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve));
};
await element.updateComplete;
element.focus();
root.querySelector<HTMLElement>('[part=toggle]')!.click();
await until(() => root.querySelector('[role=option]'));
const [option] = root.querySelectorAll<HTMLElement>('[role=option]');
const height = getComputedStyle(option!).height;
root.querySelectorAll<HTMLElement>('[role=option]')[1]!.click();
root.querySelector<HTMLElement>('[part=create]')!.click();
await until(() => root.querySelector('dialog[open]'));
root.querySelector<HTMLElement>('dialog .primary')!.click();
await until(() => root.querySelector('.field-error')!.textContent);

parent.postMessage({ violations, height, value: element.value });
