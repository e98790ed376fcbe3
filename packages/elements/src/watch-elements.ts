/**
 * Tells of the elements of a document: of those that are there, and of those that are added, at any depth. What stands in
 * shadow roots is not seen.
 *
 * @param selector which elements inside of others are told of, asked anew at each change; one that is added itself always is
 */
export function watchElements(
  document: Document,
  selector: () => string,
  found: (element: Element) => void,
): void {
  const findIn = (root: ParentNode) => {
    for (const element of root.querySelectorAll(selector())) found(element);
  };
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof Element) {
          found(node);
          findIn(node);
        }
  }).observe(document, { childList: true, subtree: true });
  findIn(document);
}
