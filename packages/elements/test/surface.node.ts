// Every element is reached in every way: by npm, by the loader, in React, in JSX.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../', import.meta.url));
const read = (file: string) => readFileSync(folder + file, 'utf8');
const names = readdirSync(`${folder}src`).filter(
  (name) => name !== 'loader' && existsSync(`${folder}src/${name}/define.ts`),
);
const { exports } = JSON.parse(read('package.json')) as { exports: Record<string, unknown> };

describe('the surface of @fluenzr/elements', () => {
  it('knows the elements', () => {
    assert.ok(names.includes('lead-form') && names.includes('group-picker'));
  });

  for (const name of names)
    it(`has <fluenzr-${name}> everywhere`, () => {
      assert.ok(`./${name}` in exports, 'as an entry of the package');
      assert.match(read('src/loader/define.ts'), new RegExp(`'fluenzr-${name}': `), 'in the loader');
      assert.match(read('src/react/index.ts'), new RegExp(`'./${name}.js'`), 'as a React component');
      assert.match(read('src/react/jsx.ts'), new RegExp(`'fluenzr-${name}': `), 'in JSX');
    });
});
