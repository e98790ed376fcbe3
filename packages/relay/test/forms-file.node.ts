import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { FormsError } from '../src/index.js';
import { loadForms } from '../src/node/index.js';

const website = {
  id: 'frm_website',
  title: 'Example Ltd',
  groupId: 'grp_1',
  origins: ['https://www.example.com'],
};

describe('a forms file', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(path.join(tmpdir(), 'relay-forms-'))));
  after(() => rmSync(folder, { recursive: true }));

  function file(name: string, content: string): string {
    writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  }

  it('may be JSON', async () => {
    expect([...(await loadForms(file('a.json', JSON.stringify({ forms: [website] })))).keys()]).to.deep.equal(
      ['frm_website'],
    );
  });

  for (const extension of ['mjs', 'mts']) {
    it(`may be a module (.${extension}), and is read anew after a change`, async () => {
      const module = (id: string) => `export default { forms: [${JSON.stringify({ ...website, id })}] };`;
      const first = file(`forms.${extension}`, module('frm_one'));
      expect([...(await loadForms(first)).keys()]).to.deep.equal(['frm_one']);
      file(`forms.${extension}`, module('frm_two'));
      expect([...(await loadForms(first)).keys()]).to.deep.equal(['frm_two']);
    });
  }

  it('takes secrets from the environment', async () => {
    const challenge = { kind: 'turnstile', siteKey: 'site', secret: { env: 'TURNSTILE_SECRET' } };
    const secret = file('b.json', JSON.stringify({ forms: [{ ...website, challenge }] }));
    const forms = await loadForms(secret, { TURNSTILE_SECRET: 'hush' });
    expect(forms.get('frm_website')?.challenge).to.include({ secret: 'hush' });
    const error: unknown = await loadForms(secret, {}).catch((error: unknown) => error);
    expect(error)
      .to.be.instanceOf(FormsError)
      .and.have.property('message')
      .that.includes('/forms/0/challenge/secret');
  });

  it('that cannot be read says why', async () => {
    const message = (name: string) =>
      loadForms(name).then(
        () => '',
        (error: unknown) => (error as Error).message,
      );
    expect(await message(path.join(folder, 'none.json'))).to.match(
      /no forms file at .*none\.json: give --config/,
    );
    expect(await message(file('c.json', '{"forms":'))).to.match(/c\.json is not JSON/);
    expect(await message(file('d.json', '[]'))).to.match(/The forms have a mistake/);
  });
});
