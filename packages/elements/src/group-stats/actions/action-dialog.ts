import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { Job } from '@fluenzr/client';
import { dialogFrame } from '../../dialog-frame.js';
import { classifyFailure, failureText } from '../../load-failure/load-failure.js';
import type { ActionContext } from './action-context.js';
import type { ActionForm, Mistake, OpenForm } from './action-form.js';
import type { GroupAction } from './group-action.js';

/** An action that asks something before it begins. */
export type AskingAction = Exclude<GroupAction, 'export'>;

/** Each form is a part of its own: nobody loads the one that deletes who only wants to tag. */
const forms: Record<AskingAction, () => Promise<OpenForm>> = {
  'add-to-campaign': async () => (await import('./campaign-form.js')).campaignForm,
  'apply-tags': async () => (await import('./tags-form.js')).tagsForm,
  merge: async () => (await import('./merge-form.js')).mergeForm,
  archive: async () => (await import('./archive-form.js')).archiveForm,
  'delete-contacts': async () => (await import('./delete-form.js')).deleteForm,
};

/** The dialog that holds the form of an action: loads it, checks it, sends it, and keeps what was filled in on a failure. */
export class ActionDialog {
  #form: ActionForm | undefined;
  #error: unknown;
  #mistake: Mistake | undefined;
  #sending = false;
  /** The same input that is sent again carries the same key: it is done once. */
  readonly #keys = new Map<string, string>();

  /**
   * @param begun hears that the action has begun: with its job, or without one where it is done already
   * @param closed hears that the dialog is closed
   */
  constructor(
    private readonly host: LitElement,
    private readonly action: AskingAction,
    private readonly context: () => ActionContext,
    private readonly begun: (job: Job | undefined) => void,
    private readonly closed: () => void,
  ) {}

  /** Opens, and loads the form. */
  async open(): Promise<void> {
    await this.#draw();
    this.#element?.showModal();
    await this.#load();
  }

  get #element(): HTMLDialogElement | null | undefined {
    return this.host.shadowRoot?.querySelector<HTMLDialogElement>('[part=dialog]');
  }

  #draw(): Promise<boolean> {
    this.host.requestUpdate();
    return this.host.updateComplete;
  }

  async #load(): Promise<void> {
    this.#error = undefined;
    try {
      const open = await forms[this.action]();
      this.#form = await open(this.context());
    } catch (error) {
      this.#fail(error);
    }
    await this.#draw();
    this.#element?.querySelector<HTMLElement>('input, select, fluenzr-group-picker')?.focus();
  }

  #fail(error: unknown): void {
    this.#error = error;
    if (classifyFailure(error, navigator.onLine) === 'unexpected') console.error(`${this.action}:`, error);
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.#sending) return;
    const form = this.#form;
    if (!form) return this.#load();
    this.#error = this.#mistake = undefined;
    const element = event.target as HTMLFormElement;
    if (!element.checkValidity()) {
      element.querySelector<HTMLElement>(':invalid')?.focus(); // it says itself what is wrong
      void this.#draw();
      return;
    }
    const values = [...new FormData(element)] as [string, string][]; // no files here
    const read = form.read(new URLSearchParams(values));
    if ('mistake' in read) return this.#point(read);
    const body = JSON.stringify(read.input);
    const idempotencyKey = this.#keys.get(body) ?? crypto.randomUUID();
    this.#keys.set(body, idempotencyKey);
    this.#sending = true;
    void this.#draw();
    try {
      const job = await read.send({ idempotencyKey });
      this.begun(job);
      this.#element?.close();
    } catch (error) {
      const mistake = form.refused?.(error);
      if (mistake) {
        const input = this.#inputOf(mistake);
        if (input && mistake.emptied) input.value = '';
        void this.#point(mistake);
      } else this.#fail(error);
    } finally {
      this.#sending = false;
      void this.#draw();
    }
  };

  #inputOf({ field }: Mistake): HTMLInputElement | null | undefined {
    return this.#element?.querySelector(`[name="${field}"]`);
  }

  async #point(mistake: Mistake): Promise<void> {
    this.#mistake = mistake;
    await this.#draw();
    this.#inputOf(mistake)?.focus();
  }

  render(): TemplateResult {
    const { labels } = this.context();
    const form = this.#form;
    const submit = form ? labels.actionButtons[this.action] : labels.retryAction;
    const failed = this.#error !== undefined;
    return dialogFrame({
      title: labels.actionNames[this.action],
      content:
        form?.content(this.#mistake?.field ?? '') ??
        (failed ? nothing : html`<p role="status">${labels.dialogLoading}</p>`),
      failure: this.#mistake?.mistake ?? (failed ? failureText(this.#error, navigator.onLine, labels) : ''),
      cancel: labels.cancel,
      submit: (form ?? this.#error) === undefined || form?.impossible ? undefined : submit,
      danger: this.action === 'delete-contacts',
      sending: () => this.#sending,
      onSubmit: this.#onSubmit,
      onClose: this.closed,
    });
  }
}
