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
await Promise.all([import('@fluenzr/elements/campaign-groups'), import('@fluenzr/elements/contact-groups')]);
const group = await livelyGroup(backend, fluenzr);
const element = document.createElement('fluenzr-group-stats');
Object.assign(element, { client: fluenzr, groupId: group.id, actions: 'apply-tags merge' });
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
(await find('[part=menu-button]')).click();
(await find('[role=menuitem]:nth-child(2)')).click();
const merged = await find('dialog[open] fluenzr-group-picker');
(await until(() => merged.shadowRoot?.querySelector<HTMLElement>('[part=toggle]'))).click();
await until(() => merged.matches(':state(open):not(:state(loading))'));
(await find('dialog[open] .buttons button')).click();
await until(() => !root.querySelector('dialog'));

const [campaign] = (await fluenzr.campaigns.list()).data;
const campaignGroups = document.createElement('fluenzr-campaign-groups');
Object.assign(campaignGroups, { client: fluenzr, campaignId: campaign?.id });
const [contact] = (await fluenzr.contacts.list()).data;
const contactGroups = document.createElement('fluenzr-contact-groups');
Object.assign(contactGroups, { client: fluenzr, contactId: contact?.id });
document.body.append(campaignGroups, contactGroups);
const within = (host: HTMLElement, selector: string) =>
  until(() => host.shadowRoot?.querySelector<HTMLElement>(selector));
(await within(campaignGroups, '[part=group]')).click();
await within(campaignGroups, '[part=contacts] tbody');
(await within(contactGroups, 'summary')).click();
const option = (await within(contactGroups, 'option[value^=group]')) as HTMLOptionElement;
const select = option.closest('select');
if (select) select.value = option.value;
select?.dispatchEvent(new Event('change'));
await within(contactGroups, '.conditions');
(await within(contactGroups, '[part=remove]')).click();
(await within(contactGroups, 'dialog[open] .cancel')).click();
await until(() => !contactGroups.shadowRoot?.querySelector('dialog'));
(await within(contactGroups, '[part=add]')).click();
const picker = await within(contactGroups, 'dialog[open] fluenzr-group-picker');
(await within(picker, '[part=toggle]')).click();
await until(() => picker.matches(':state(open):not(:state(loading))'));

parent.postMessage({ violations, styled: getComputedStyle(await find('[part=card]')).borderTopWidth });
