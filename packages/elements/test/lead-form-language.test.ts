import axe from 'axe-core';
import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing';
import { en, type FluenzrLeadForm, type LeadFormLabels } from '@fluenzr/elements';
import { de } from '../src/lead-form/labels-de.js';
import { es } from '../src/lead-form/labels-es.js';
import { fr } from '../src/lead-form/labels-fr.js';
import { translations } from '../src/lead-form/translations.js';
import {
  FakeClient,
  failure,
  field,
  fill,
  part,
  settled,
  submit,
  submitButton,
  until,
} from './lead-form-fixture.js';

const languages: Record<string, LeadFormLabels> = { fr, de, es };

describe('the language of <fluenzr-lead-form>', () => {
  afterEach(() => document.documentElement.removeAttribute('lang'));

  const form = (): Promise<FluenzrLeadForm> =>
    fixture(html`<fluenzr-lead-form group-id="g" .client=${new FakeClient()}></fluenzr-lead-form>`);

  const buttonSays = (element: FluenzrLeadForm, text: string): Promise<void> =>
    until(() => submitButton(element).textContent.trim() === text);

  for (const [language, texts] of Object.entries(languages)) {
    it(`${language}: all texts are there, with the same gaps, and none is English`, () => {
      expect(Object.keys(texts).sort()).to.deep.equal(Object.keys(en).sort());
      expect(texts.language).to.equal(language);
      const gaps = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
      for (const [key, text] of Object.entries(texts) as [keyof LeadFormLabels, string][]) {
        expect(gaps(text), key).to.deep.equal(gaps(en[key]));
        if (key !== 'email') expect(text, key).to.not.equal(en[key]);
      }
    });

    it(`${language}: is that of the page, from the label to the answer`, async () => {
      document.documentElement.lang = `${language}-CH`;
      const client = new FakeClient();
      const element = await form();
      element.client = client;
      await buttonSays(element, texts.submit);
      expect(element.querySelector('label')?.textContent).to.equal(texts.email);
      submit(element);
      await settled(element);
      expect(part(element, 'summary-link')?.textContent.trim()).to.equal(texts.emailRequired);
      expect((await axe.run(element)).violations).to.deep.equal([]);
      fill(element);
      submit(element);
      client.refuse(failure({ status: 503 }));
      await settled(element);
      expect(part(element, 'failure')?.textContent).to.equal(texts.server);
      submit(element);
      client.accept();
      await settled(element);
      expect(part(element, 'success')?.textContent).to.contain(texts.success);
    });
  }

  it('may be that of a part of the page, changes with lang, and gives way to labels', async () => {
    const element = await form();
    element.lang = 'de';
    await buttonSays(element, de.submit);
    element.labels = { submit: 'Los' };
    await buttonSays(element, 'Los');
    expect(element.querySelector('label')?.textContent).to.equal(de.email);
    element.lang = 'en';
    await until(() => element.querySelector('label')?.textContent === en.email);
  });

  it('moves nothing when it comes, and keeps what was typed', async () => {
    document.documentElement.lang = 'fr';
    const element = await form();
    const heights = (): number[] =>
      [field(element, 'email'), field(element, 'lastName'), submitButton(element)].map(
        (each) => each.getBoundingClientRect().top,
      );
    fill(element);
    const before = heights();
    await buttonSays(element, fr.submit);
    expect(heights()).to.deep.equal(before);
    expect(field(element, 'email').value).to.equal('ada@example.com');
  });

  it('stays English where there is no translation, or where its file does not arrive', async () => {
    document.documentElement.lang = 'nl';
    const element = await form();
    await settled(element);
    expect(submitButton(element).textContent.trim()).to.equal(en.submit);
    const { fr: load } = translations;
    let asked = false;
    Object.assign(translations, {
      fr: () => {
        asked = true;
        return Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
      },
    });
    element.lang = 'fr';
    await until(() => asked);
    await settled(element);
    Object.assign(translations, { fr: load });
    expect(submitButton(element).textContent.trim()).to.equal(en.submit);
  });
});
