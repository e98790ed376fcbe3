import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing';
import type { FluenzR } from '@fluenzr/client';
import '@fluenzr/elements/campaign-groups';
import '@fluenzr/elements/contact-groups';
import { fill, isolate } from '../src/fill.js';
import { card, connect, part, until } from './group-stats-fixture.js';

/** A name that turns what comes after it, where it is not isolated. */
const turning = 'Leads \u202Egpj.exe';

describe('texts with names in them', () => {
  it('take only values that there are, and those as they are', () => {
    expect(fill('{group} and {other}', { group: '$& {other}' })).to.equal(
      '\u2068$& {other}\u2069 and {other}',
    );
    expect(fill('{__proto__} {constructor}', {})).to.equal('{__proto__} {constructor}');
  });

  it('read in their own direction, whatever a name does', async () => {
    const line = await fixture<HTMLElement>(
      html`<p>${fill('Remove from {name}? It stays.', { name: turning })}</p>`,
    );
    const node = document.createTreeWalker(line, NodeFilter.SHOW_TEXT).nextNode()!;
    const left = (word: string): number => {
      const range = document.createRange();
      const at = line.textContent.indexOf(word);
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect().left;
    };
    const places = ['Remove', 'Leads', '?', 'It', 'stays'].map(left);
    expect(places).to.deep.equal([...places].sort((a, b) => a - b));
  });

  describe('in the elements', () => {
    let fluenzr: FluenzR;
    let groupId: string;
    let campaignId: string;
    let contactId: string;
    const holder = document.createElement('div');

    before(async () => {
      ({ fluenzr } = connect());
      groupId = (await fluenzr.groups.create({ name: turning, type: 'STATIC' })).id;
      contactId = (await fluenzr.contacts.create({ email: 'ada@example.com', groupId })).id;
      const campaign = await fluenzr.campaigns.create({ name: turning, steps: [] });
      campaignId = campaign.id;
      await fluenzr.campaigns.groups.link(campaignId, groupId);
      document.body.append(holder);
    });
    after(() => holder.remove());

    it('card: what archiving does', async () => {
      const element = await card(fluenzr, groupId, { actions: 'archive' });
      part(element, 'menu-button').click();
      (await until(() => element.shadowRoot!.querySelector<HTMLElement>('[role=menuitem]'))).click();
      const item = await until(() => element.shadowRoot!.querySelector('[part=dialog] li'));
      expect(item.textContent).to.contain(`: \u2068${isolate(turning)}\u2069.`);
      expect(part(element, 'dialog').querySelector('p')!.textContent).to.contain(isolate(turning));
    });

    it('campaign: the region of a group’s contacts', async () => {
      const element = document.createElement('fluenzr-campaign-groups');
      Object.assign(element, { client: fluenzr, campaignId });
      holder.append(element);
      (await until(() => element.shadowRoot!.querySelector<HTMLElement>('[part=group]'))).click();
      const region = await until(() => element.shadowRoot!.querySelector('[part=contacts]'));
      expect(region.ariaLabel).to.contain(isolate(turning));
    });

    it('contact: the button and the question', async () => {
      const element = document.createElement('fluenzr-contact-groups');
      Object.assign(element, { client: fluenzr, contactId });
      holder.append(element);
      const button = await until(() => element.shadowRoot!.querySelector<HTMLElement>('[part=remove]'));
      expect(button.ariaLabel).to.equal(`Remove from ${isolate(turning)}`);
      button.click();
      const question = await until(() => element.shadowRoot!.querySelector('dialog h2'));
      expect(question.textContent.trim()).to.equal(`Remove from ${isolate(turning)}?`);
    });
  });
});
