// Builds the packages with vite, one after another: `npm` (for npm install), `script` (for a script tag), `demo`.
import { cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { writeManifest } from './manifest.js';
import { nameScripts } from './name-scripts.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const [kind, only] = process.argv.slice(2);

const modes = {
  npm: () =>
    ['query', 'expressions', 'client', 'mocks', 'elements', 'relay']
      .filter((name) => existsSync(path.join(root, 'packages', name, 'tsconfig.json')))
      .map((name) => `npm:${name}`),
  script: () => ['script:lead-form', 'script:kit', 'script:development'],
  demo: () => ['demo'],
};

if (kind !== 'npm' && kind !== 'script' && kind !== 'demo') {
  throw new Error(`Usage: build.js npm|script|demo [name]. Got "${kind}".`);
}
// the parts of script-tag files have a hash in their name: those of the last build would stay
const elements = path.join(root, 'packages', 'elements');
const scripts = path.join(elements, 'dist', 'cdn');
/** @param {string} folder */
const copyThemes = (folder) =>
  cpSync(path.join(elements, 'src', 'themes'), path.join(folder, 'themes'), { recursive: true });

if (kind === 'npm' && (!only || only === 'elements')) {
  writeManifest(root);
  copyThemes(path.join(elements, 'dist'));
}
if (kind === 'script' && !only) rmSync(scripts, { recursive: true, force: true });

for (const mode of modes[kind]()) {
  if (only && mode !== `${kind}:${only}`) continue;
  await build({ configFile: path.join(root, 'vite.config.ts'), mode, logLevel: 'warn' });
  console.log(`built ${mode}`);
}
if (kind === 'script' && !only) {
  copyThemes(scripts);
  nameScripts(scripts);
}
