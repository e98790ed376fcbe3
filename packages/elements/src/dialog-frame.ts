import { html, nothing, type TemplateResult } from 'lit';

/** What stands in a dialog. */
interface DialogFrame {
  readonly title: string;
  readonly content: unknown;
  /** What went wrong, or nothing. */
  readonly failure: string;
  /** The texts of the buttons. Without the second, the dialog can only be left. */
  readonly cancel: string;
  readonly submit?: string | undefined;
  /** Whether the button that submits takes away what cannot be had back. */
  readonly danger?: boolean;
  readonly sending: () => boolean;
  readonly onSubmit: (event: SubmitEvent) => Promise<void>;
  readonly onClose: () => void;
}

/**
 * A listener for `cancel` and `keydown`: while something is being sent the dialog stays open, since it may be done already,
 * and the answer would reach nobody. The key too, since Chromium closes a dialog at the second Escape, whatever `cancel`
 * was answered.
 */
function holdOpen(isSending: () => boolean): (event: Event) => void {
  return (event) => {
    const closing = !('key' in event) || event.key === 'Escape';
    if (closing && isSending()) event.preventDefault();
  };
}

/**
 * A dialog with a form in it, in the styles of `dialog.styles.ts`: a title, what is asked, what went wrong, and the
 * buttons. While it is sending it stays open, and its buttons stay in the tab order without effect.
 */
export function dialogFrame(frame: DialogFrame): TemplateResult {
  const disabled = String(frame.sending());
  const hold = holdOpen(frame.sending);
  const cancel = (event: Event): void => {
    if (!frame.sending()) (event.target as Element).closest('dialog')?.close();
  };
  return html`
    <dialog
      part="dialog"
      aria-labelledby="dialog-title"
      @cancel=${hold}
      @keydown=${hold}
      @close=${frame.onClose}
    >
      <form novalidate @submit=${frame.onSubmit}>
        <h2 id="dialog-title">${frame.title}</h2>
        ${frame.content}
        <p id="dialog-error" role="alert">${frame.failure}</p>
        <div class="buttons">
          <button type="button" class="cancel" aria-disabled=${disabled} @click=${cancel}>
            ${frame.cancel}
          </button>
          ${
            frame.submit === undefined
              ? nothing
              : html`<button class=${frame.danger ? 'danger' : 'primary'} aria-disabled=${disabled}>
                  ${frame.submit}
                </button>`
          }
        </div>
      </form>
    </dialog>
  `;
}
