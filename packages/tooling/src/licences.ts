// `npm run licences`: writes docs/licences.md, the list of what the published packages bring along.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Manifest {
  version: string;
  license?: string;
  private?: boolean;
  dependencies?: Record<string, string>;
}

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;

/** The folder that a package's import of another resolves to, as Node looks for it. */
function installed(name: string, from: string): string {
  for (let folder = from; folder.startsWith(root.replace(/\/$/, '')); folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name);
    try {
      manifestIn(candidate);
      return candidate;
    } catch {
      // not in this folder: one further up
    }
  }
  throw new Error(`${name} is not installed: npm ci`);
}

/** The list as a page. Only what is installed at run time counts: no tools of ours, nothing optional. */
export function licences(): string {
  const found = new Map<string, { licence: string; of: Set<string> }>();
  const visit = (name: string, from: string, owner: string) => {
    if (name.startsWith('@fluenzr/')) return;
    const folder = installed(name, from);
    const { version, license = 'not stated', dependencies = {} } = manifestIn(folder);
    const key = `${name} ${version}`;
    const entry = found.get(key) ?? { licence: license, of: new Set<string>() };
    found.set(key, entry);
    if (entry.of.has(owner)) return;
    entry.of.add(owner);
    for (const dependency of Object.keys(dependencies)) visit(dependency, folder, owner);
  };
  for (const owner of readdirSync(path.join(root, 'packages'))) {
    const folder = path.join(root, 'packages', owner);
    const { dependencies = {}, private: isPrivate } = manifestIn(folder);
    if (!isPrivate) for (const name of Object.keys(dependencies)) visit(name, folder, owner);
  }
  const rows = [...found]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { licence, of }]) => `| ${name} | ${licence} | ${[...of].sort().join(', ')} |`);
  return `# Licences of the dependencies

What \`npm install\` of our packages brings along, written by \`npm run licences\`.

| package | licence | comes with |
| --- | --- | --- |
${rows.join('\n')}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(path.join(root, 'docs', 'licences.md'), licences());
