/**
 * How developers are told: in the console, once each, with the element beside it.
 *
 * @module
 */

const more = 'https://www.npmjs.com/package/@fluenzr/elements#warnings-in-development';

/** How long a page may take to set properties and content, such as a client after a sign-in, until these are missed: milliseconds. */
export const patience = 3000;

/** What was said already: the same twice helps nobody. */
const said = new Set<string>();

/** Says what is wrong with an element, in a sentence that goes on from its tag: `has no client. Set …`. */
export function warn(element: Element, problem: string): void {
  const message = `<${element.localName}> ${problem}\nMore: ${more}`;
  if (said.has(message)) return;
  said.add(message);
  console.warn(message, element);
}
