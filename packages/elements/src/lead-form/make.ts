/**
 * Makes an element with its attributes and what it contains. The form is made by hand and not by lit's templates: each part
 * of it is made once, and lit alone was a third of what a page had to load and half of the time to show a form.
 */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

/** Changes a text only where it is another: one that is set again may be announced again. */
export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
