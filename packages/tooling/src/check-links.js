// Holds the built docs site to its links: every relative one leads to a file that is there, and every anchor to an
// element of that page. Ends with an error that names each dead link and the pages that have it.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const site = fileURLToPath(new URL('../../../docs/dist', import.meta.url));

/** What stands in an attribute, without HTML's escapes. @param {string} text */
const unescaped = (text) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** @type {Map<string, Set<string>>} */
const anchorsOf = new Map();

/** The ids of a page, to which its own anchors and those of others lead. @param {string} file */
function anchors(file) {
  const known = anchorsOf.get(file);
  if (known) return known;
  const ids = new Set(
    [...readFileSync(file, 'utf8').matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => unescaped(id)),
  );
  anchorsOf.set(file, ids);
  return ids;
}

const pages = readdirSync(site, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .map((name) => path.join(site, name));

/** @type {Map<string, Set<string>>} */
const dead = new Map();
let checked = 0;
for (const page of pages)
  for (const [, attribute = ''] of readFileSync(page, 'utf8').matchAll(/\s(?:href|src)="([^"]*)"/g)) {
    const link = unescaped(attribute);
    if (/^[a-z][a-z+.-]*:/i.test(link)) continue; // another site, or an e-mail address
    checked += 1;
    const [address = '', anchor = ''] = link.split('#', 2);
    const target = address
      ? path.resolve(path.dirname(page), decodeURIComponent(address.replace(/\?.*$/, '')))
      : page;
    const file =
      existsSync(target) && statSync(target).isDirectory() ? path.join(target, 'index.html') : target;
    const isThere = existsSync(file);
    if (isThere && (!anchor || !file.endsWith('.html') || anchors(file).has(decodeURIComponent(anchor))))
      continue;
    const name = `${path.relative(site, target)}${anchor && `#${anchor}`} (${isThere ? 'no such anchor' : 'no such file'})`;
    dead.set(name, (dead.get(name) ?? new Set()).add(path.relative(site, page)));
  }

for (const [link, from] of dead)
  console.error(`Dead link: ${link}\n  in ${[...from].slice(0, 5).join(', ')}`);
if (pages.length === 0 || checked === 0)
  throw new Error('There is no docs site to check: npm run docs builds it.');
console.log(`docs: ${checked} links on ${pages.length} pages, ${dead.size} dead`);
process.exitCode = dead.size === 0 ? 0 : 1;
