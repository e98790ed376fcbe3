import { watchElements } from '../watch-elements.js';

/** What loads each element's code, by tag name. */
export type ElementModules = Readonly<Record<string, () => Promise<unknown>>>;

/**
 * Loads the code of every element of a document that is not defined yet, and goes on doing so as elements are added. Code
 * that could not be loaded is asked for again when the next of its elements is added.
 */
export function loadElements(document: Document, modules: ElementModules): void {
  const waiting = new Set(Object.keys(modules));

  const load = ({ localName: name }: Element) => {
    if (!waiting.delete(name)) return;
    modules[name]?.().catch((error: unknown) => {
      waiting.add(name);
      console.error(
        `<${name}> could not be loaded. Host all files of the folder that this script is in.`,
        error,
      );
    });
  };
  watchElements(document, () => [...waiting].join() || 'html:not(*)', load);
}
