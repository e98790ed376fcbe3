import axe from 'axe-core';
import { expect } from 'chai';
import { oneEvent } from '@open-wc/testing';

/** The elements that show the groups of something else. */
type GroupsTag = 'fluenzr-campaign-groups' | 'fluenzr-contact-groups';

/** An element in the page, loaded or failed. */
export async function show<Tag extends GroupsTag>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): Promise<HTMLElementTagNameMap[Tag]> {
  const element = Object.assign(document.createElement(tag), properties);
  const settled = Promise.race([oneEvent(element, `${tag}-load`), oneEvent(element, `${tag}-error`)]);
  document.body.append(element);
  await settled;
  await element.updateComplete;
  return element;
}

/** Has axe look at an element, light and dark. */
export async function expectAccessible(element: HTMLElement, state: string): Promise<void> {
  for (const theme of ['light', 'dark']) {
    element.setAttribute('theme', theme);
    const { violations } = await axe.run(element);
    expect(
      violations.map(({ id, nodes }) => `${state} ${theme} ${id}: ${nodes.map(({ html }) => html).join()}`),
    ).to.deep.equal([]);
  }
}
