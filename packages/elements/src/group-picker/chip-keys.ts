/**
 * The keys on a chip's button: arrows lead along the chips and at the end back to the text field, Delete and Backspace
 * remove the chip, as Enter and Space do by themselves.
 *
 * @param button the button that has the focus
 * @returns the button that is to have the focus, or to be clicked; null for the text field; nothing for other keys
 */
export function chipKey(
  key: string,
  button: HTMLButtonElement,
): { focus: HTMLElement | null } | { click: HTMLElement } | undefined {
  const buttons = [...(button.closest('ul')?.querySelectorAll('button') ?? [])];
  const at = buttons.indexOf(button);
  const [back, forward] = button.matches(':dir(rtl)')
    ? ['ArrowRight', 'ArrowLeft']
    : ['ArrowLeft', 'ArrowRight'];
  if (key === 'Delete' || key === 'Backspace') return { click: button };
  if (key === back) return { focus: buttons[Math.max(0, at - 1)] ?? null };
  if (key === forward) return { focus: buttons[at + 1] ?? null };
  if (key === 'Home') return { focus: buttons[0] ?? null };
  return key === 'End' ? { focus: null } : undefined;
}
