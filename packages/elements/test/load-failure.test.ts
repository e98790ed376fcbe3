import { expect } from 'chai';
import { fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createClient, type Campaign, type Contact, type FluenzR, type Group } from '@fluenzr/client';
import '@fluenzr/elements/campaign-groups';
import '@fluenzr/elements/contact-groups';
import '@fluenzr/elements/group-stats';
import '@fluenzr/elements/provider';
import type { MockBackend } from '@fluenzr/mocks';
import { connect, livelyGroup, part, text, until } from './group-stats-fixture.js';

describe('what could not be loaded', () => {
  let backend: MockBackend;
  let fluenzr: FluenzR;
  let group: Group;
  let campaign: Campaign | undefined;
  let contact: Contact | undefined;

  beforeEach(async () => {
    ({ backend, fluenzr } = connect());
    group = await livelyGroup(backend, fluenzr);
    [campaign] = (await fluenzr.campaigns.list()).data;
    [contact] = (await fluenzr.contacts.list()).data;
  });

  const show = async (tag: string, name: string, id: string | undefined): Promise<HTMLElement> => {
    const provider = await fixture(html`<fluenzr-provider .client=${fluenzr}></fluenzr-provider>`);
    const element = document.createElement(tag);
    element.setAttribute(name, id ?? '');
    provider.append(element);
    return element;
  };
  const shows: Record<string, () => Promise<HTMLElement>> = {
    stats: () => show('fluenzr-group-stats', 'group-id', group.id),
    'campaign-groups': () => show('fluenzr-campaign-groups', 'campaign-id', campaign?.id),
    'contact-groups': () => show('fluenzr-contact-groups', 'contact-id', contact?.id),
  };
  const retryOf = (element: HTMLElement) => element.shadowRoot!.querySelector<HTMLElement>('.retry')!;
  const alertOf = (element: HTMLElement) => text(element.shadowRoot!.querySelector('[role=alert]'));

  it('is not said to be gone where another server answered, at a wrong address', async () => {
    fluenzr = createClient({
      baseUrl: 'https://www.example.com',
      apiKey: () => Promise.resolve('token'),
      maxRetries: 0,
      fetch: () => Promise.resolve(new Response('<h1>Not found</h1>', { status: 404 })),
    });
    for (const show of Object.values(shows)) {
      const element = await show();
      await until(() => alertOf(element) !== '');
      expect(alertOf(element)).to.include('Something unexpected went wrong.');
    }
  });

  for (const [name, reach] of Object.entries(shows)) {
    it(`is told anew when it fails again, and the button keeps the focus: ${name}`, async () => {
      backend.faults.add({ kind: '503' });
      const element = await reach();
      await until(() => alertOf(element).includes('server has a problem'));
      const button = retryOf(element);
      button.focus();
      const said: string[] = [];
      new MutationObserver(() => said.push(alertOf(element))).observe(element.shadowRoot!, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      const failed = oneEvent(element, `fluenzr-${name}-error`);
      await sendKeys({ press: 'Enter' });
      await failed;
      await until(() => said.at(-1)?.includes('server has a problem'));
      expect(said[0]).to.match(/^Loading the/);
      expect(element.shadowRoot!.activeElement).to.equal(button);
    });

    it(`gives the focus on when it is there, and not back to the top of the page: ${name}`, async () => {
      const remove = backend.faults.add({ kind: '503' });
      const element = await reach();
      await until(() => alertOf(element).includes('server has a problem'));
      remove();
      retryOf(element).focus();
      await sendKeys({ press: 'Enter' });
      await until(() => element.shadowRoot!.activeElement === part(element, 'title'));
      expect(part(element, 'failure')).to.equal(null);
    });
  }

  it('leaves the focus where the reader has gone meanwhile', async () => {
    const remove = backend.faults.add({ kind: '503' });
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Search" />`);
    const element = await shows.stats!();
    await until(() => retryOf(element));
    remove();
    const loaded = oneEvent(element, 'fluenzr-stats-load');
    retryOf(element).click();
    field.focus();
    await loaded;
    await until(() => !part(element, 'failure'));
    expect(document.activeElement).to.equal(field);
  });

  it('does not tell the age of the figures over and over', async () => {
    const element = await shows.stats!();
    await until(() => part(element, 'chart'));
    backend.faults.add({ kind: '503' });
    element.setAttribute('range', '7d');
    await until(() => alertOf(element));
    expect(alertOf(element)).to.equal('Not up to date. The server has a problem. Try again in a moment.');
  });

  it('in an opened group keeps its button while it is tried again, and goes on from the contacts', async () => {
    const element = await shows['campaign-groups']!();
    const opener = await until(() => part(element, 'group'));
    const remove = backend.faults.add({ match: 'GET /contacts/*', kind: '503' });
    opener.click();
    const button = await until(() => retryOf(element));
    button.focus();
    remove();
    const held: Record<string, boolean> = {};
    new MutationObserver(() => {
      held[alertOf(element)] = element.shadowRoot!.activeElement === button;
    }).observe(element.shadowRoot!, { subtree: true, childList: true, characterData: true });
    await sendKeys({ press: 'Enter' });
    await until(() => element.shadowRoot!.activeElement === part(element, 'contacts'));
    expect(held['Loading the groups']).to.equal(true);
    expect(part(element, 'contacts').querySelectorAll('tbody tr')).to.have.length.above(0);
  });
});
