import type { LitElement } from 'lit';

/**
 * Does what a button asks for, which may take the button away: the focus then goes on from `next`, a selector in the
 * element's shadow root, and not from the top of the page.
 */
export async function keepFocus(host: LitElement, act: () => unknown, next: string): Promise<void> {
  const held = host.shadowRoot?.activeElement; // none where a browser does not focus a button that is clicked
  await act();
  await host.updateComplete;
  if (held && document.activeElement === document.body)
    host.shadowRoot.querySelector<HTMLElement>(next)?.focus();
}
