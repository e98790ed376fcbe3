import { html, nothing, type TemplateResult } from 'lit';
import { holdOpen } from './hold-open.js';

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
