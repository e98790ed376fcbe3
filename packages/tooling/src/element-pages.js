// Writes docs/elements: a page for each element, out of custom-elements.json, which is made of the class comments.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeManifest } from './manifest.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
writeManifest(root);
/** @type {import('custom-elements-manifest/schema.js').Package} */
const manifest = JSON.parse(
  readFileSync(path.join(root, 'packages/elements/dist/custom-elements.json'), 'utf8'),
);

/**
 * What the comment of a class says and the manifest does not keep: the types that its attributes are written with, and the
 * example.
 * @param {string} module path in the package, of the built file
 */
function commentOf(module) {
  const source = module.replace(/^dist\//, 'packages/elements/src/').replace(/\.js$/, '.ts');
  const [comment = ''] =
    /\/\*\*(?:(?!\*\/).)*\*\/(?=\nexport class)/s.exec(readFileSync(path.join(root, source), 'utf8')) ?? [];
  const text = comment.replaceAll(/^ \* ?/gm, '');
  const attributes = [...text.matchAll(/^@attr \{(.+?)\} ([\w-]+) - (.+?)(?=\n(?:@|\n))/gms)];
  return {
    attributes: attributes.map(([, type, name, description]) => ({ name, type, description })),
    example: /^@example\n(```html\n.*?^```)/ms.exec(text)?.[1] ?? '',
  };
}

/** @param {string | undefined} text */
const cell = (text = '') => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
/** @param {string | undefined} text */
const code = (text) => (text ? `\`${text}\`` : '');

/**
 * @param {string} title
 * @param {string[]} head
 * @param {(string | undefined)[][]} rows
 */
const table = (title, head, rows) =>
  rows.length === 0
    ? ''
    : `\n## ${title}\n\n${[head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')}\n`;

/**
 * @param {string} module
 * @param {import('custom-elements-manifest/schema.js').CustomElement & { cssStates?: { name: string, description?: string }[] }} element
 */
function page(module, element) {
  const { attributes, example } = commentOf(module);
  const fields = (element.members ?? []).filter((member) => member.kind === 'field');
  const methods = (element.members ?? []).filter((member) => member.kind === 'method');
  return `---
title: "<${element.tagName}>"
group: Element reference
---

# \`<${element.tagName}>\`

${element.description ?? ''}

${example}
${table(
  'Attributes',
  ['Attribute', 'Type', ''],
  attributes.map(({ name, type, description }) => [code(name), code(type), description]),
)}${table(
    'Properties',
    ['Property', 'Type', ''],
    fields.map(({ name, type, description }) => [code(name), code(type?.text), description]),
  )}${table(
    'Methods',
    ['Method', ''],
    methods.map(({ name, description }) => [code(`${name}()`), description]),
  )}${table(
    'Events',
    ['Event', 'Type', ''],
    (element.events ?? []).map(({ name, type, description }) => [code(name), code(type.text), description]),
  )}${table(
    'Slots',
    ['Slot', ''],
    (element.slots ?? []).map(({ name, description }) => [name ? code(name) : '(default)', description]),
  )}${table(
    'CSS parts',
    ['Part', ''],
    (element.cssParts ?? []).map(({ name, description }) => [code(name), description]),
  )}${table(
    'CSS custom properties',
    ['Property', ''],
    (element.cssProperties ?? []).map(({ name, description }) => [code(name), description]),
  )}${table(
    'CSS states',
    ['State', ''],
    (element.cssStates ?? []).map(({ name, description }) => [code(`:state(${name})`), description]),
  )}`;
}

const folder = path.join(root, 'docs', 'elements');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { path: module, declarations = [] } of manifest.modules)
  for (const declaration of declarations)
    if ('tagName' in declaration && declaration.tagName)
      writeFileSync(path.join(folder, `${declaration.tagName}.md`), page(module, declaration));
