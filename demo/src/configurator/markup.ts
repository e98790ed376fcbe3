/** An element as data: what the preview builds and what the embed code says come from the same one. */
export interface Markup {
  readonly tag: string;
  /** `true` for an attribute without a value; one that is `undefined` or `false` is left out. */
  readonly attributes: Readonly<Record<string, string | boolean | undefined>>;
  readonly children: readonly (Markup | string)[];
}

/** Elements without content, and without an end tag. */
const empty: ReadonlySet<string> = new Set(['input', 'link']);

/** How long the line of a tag may be before each attribute gets its own. */
const LINE = 100;

export const markup = (
  tag: string,
  attributes: Markup['attributes'] = {},
  ...children: Markup['children']
): Markup => ({ tag, attributes, children });

const attributesOf = ({ attributes }: Markup): [name: string, value: string | true][] =>
  Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined || value === false ? [] : [[name, value]],
  );

/** Builds the element in a document. */
export function toElement(node: Markup, document: Document): HTMLElement {
  const element = document.createElement(node.tag);
  for (const [name, value] of attributesOf(node)) element.setAttribute(name, value === true ? '' : value);
  element.append(
    ...node.children.map((child) => (typeof child === 'string' ? child : toElement(child, document))),
  );
  return element;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (found) => entities[found] ?? found);

/** Writes the element as HTML, one element a line; texts stand in the line of their element. */
export function toHtml(node: Markup, indent = ''): string {
  const attributes = attributesOf(node).map(([name, value]) =>
    value === true ? name : `${name}="${escaped(value)}"`,
  );
  const end = empty.has(node.tag) ? ' />' : '>';
  const line = `${indent}${[`<${node.tag}`, ...attributes].join(' ')}${end}`;
  const open =
    line.length <= LINE
      ? line
      : `${indent}<${node.tag}\n${attributes.map((attribute) => `${indent}  ${attribute}\n`).join('')}${indent}${end.trim()}`;
  if (empty.has(node.tag)) return open;
  const close = `</${node.tag}>`;
  const inLine = node.children.every((child) => typeof child === 'string' || child.tag === 'span');
  if (inLine) {
    const content = node.children.map((child) =>
      typeof child === 'string' ? escaped(child) : toHtml(child),
    );
    return `${open}${content.join('')}${close}`;
  }
  const lines = node.children.map((child) =>
    typeof child === 'string' ? `${indent}  ${escaped(child)}` : toHtml(child, `${indent}  `),
  );
  return [open, ...lines, `${indent}${close}`].join('\n');
}
