import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { partsOf } from './script-parts.js';

/**
 * Gives each script of a folder a second name, without its hash (`lead-form.js` for `lead-form-BN1CrgUm.js`), and writes
 * `integrity.json`: the file of each script, whose content never changes, the parts that it may load, and the integrity of
 * every file.
 * @param {string} folder
 */
export function nameScripts(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  /** @param {string} file */
  const integrityOf = (file) =>
    `sha384-${createHash('sha384')
      .update(readFileSync(path.join(folder, file)))
      .digest('base64')}`;
  const scripts = files.filter((file) => !file.includes(path.sep));
  /** @type {Record<string, string>} */
  const names = {};
  for (const file of scripts) {
    const name = file.replace(/-[\w-]{8}\.js$/, '');
    names[name] = file;
    copyFileSync(path.join(folder, file), path.join(folder, `${name}.js`));
  }
  const integrity = Object.fromEntries(
    files.sort().map((file) => [file.replaceAll(path.sep, '/'), integrityOf(file)]),
  );
  const parts = Object.fromEntries(
    Object.entries(names).map(([name, file]) => [name, partsOf(folder, file)]),
  );
  writeFileSync(
    path.join(folder, 'integrity.json'),
    `${JSON.stringify({ scripts: names, parts, integrity }, null, 2)}\n`,
  );
}
