/**
 * The dialog that puts a contact into a group, or takes it out of one. A part of its own, loaded with the first change.
 *
 * @module
 */
import { html, type LitElement, type TemplateResult } from 'lit';
import type { FluenzR, Group } from '@fluenzr/client';
import { dialogFrame } from '../dialog-frame.js';
import { dialogStyles } from '../dialog.styles.js';
import { fieldStyles } from '../field.styles.js';
import { fill } from '../fill.js';
import type { FluenzrGroupPicker } from '../group-picker/group-picker.js';
import { failureText } from '../load-failure/load-failure.js';
import { adopt } from '../style-sheet.js';
import type { ContactGroupsLabels } from './labels.js';

/** What the element around knows. */
interface DialogSource {
  readonly groups: FluenzR['groups'] | undefined;
  /** The groups that the contact is in. */
  readonly taken: readonly Group[];
  readonly labels: ContactGroupsLabels;
}

/** What the dialog asks: which group the contact is to be put into, or whether it is to leave this one. */
export type MembershipQuestion = 'add' | Group;

/** One question, from its opening to its end. */
export class MembershipDialog {
  #error: unknown;
  #sending = false;
  /** The picker goes on with the same client while the dialog is drawn anew. */
  readonly #picks: FluenzrGroupPicker['client'];

  /**
   * @param source what the element around knows
   * @param change does what was answered; what it throws is shown, and can be tried again
   * @param closed hears that the dialog is closed
   */
  constructor(
    private readonly host: LitElement,
    private readonly question: MembershipQuestion,
    private readonly source: () => DialogSource,
    private readonly change: (group: Group) => Promise<void>,
    private readonly closed: () => void,
  ) {
    if (host.shadowRoot) adopt(host.shadowRoot, fieldStyles, dialogStyles.cssText);
    const { groups } = this.source();
    this.#picks = groups && { groups };
  }

  /** Opens, with the focus on the choice of a group, or on the button that changes nothing. */
  async open(): Promise<void> {
    if (this.question === 'add') await import('../group-picker/define.js');
    await this.#draw();
    this.#element?.showModal();
  }

  get #element(): HTMLDialogElement | null | undefined {
    return this.host.shadowRoot?.querySelector<HTMLDialogElement>('[part=dialog]');
  }

  get #picker(): FluenzrGroupPicker | null | undefined {
    return this.#element?.querySelector('fluenzr-group-picker');
  }

  #draw(): Promise<boolean> {
    this.host.requestUpdate();
    return this.host.updateComplete;
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.#sending) return;
    const picker = this.#picker;
    if (picker && !picker.checkValidity()) {
      picker.focus(); // it says itself what is wrong
      return;
    }
    // the picker has the groups of our client, whole
    const group = this.question === 'add' ? (picker?.selectedGroups[0] as Group | undefined) : this.question;
    if (!group) return; // its name is still being looked up
    this.#sending = true;
    this.#error = undefined;
    void this.#draw();
    try {
      await this.change(group);
      this.#element?.close();
    } catch (error) {
      this.#error = error;
    } finally {
      this.#sending = false;
      void this.#draw();
    }
  };

  render(): TemplateResult {
    const { question } = this;
    const { labels, taken } = this.source();
    const adding = question === 'add';
    return dialogFrame({
      title: adding ? labels.add : fill(labels.removeQuestion, { name: question.name }),
      content: adding
        ? html`<fluenzr-group-picker
            label=${labels.group}
            exclude=${taken.map(({ id }) => id).join(' ')}
            required
            .client=${this.#picks}
          ></fluenzr-group-picker>`
        : html`<p>${labels.removeStays}</p>`,
      failure: this.#error === undefined ? '' : failureText(this.#error, navigator.onLine, labels),
      cancel: labels.cancel,
      submit: adding ? labels.addConfirm : labels.removeConfirm,
      sending: () => this.#sending,
      onSubmit: this.#onSubmit,
      onClose: this.closed,
    });
  }
}
