// What the guide gives to be copied beside TypeScript is held to the product, too: form records to the relay's own check, and
// the program for an import map to the script-tag files. Run `npm run build:script` first.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { parseForms } from '@fluenzr/relay';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const guide = path.join(root, 'docs/guide');
const scripts = path.join(root, 'packages/elements/dist/cdn');

/** The code blocks of a language in a page of the guide. */
const blocks = (page: string, language: string): string[] =>
  [
    ...readFileSync(path.join(guide, page), 'utf8').matchAll(
      new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'),
    ),
  ].map(([, code = '']) => code);

const pages = readdirSync(guide, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.md'),
);

describe('the guide', () => {
  const records = pages.flatMap((page) =>
    blocks(page, 'json')
      .filter((code) => code.includes('"forms"'))
      .map((code) => [page, code] as const),
  );

  it('has form records', () => {
    expect(records.length).to.be.greaterThan(3);
  });

  for (const [page, code] of records)
    it(`has a form record that the relay takes: ${page}`, () => {
      const forms = parseForms(JSON.parse(code.replaceAll('grp_…', 'grp_1')));
      expect([...forms.keys()].join()).to.match(/^frm_\w+$/);
    });

  it('has a program that writes the import map of the lead form', () => {
    if (!existsSync(path.join(scripts, 'integrity.json')))
      throw new Error('Build first: npm run build:script');
    const [program = ''] = blocks('script-tag.md', 'js');
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: scripts,
      encoding: 'utf8',
    });
    const { integrity } = JSON.parse(printed) as { integrity: Record<string, string> };
    const [first = ''] = Object.keys(integrity);
    expect(existsSync(path.join(scripts, first.replace('/fluenzr/', '')))).to.equal(true);
    expect(Object.values(integrity).every((hash) => hash.startsWith('sha384-'))).to.equal(true);
  });
});
