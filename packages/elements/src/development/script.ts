/**
 * The warnings for pages without a build step, as a script of its own: `development.js` beside the other script-tag files,
 * for as long as a page is being made.
 *
 * @module
 */
import './warnings.js';
import { warn } from './warn.js';

/** HTML has no tags that close themselves: what follows `<fluenzr-lead-form />` ends up inside of it. */
async function checkSource(): Promise<void> {
  const source = await (await fetch(location.href)).text();
  for (const [, tag = ''] of source.matchAll(/<(fluenzr-[\w-]+)(?:\s[^<>]*)?\/>/g)) {
    const element = document.querySelector(tag);
    if (element)
      warn(element, `takes in the rest of the page: HTML does not know "/>". Write </${tag}> after it.`);
  }
}

// a page that cannot be read again, such as a file of the disk, is taken as it is
addEventListener('load', () => void checkSource().catch(() => undefined));
