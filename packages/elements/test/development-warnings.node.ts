// What developers are warned of, and that visitors get none of it. Run `npm run build` first.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { meantBy } from '../src/development/slips.js';
import { misuseOf } from '../src/development/misuse.js';

const folder = fileURLToPath(new URL('../', import.meta.url));
const read = (file: string) => readFileSync(folder + file, 'utf8');
const { exports } = JSON.parse(read('package.json')) as {
  exports: Record<string, { development?: string; default?: string } | string>;
};

/** What an application's bundle has of an entry. */
async function bundle(entry: string, condition: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from '@fluenzr/elements${entry.slice(1)}'`, resolveDir: folder },
    bundle: true,
    splitting: true,
    outdir: 'out',
    format: 'esm',
    conditions: [condition],
    external: ['react'],
    write: false,
    logLevel: 'error',
  });
  return outputFiles.map(({ text }) => text).join('\n');
}

const warning = 'warnings-in-development';

describe('warnings in development', () => {
  before(() => {
    if (!existsSync(`${folder}dist/development/warnings.js`)) throw new Error('Build first: npm run build');
  });

  for (const [entry, target] of Object.entries(exports))
    if (typeof target === 'object' && target.development)
      it(`are in a development build of ${entry}, and in no other`, async () => {
        assert.ok((await bundle(entry, 'development')).includes(warning));
        assert.ok(!(await bundle(entry, 'production')).includes(warning));
      });

  it('are in one file of script tags, and in no other', () => {
    const files = readdirSync(`${folder}dist/cdn`, { recursive: true, encoding: 'utf8' });
    assert.ok(files.includes('lead-form.js'));
    assert.deepEqual(
      files
        .filter((file) => file.endsWith('.js') && read(`dist/cdn/${file}`).includes(warning))
        .map((file) => file.replace(/-[\w-]{8}\.js$/, '.js')),
      ['development.js', 'development.js'],
    );
  });

  it('lead to a heading of the README', () => {
    assert.match(read('README.md'), /^## Warnings in development$/m);
  });

  for (const [given, meant] of Object.entries({
    multipel: 'multiple',
    mutliple: 'multiple',
    groupid: 'group-id',
    'group-ids': 'group-id',
    lable: 'label',
    values: 'value',
    placehodler: 'placeholder',
    'read-only': 'readonly',
    tpye: 'type',
    // near to a name, but perhaps meant as it is
    model: undefined,
    code: undefined,
    group: undefined,
    title: undefined,
    size: undefined,
    filter: undefined,
  }))
    it(`take the attribute ${given} for ${meant ?? 'nothing else'}`, () => {
      const known = [
        'name',
        'mode',
        'type',
        'label',
        'value',
        'multiple',
        'readonly',
        'placeholder',
        'group-id',
      ];
      assert.equal(meantBy(given, known), meant);
    });

  for (const [tag, { attributes }] of misuseOf)
    it(`know the attributes that <${tag}> documents`, () => {
      const name = tag.replace('fluenzr-', '');
      const documented = read(`src/${name}/${name}.ts`).matchAll(/@attr \{[^}]+\} ([\w-]+)/g);
      assert.deepEqual(
        attributes,
        [...documented].map(([, attribute]) => attribute),
      );
    });

  for (const [tag, { values }] of misuseOf)
    it(`know the values that <${tag}> documents`, () => {
      const name = tag.replace('fluenzr-', '');
      const documented = read(`src/${name}/${name}.ts`).matchAll(/@attr \{('[^}]+)\} ([\w-]+)/g);
      for (const [, type = '', attribute = ''] of documented)
        assert.deepEqual(
          values[attribute],
          type.split('|').map((value) => value.trim().replaceAll("'", '')),
          attribute,
        );
    });
});
