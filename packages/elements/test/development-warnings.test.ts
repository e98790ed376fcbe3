import { expect } from 'chai';
import { fixture, html, oneEvent } from '@open-wc/testing';
import { createClient } from '@fluenzr/client';
import { createMockBackend } from '@fluenzr/mocks';
import '@fluenzr/elements/provider';
import '../src/development/campaign-groups.js';
import '../src/development/contact-groups.js';
import '../src/development/group-picker.js';
import '../src/development/group-stats.js';
import '../src/development/lead-form.js';

const backend = createMockBackend({ scenario: 'agency' });
const client = createClient({
  baseUrl: 'https://crm.example.com',
  apiKey: () => Promise.resolve(backend.apiKey),
  fetch: backend.fetch,
});

describe('warnings in development', () => {
  const { setTimeout } = globalThis;
  const { warn, error } = console;
  let warnings: string[];
  let waiting: (() => void)[];
  beforeEach(() => {
    warnings = [];
    waiting = [];
    console.warn = (message: string, element: Element) => {
      expect(element).to.be.instanceOf(Element);
      warnings.push(message.replace(/\nMore: https:.*#warnings-in-development$/, ''));
    };
    console.error = () => undefined; // what the elements say by themselves, to everyone
    globalThis.setTimeout = ((callback: () => void, delay?: number) =>
      delay === 3000 ? waiting.push(callback) : setTimeout(callback, delay)) as typeof setTimeout;
  });
  afterEach(() => {
    Object.assign(console, { warn, error });
    globalThis.setTimeout = setTimeout;
  });

  /** What is said of some markup at once, and then when the page has had its time. */
  const saidOf = async (markup: string) => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(document.createRange().createContextualFragment(markup));
    for (const callback of waiting.splice(0)) callback();
    return warnings;
  };

  const wrong: Record<string, [markup: string, words: RegExp]> = {
    'a value that an attribute does not take': [
      '<fluenzr-lead-form mode="test" theme="drak"></fluenzr-lead-form>',
      /^<fluenzr-lead-form> theme="drak" means nothing\. Give light, dark\.$/,
    ],
    'an attribute with a slip': [
      '<fluenzr-lead-form mode="test" prefil="email"></fluenzr-lead-form>',
      /^<fluenzr-lead-form> has no attribute prefil\. Did you mean prefill\?$/,
    ],
    'an attribute that is written otherwise': [
      '<fluenzr-lead-form mode="test" submitLabel="Send"></fluenzr-lead-form>',
      /no attribute submitlabel\. Did you mean submit-label\?/,
    ],
    'a property that is written as an attribute': [
      '<fluenzr-lead-form mode="test" labels="{}"></fluenzr-lead-form>',
      /no attribute labels\. Did you mean the property labels\? Set it in a script\./,
    ],
    'a trigger that a popup does not know': [
      '<fluenzr-lead-form mode="test" popup="dialog" opens="20s soon"></fluenzr-lead-form>',
      /opens="soon" means nothing\. Give seconds \(20s\)/,
    ],
    'triggers without a popup': [
      '<fluenzr-lead-form mode="test" opens="20s"></fluenzr-lead-form>',
      /do nothing without popup/,
    ],
    'a form that cannot send': ['<fluenzr-lead-form></fluenzr-lead-form>', /Set endpoint and form/],
    'an endpoint without a form': [
      '<fluenzr-lead-form endpoint="https://leads.example.com"></fluenzr-lead-form>',
      /no form\. Set the attribute form/,
    ],
    'a form without an endpoint': [
      '<fluenzr-lead-form form="frm_website"></fluenzr-lead-form>',
      /no endpoint\. Set the attribute endpoint/,
    ],
    'an endpoint that is no address': [
      '<fluenzr-lead-form endpoint="leads.example.com" form="frm_website"></fluenzr-lead-form>',
      /endpoint="leads\.example\.com" is no address/,
    ],
    'an endpoint that has the path of the form': [
      '<fluenzr-lead-form endpoint="https://leads.example.com/forms/frm_1" form="frm_1"></fluenzr-lead-form>',
      /goes too far/,
    ],
    'a group beside an endpoint': [
      '<fluenzr-lead-form endpoint="https://leads.example.com" form="frm_1" group-id="grp_1"></fluenzr-lead-form>',
      /group-id is not used/,
    ],
    'a group without a client': [
      '<fluenzr-lead-form group-id="grp_1"></fluenzr-lead-form>',
      /has no client.*or use endpoint and form/,
    ],
    'a form of the page without an e-mail': [
      '<fluenzr-lead-form mode="test"><form><input name="mail"></form></fluenzr-lead-form>',
      /without an input named email/,
    ],
    'a form of the page that is not a direct child': [
      '<fluenzr-lead-form mode="test"><div><form><input name="email"></form></div></fluenzr-lead-form>',
      /not its direct child/,
    ],
    'a consent without a version': [
      '<fluenzr-lead-form mode="test" consent="Yes, write to me."></fluenzr-lead-form>',
      /without consent-version/,
    ],
    'a picker without groups': [
      '<fluenzr-group-picker></fluenzr-group-picker>',
      /has no client.*property items/,
    ],
    'a type of group that there is not': [
      '<fluenzr-group-picker type="DYNAMIC"></fluenzr-group-picker>',
      /type="DYNAMIC" means nothing\. Give static, dynamic, smart\./,
    ],
    'a card without a client': [
      '<fluenzr-group-stats group-id="grp_1"></fluenzr-group-stats>',
      /has no client/,
    ],
    'a card without a group': [
      '<fluenzr-group-stats></fluenzr-group-stats>',
      /Set the attribute group-id\.$/,
    ],
    'an action that there is not': [
      '<fluenzr-group-stats actions="export delete"></fluenzr-group-stats>',
      /actions="delete" means nothing/,
    ],
    'a refresh that is no number': [
      '<fluenzr-group-stats refresh="1m"></fluenzr-group-stats>',
      /refresh="1m" means nothing\. Give a number of seconds/,
    ],
    'campaign groups without a campaign': [
      '<fluenzr-campaign-groups></fluenzr-campaign-groups>',
      /Set the attribute campaign-id\.$/,
    ],
    'contact groups without a contact': [
      '<fluenzr-contact-groups></fluenzr-contact-groups>',
      /Set the attribute contact-id\.$/,
    ],
  };
  for (const [name, [markup, words]] of Object.entries(wrong))
    it(`names ${name}, once`, async () => {
      expect((await saidOf(markup)).filter((text) => words.test(text))).to.have.length(1);
      warnings = [];
      expect((await saidOf(markup)).filter((text) => words.test(text))).to.be.empty;
    });

  it('says nothing of attributes that any element may have', async () => {
    const names =
      'id class style title lang dir hidden slot part role tabindex form name key ref aria-label data-form data-v-1a2b ' +
      '_ngcontent-abc _nghost-abc ng-model ng-version v-model x-data hx-get onclick :form @change form.camel is nonce';
    const attributes = names.split(' ').map((name) => `${name}=""`);
    const tags = ['lead-form', 'group-picker', 'group-stats', 'campaign-groups', 'contact-groups'];
    const elements = tags.map((tag) => `<fluenzr-${tag} ${attributes.join(' ')}></fluenzr-${tag}>`);
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(document.createRange().createContextualFragment(elements.join('')));
    expect(warnings).to.deep.equal([]);
  });

  it('names a slip that a script makes later', async () => {
    const place = await fixture<HTMLElement>(
      html`<fluenzr-lead-form mode="test"><p>later</p></fluenzr-lead-form>`,
    );
    place.setAttribute('consent-verison', '2026-01');
    await new Promise((resolve) => setTimeout(resolve)); // observers are told before timers
    expect(warnings.join()).to.include('has no attribute consent-verison. Did you mean consent-version?');
  });

  /** What is said of a tag that is added: observers are told before timers. */
  const saidOfTag = async (tag: string) => {
    await saidOf(`<${tag}></${tag}>`);
    await new Promise((resolve) => setTimeout(resolve));
    for (const callback of waiting.splice(0)) callback();
    return warnings.join();
  };

  it('names a tag that no element has, with the one that was most likely meant', async () => {
    expect(await saidOfTag('fluenzr-grouppicker')).to.include(
      '<fluenzr-grouppicker> is no element of FluenzR. Did you mean <fluenzr-group-picker>?',
    );
    expect(await saidOfTag('fluenzr-newsletter')).to.match(/There are: .*fluenzr-lead-form, .*\./);
  });

  it('says nothing of an element that the page defines itself', async () => {
    customElements.define('fluenzr-lead-forms', class extends HTMLElement {});
    expect(await saidOfTag('fluenzr-lead-forms')).to.equal('');
  });

  it('names a value that is set later', async () => {
    await saidOf('<fluenzr-lead-form mode="test"></fluenzr-lead-form>');
    const element = document.querySelector('fluenzr-lead-form')!;
    const observed = new Promise<void>((resolve) =>
      new MutationObserver(() => resolve()).observe(element, { attributes: true }),
    );
    element.setAttribute('popup', 'modal');
    await observed;
    expect(warnings.join()).to.include('popup="modal" means nothing. Give dialog, slide-in.');
  });

  it('names a client without the resource', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const card = document.createElement('fluenzr-group-stats');
    Object.assign(card, { groupId: 'grp_1', client: { contacts: client.contacts } });
    place.append(card);
    for (const callback of waiting) callback();
    expect(warnings.join()).to.include('has a client without "groups"');
  });

  /** What is said of a campaign's card when its client fails. */
  const saidOfFailure = async (failing: object, campaignId: string) => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const card = document.createElement('fluenzr-campaign-groups');
    Object.assign(card, { campaignId, client: failing });
    const failed = oneEvent(card, 'fluenzr-campaign-groups-error');
    place.append(card);
    await failed;
    return warnings;
  };

  it('names an address where something else answers', async () => {
    const lost = createClient({
      baseUrl: 'https://www.example.com',
      apiKey: () => Promise.resolve(backend.apiKey),
      fetch: () => Promise.resolve(new Response('<!doctype html><title>Welcome</title>')),
    });
    expect((await saidOfFailure(lost, 'cmp_1')).join()).to.include('(200) that is not FluenzR');
  });

  it('names an address where something else answers a picker, which has no event for it', async () => {
    const lost = createClient({
      baseUrl: 'https://www.example.com',
      apiKey: () => Promise.resolve(backend.apiKey),
      fetch: () => Promise.resolve(new Response('<h1>Not found</h1>', { status: 404 })),
    });
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const picker = document.createElement('fluenzr-group-picker');
    Object.assign(picker, { label: 'Group', client: lost });
    place.append(picker);
    const told = new Promise((resolve) => {
      const { warn } = console;
      console.warn = (...words: unknown[]) => {
        warn(...words);
        resolve(words);
      };
    });
    for (const callback of waiting) callback();
    await told;
    expect(warnings.join()).to.include('(404) that is not FluenzR');
  });

  it('names an id that FluenzR does not know', async () => {
    expect((await saidOfFailure(client, 'cmp_none')).join()).to.match(
      /asked for what is not there: .*cmp_none.* Check the id/,
    );
  });

  it('says nothing of an address where FluenzR refuses', async () => {
    const refused = createClient({
      baseUrl: 'https://crm.example.com',
      apiKey: () => Promise.resolve('expired'),
      fetch: backend.fetch,
    });
    expect(await saidOfFailure(refused, 'cmp_1')).to.be.empty;
  });

  it('leaves an element alone that is gone by then', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const picker = document.createElement('fluenzr-group-picker');
    picker.setAttribute('name', 'gone');
    place.append(picker);
    picker.remove();
    for (const callback of waiting) callback();
    expect(warnings).to.be.empty;
  });

  for (const page of [
    'lead-form',
    'lead-form-shapes',
    'group-picker',
    'group-stats',
    'campaign-groups',
    'contact-groups',
    'start-script-tag',
    'theming',
    'languages',
    'moving',
    'script-tag',
    'frameworks',
  ])
    it(`says nothing of the examples in docs/guide/${page}.md`, async () => {
      const text = await (await fetch(`/docs/guide/${page}.md`)).text();
      const examples = [...text.matchAll(/^```html\n(.*?)^```$/gms)].map(([, example = '']) => {
        const { body } = new DOMParser().parseFromString(example, 'text/html');
        for (const script of body.querySelectorAll('script')) script.remove();
        return body.innerHTML;
      });
      expect(examples.join()).to.include('<fluenzr-');
      const provider = await fixture<HTMLElementTagNameMap['fluenzr-provider']>(
        html`<fluenzr-provider .client=${client}></fluenzr-provider>`,
      );
      for (const example of examples)
        provider.append(document.createRange().createContextualFragment(example));
      for (const callback of waiting) callback();
      expect(warnings).to.deep.equal([]);
    });
});
