import axe from 'axe-core';
import { expect } from 'chai';
import { fixture, html } from '@open-wc/testing';
import type { FluenzrGroupPicker } from '@fluenzr/elements';
import '@fluenzr/elements/group-picker';
import { FakeClient, leadForm, settled, submit, submitButton } from './lead-form-fixture.js';

describe('themes', () => {
  const sheet = new CSSStyleSheet();
  before(() => document.adoptedStyleSheets.push(sheet));
  after(() => document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(sheet), 1));

  afterEach(() => {
    document.documentElement.style.removeProperty('color-scheme');
    document.body.style.removeProperty('background');
  });

  for (const theme of ['leaf', 'paper', 'ink'])
    describe(theme, () => {
      before(async () => {
        const css = await (await fetch(new URL(`../src/themes/${theme}.css`, import.meta.url))).text();
        sheet.replaceSync(css);
      });

      for (const scheme of ['light', 'dark'])
        it(`has contrast enough everywhere: ${scheme}`, async () => {
          const form = await leadForm(new FakeClient());
          const picker = await fixture<FluenzrGroupPicker>(
            html`<fluenzr-group-picker
              label="Group"
              .items=${[{ id: 'grp_1', name: 'Active Customers', type: 'STATIC', color: '#1d4ed8' }]}
            ></fluenzr-group-picker>`,
          );
          document.documentElement.style.colorScheme = scheme;
          document.body.style.background = 'Canvas'; // axe takes a page without a background for a white one
          submit(form);
          await settled(form);
          for (const element of [form, picker]) {
            const { violations } = await axe.run(element);
            expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).to.deep.equal([]);
          }
        });

      it('gives way to what the page sets itself', async () => {
        const form = await leadForm(new FakeClient());
        const own = new CSSStyleSheet();
        own.replaceSync(':root { --fluenzr-accent: rgb(1, 2, 3); }');
        document.adoptedStyleSheets.unshift(own); // earlier than the theme, but in no layer
        expect(getComputedStyle(submitButton(form)).backgroundColor).to.equal('rgb(1, 2, 3)');
        document.adoptedStyleSheets.shift();
      });
    });
});
