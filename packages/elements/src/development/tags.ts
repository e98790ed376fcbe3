/**
 * Finds the tags `<fluenzr-…>` of a page that stay without effect, for developers: a name that no element has, and an
 * element whose code is not there.
 *
 * @module
 */
import { watchElements } from '../watch-elements.js';
import { meantBy } from './slips.js';
import { misuseOf } from './misuse.js';
import { patience, warn } from './warn.js';

const tags = [...misuseOf.keys(), 'fluenzr-provider'];

/** What is wrong with a tag that nothing has defined. */
function problemOf(tag: string): string {
  if (!tags.includes(tag)) {
    const meant = meantBy(tag, tags);
    return `is no element of FluenzR. ${meant ? `Did you mean <${meant}>?` : `There are: ${tags.join(', ')}.`}`;
  }
  const name = tag.replace('fluenzr-', '');
  const script = [...document.querySelectorAll<HTMLScriptElement>('script[src]:not([type=module])')].find(
    ({ src }) => new RegExp(`/(${name}|loader)(-[\\w-]{8})?\\.js$`).test(src),
  );
  return script
    ? `does nothing, since its script has no type="module". Write <script type="module" src="${script.getAttribute('src') ?? ''}">.`
    : `does nothing: no script has defined it. Load ${name}.js or loader.js from the folder of script tags, with its folder parts; ` +
        `with npm, import '@fluenzr/elements/${name}'. If that comes later, all is well.`;
}

/** Watches a document for such tags. */
export function watchTags(document: Document): void {
  const seen = new WeakSet<Element>();
  watchElements(
    document,
    () => '*',
    (element) => {
      const { localName } = element;
      if (!localName.startsWith('fluenzr-') || seen.has(element)) return;
      seen.add(element);
      setTimeout(() => {
        if (element.isConnected && !customElements.get(localName)) warn(element, problemOf(localName));
      }, patience);
    },
  );
}
