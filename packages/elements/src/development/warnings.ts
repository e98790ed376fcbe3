/**
 * Tells developers in the console what is wrong with how a page uses an element. A bundler takes this in development
 * builds alone (the export condition `development`); what visitors get has none of it.
 *
 * It has to be imported before an element is registered.
 *
 * @module
 */
import { answerProblem, type Misuse, misuseOf, properties } from './misuse.js';
import { meantBy } from './slips.js';
import { watchTags } from './tags.js';
import { patience, warn } from './warn.js';

function checkValues(element: Element, values: Misuse['values']): void {
  for (const [name, allowed] of Object.entries(values))
    for (const value of (element.getAttribute(name) ?? '').split(/\s+/).filter(Boolean)) {
      const known = 'pattern' in allowed ? allowed.pattern.test(value) : allowed.includes(value);
      const give = 'pattern' in allowed ? allowed.give : allowed.join(', ');
      if (!known) warn(element, `${name}="${value}" means nothing. Give ${give}.`);
    }
}

function checkNames(element: Element, attributes: readonly string[]): void {
  for (const name of element.getAttributeNames()) {
    if (attributes.includes(name)) continue;
    const attribute = meantBy(name, attributes);
    const property = properties.includes(name) ? name : meantBy(name, properties);
    if (attribute) warn(element, `has no attribute ${name}. Did you mean ${attribute}?`);
    else if (property)
      warn(element, `has no attribute ${name}. Did you mean the property ${property}? Set it in a script.`);
  }
}

function watch(element: HTMLElement, misuse: Misuse): void {
  const { attributes, values, problems, errorEvent, ask } = misuse;
  const checkAttributes = () => {
    checkNames(element, attributes);
    checkValues(element, values);
  };
  const checkAnswer = (error: unknown) => {
    const problem = answerProblem(error);
    if (problem) warn(element, problem);
  };
  checkAttributes();
  new MutationObserver(checkAttributes).observe(element, { attributes: true });
  if (errorEvent)
    element.addEventListener(errorEvent, (event) =>
      checkAnswer((event as Event & { error?: unknown }).error),
    );
  setTimeout(() => {
    if (!element.isConnected) return;
    for (const problem of problems(element)) warn(element, problem);
    ask?.(element)?.then(undefined, checkAnswer);
  }, patience);
}

/** Has a class watch each of its elements from when it first stands in a page. */
function watchAll(elementClass: CustomElementConstructor, misuse: Misuse): void {
  const prototype = elementClass.prototype as { connectedCallback?: () => void };
  const { connectedCallback } = prototype;
  const watched = new WeakSet<HTMLElement>();
  prototype.connectedCallback = function (this: HTMLElement) {
    connectedCallback?.call(this);
    if (watched.has(this)) return;
    watched.add(this);
    watch(this, misuse);
  };
}

// the registry reads a class's callbacks once, when it is registered: that is the last moment to add to them
if ('document' in globalThis) {
  const define = customElements.define.bind(customElements);
  customElements.define = (name, elementClass, options) => {
    const misuse = misuseOf.get(name);
    if (misuse) watchAll(elementClass, misuse);
    define(name, elementClass, options);
  };
  watchTags(document);
}
