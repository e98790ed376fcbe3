/**
 * The keys on a chip's button: arrows lead along the chips and at the end back to the text field, Delete, Backspace and
 * Enter remove the chip, as Space does by itself. (Enter would, too, but Firefox does not always make a click of it.)
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
  if (key === 'Delete' || key === 'Backspace' || key === 'Enter') return { click: button };
  if (key === back) return { focus: buttons[Math.max(0, at - 1)] ?? null };
  if (key === forward) return { focus: buttons[at + 1] ?? null };
  if (key === 'Home') return { focus: buttons[0] ?? null };
  return key === 'End' ? { focus: null } : undefined;
}
