// The page that group-stats-csp.test.ts loads into a frame with a strict policy: it goes through the card's states, the
// menu and a dialog, so that every template is rendered, and reports to the page around it.
import { createClient } from '@fluenzr/client';
import { createMockBackend } from '@fluenzr/mocks';
import { livelyGroup, until } from './group-stats-data.js';

const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
  violations.push(`${violatedDirective} ${sample}`),
);
await import('@fluenzr/elements/group-stats'); // late, so that the listener is there first

const backend = createMockBackend({ now: Date.now() });
const fluenzr = createClient({
  baseUrl: 'https://crm.example.com',
  apiKey: () => Promise.resolve(backend.apiKey),
  fetch: backend.fetch,
});
const group = await livelyGroup(backend, fluenzr);
const element = document.createElement('fluenzr-group-stats');
Object.assign(element, { client: fluenzr, groupId: group.id, actions: 'apply-tags' });
document.body.append(element);
const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
const find = (selector: string) => until(() => root.querySelector<HTMLElement>(selector));

await find('[part=chart]');
(await find('.toggle')).click();
await find('table');
(await find('[part=menu-button]')).click();
(await find('[role=menuitem]')).click();
const input = (await find('[name=add]')) as HTMLInputElement;
input.value = 'vip';
input.form?.requestSubmit();
await find('progress');
backend.clock.advance(60_000);
await find('[part=job].ended');

parent.postMessage({ violations, styled: getComputedStyle(await find('[part=card]')).borderTopWidth });
