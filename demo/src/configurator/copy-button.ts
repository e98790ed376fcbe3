/** Lets a button copy what an element says, and tells how that went. */
export function copyButton(button: HTMLButtonElement, source: HTMLElement, status: HTMLElement): void {
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(source.textContent).then(
      () => (status.textContent = 'Copied.'),
      () => {
        // blocked, or a page without TLS
        getSelection()?.selectAllChildren(source);
        status.textContent = 'It is selected: copy it with Ctrl+C, or Cmd+C on a Mac.';
      },
    );
  });
}
