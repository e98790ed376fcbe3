import { css, html, nothing, render, type TemplateResult } from 'lit';
import type { Group, GroupCreate } from '@fluenzr/client';
import { dialogFrame } from '../dialog-frame.js';
import { dialogStyles } from '../dialog.styles.js';
import { fill } from '../fill.js';
import { groupColor } from '../group-badge.js';
import type { GroupPickerLabels } from './labels.js';
import { en } from './labels-en.js';
import { type GroupOption, isChoosable, isListed } from './group-option.js';
import type { GroupPickerClient } from './group-picker-client.js';

/** What came of the dialog. */
export interface ChosenGroup {
  group: GroupOption;
  /** The same, when it was made here: otherwise it was there under that name. */
  created?: Group;
}

const COLORS = ['#1d4ed8', '#15803d', '#b45309', '#b91c1c', '#7e22ce', '#be185d', '#0f766e', '#475569'];
const PREFIX = '[DYN] ';

/**
 * Asks for a group's name, description, type and colour in a dialog, and makes it. Gives the group once the backend has
 * it, or the one that has the name already if the visitor takes that; nothing when the visitor cancels.
 *
 * @param root where the dialog is put while it is open
 * @param start the name that the visitor has typed, and the only type wanted, where there is one
 */
export function createGroup(
  root: ShadowRoot,
  groups: GroupPickerClient['groups'],
  start: { name: string; type: string },
  labels: Partial<GroupPickerLabels>,
): Promise<ChosenGroup | undefined> {
  const sheet = createGroupStyles.styleSheet;
  if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  return new Promise((resolve) => new CreateGroup(root, groups, start, { ...en, ...labels }, resolve));
}

/** What the backend says about a field, and about a name that is taken. */
interface Refusal {
  readonly status?: unknown;
  readonly code?: unknown;
  readonly problem?: { readonly existingId?: unknown };
  readonly fieldErrors?: Readonly<Record<string, readonly { readonly message: string }[]>>;
}

class CreateGroup {
  readonly #host = document.createElement('div');
  readonly #groups: GroupPickerClient['groups'];
  readonly #labels: GroupPickerLabels;
  readonly #done: (chosen: ChosenGroup | undefined) => void;
  readonly #onlyType: string;
  #name: string;
  #type: 'STATIC' | 'DYNAMIC';
  #busy = false;
  #failure = '';
  #errors: Record<string, string> = {};
  /** The group that has the name already. */
  #existingId: string | undefined;
  #chosen: ChosenGroup | undefined;

  constructor(
    root: ShadowRoot,
    groups: GroupPickerClient['groups'],
    { name, type }: { name: string; type: string },
    labels: GroupPickerLabels,
    done: (chosen: ChosenGroup | undefined) => void,
  ) {
    this.#groups = groups;
    this.#labels = labels;
    this.#done = done;
    this.#name = name;
    this.#onlyType = type === 'STATIC' || type === 'DYNAMIC' ? type : '';
    this.#type = type === 'DYNAMIC' || /^\[dyn\]/i.test(name) ? 'DYNAMIC' : 'STATIC';
    root.append(this.#host);
    this.#render();
    this.#dialog.showModal();
  }

  get #dialog(): HTMLDialogElement {
    return this.#host.firstElementChild as HTMLDialogElement;
  }

  #field(name: string): HTMLInputElement {
    return this.#dialog.querySelector<HTMLInputElement>(`[name=${name}]`) as HTMLInputElement;
  }

  #close(chosen: ChosenGroup): void {
    this.#chosen = chosen;
    this.#dialog.close();
  }

  /** Also when Escape or the browser has closed it. */
  readonly #onClose = (): void => {
    this.#host.remove();
    this.#done(this.#chosen);
  };

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.#busy) return;
    const name = this.#name.trim();
    if (!name) {
      this.#fail({ errors: { name: this.#labels.nameRequired } });
      return;
    }
    const description = this.#field('description').value.trim();
    const color = this.#dialog.querySelector<HTMLInputElement>('[name=color]:checked')?.value;
    const input: GroupCreate = {
      name,
      type: this.#type,
      ...(description && { description }),
      ...(color && { color }),
    };
    this.#busy = true;
    this.#fail({});
    try {
      const created = await this.#groups.create(input);
      this.#close({ group: created, created });
    } catch (error) {
      this.#busy = false;
      this.#refused(error as Refusal, name);
    }
  };

  #refused(error: Refusal, name: string): void {
    const { code, status, problem, fieldErrors = {} } = Object(error) as Refusal;
    const labels = this.#labels;
    if (code === 'GROUP_NAME_TAKEN') {
      this.#existingId = typeof problem?.existingId === 'string' ? problem.existingId : undefined;
      this.#fail({ errors: { name: fill(labels.nameTaken, { name }) } });
      return;
    }
    const errors: Record<string, string> = {};
    for (const [field, [first]] of Object.entries(fieldErrors))
      if (field === 'name' || field === 'description') errors[field] = first?.message || labels.fieldRefused;
    if (Object.keys(errors).length > 0) {
      this.#fail({ errors });
      return;
    }
    console.error('The group could not be created.', error);
    this.#fail({ failure: status === 401 || status === 403 ? labels.createRefused : labels.createFailed });
  }

  readonly #chooseExisting = async (): Promise<void> => {
    const id = this.#existingId;
    if (id === undefined || this.#busy) return;
    this.#busy = true;
    this.#render();
    try {
      const group = await this.#groups.get(id, undefined, {});
      if (isListed(group) && isChoosable(group)) {
        this.#close({ group });
        return;
      }
      this.#busy = false;
      this.#existingId = undefined;
      this.#fail({ errors: { name: this.#labels.existingNotChoosable } });
    } catch (error) {
      this.#busy = false;
      const gone = (Object(error) as Refusal).status === 404;
      if (gone) this.#existingId = undefined;
      this.#fail(
        gone
          ? { errors: { name: this.#labels.existingNotChoosable } }
          : { failure: this.#labels.createFailed },
      );
    }
  };

  /** Says what is wrong, and moves the focus to the first field that is. */
  #fail({ errors = {}, failure = '' }: { errors?: Record<string, string>; failure?: string }): void {
    this.#errors = errors;
    this.#failure = failure;
    this.#render();
    const [field] = Object.keys(errors);
    if (field) this.#field(field).focus();
  }

  #setName(name: string): void {
    this.#name = name;
    this.#existingId = undefined;
    this.#errors = {};
    this.#render();
  }

  /** The button that was clicked goes; the focus would go with it. */
  #prefix(name: string): void {
    this.#setName(name);
    this.#field('name').focus();
  }

  #render(): void {
    render(this.#template(), this.#host);
  }

  #error(field: string): TemplateResult {
    return html`<p class="field-error" id="create-${field}-error">${this.#errors[field] ?? ''}</p>`;
  }

  #template(): TemplateResult {
    const labels = this.#labels;
    const name = this.#name.trim();
    const prefixed = PREFIX + name;
    const offerPrefix = this.#type === 'DYNAMIC' && name && !/^\[dyn\]/i.test(name) && prefixed.length <= 64;
    return dialogFrame({
      title: labels.createTitle,
      content: html`
        <div>
          <label for="create-name">${labels.name}</label>
          <input
            id="create-name"
            name="name"
            maxlength="64"
            required
            autocomplete="off"
            .value=${this.#name}
            aria-invalid=${this.#errors['name'] ? 'true' : nothing}
            aria-describedby="create-name-error"
            @input=${(event: Event) => this.#setName((event.target as HTMLInputElement).value)}
          />
          ${this.#error('name')}
          ${
            this.#existingId === undefined
              ? nothing
              : html`<button type="button" class="link" @click=${this.#chooseExisting}>
                  ${labels.chooseExisting}
                </button>`
          }
          ${
            offerPrefix
              ? html`<button type="button" class="link" @click=${() => this.#prefix(prefixed)}>
                  ${fill(labels.prefix, { name: prefixed })}
                </button>`
              : nothing
          }
        </div>
        ${
          this.#onlyType
            ? nothing
            : html`<fieldset>
                <legend>${labels.type}</legend>
                ${this.#typeChoice('STATIC', labels.staticType, labels.staticHint)}
                ${this.#typeChoice('DYNAMIC', labels.dynamicType, labels.dynamicHint)}
              </fieldset>`
        }
        <div>
          <label for="create-description">${labels.description} <span>${labels.optional}</span></label>
          <textarea
            id="create-description"
            name="description"
            rows="2"
            maxlength="500"
            aria-invalid=${this.#errors['description'] ? 'true' : nothing}
            aria-describedby="create-description-error"
          ></textarea>
          ${this.#error('description')}
        </div>
        <fieldset class="colors">
          <legend>${labels.color}</legend>
          ${COLORS.map(
            (color, index) =>
              html`<label>
                <input
                  type="radio"
                  name="color"
                  value=${color}
                  ?checked=${index === 0}
                  aria-label=${labels.colors[index]}
                />
                ${groupColor(color)}
              </label>`,
          )}
        </fieldset>
      `,
      failure: this.#failure,
      cancel: labels.cancel,
      submit: this.#busy ? labels.submitting : labels.submit,
      sending: () => this.#busy,
      onSubmit: this.#onSubmit,
      onClose: this.#onClose,
    });
  }

  #typeChoice(type: 'STATIC' | 'DYNAMIC', title: string, hint: string): TemplateResult {
    const id = `create-${type.toLowerCase()}`;
    return html`<div class="choice">
      <input
        type="radio"
        name="type"
        id=${id}
        .checked=${this.#type === type}
        aria-describedby="${id}-hint"
        @change=${() => {
          this.#type = type;
          this.#render();
        }}
      />
      <label for=${id}>${title}</label>
      <p id="${id}-hint">${hint}</p>
    </div>`;
  }
}

const createGroupStyles = css`
  ${dialogStyles}

  [part='dialog'] {
    margin: auto; /* the picker takes every margin away */
  }

  [part='dialog'] :is(label, legend) {
    display: block;
    padding: 0;
    margin-block-end: calc(var(--_space) * 1.5);
    font-size: 0.9375rem;
    font-weight: 600;
  }

  [part='dialog'] label span,
  .choice p {
    color: var(--_muted);
    font-size: 0.9375rem;
    font-weight: 400;
  }

  [part='dialog'] :is([name='name'], textarea) {
    inline-size: 100%;
    min-block-size: 3rem;
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3.5);
    border: 1px solid var(--_field-border);
    border-radius: var(--_radius);
    background: var(--_field);
    color: inherit;
    font: inherit;
    font-size: max(1rem, 16px);
    resize: vertical;
  }

  [part='dialog'] [aria-invalid] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }

  [part='dialog'] :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }

  [part='dialog'] fieldset {
    min-inline-size: 0;
    padding: 0;
    border: 0;
  }

  .choice {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: calc(var(--_space) * 2.5);
    padding-block: calc(var(--_space) * 1.5);
  }

  .choice label {
    margin: 0;
    align-self: center;
  }

  .choice p {
    grid-column: 2;
  }

  [part='dialog'] [type='radio'] {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  .colors {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1);
  }

  .colors label {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    margin: 0;
    border-radius: 50%;
    cursor: pointer;
  }

  .colors label:has(:checked) {
    box-shadow: inset 0 0 0 2px var(--_text);
  }

  .colors label:has(:focus-visible) {
    outline: 3px solid var(--_accent);
  }

  .colors [type='radio'] {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
  }

  .colors .group-color {
    inline-size: 1.75rem;
    block-size: 1.75rem;
  }

  .field-error:not(:empty) {
    margin-block-start: calc(var(--_space) * 1.5);
    color: var(--_danger);
    font-size: 0.9375rem;
  }

  [part='dialog'] button {
    min-block-size: 2.75rem;
    padding-inline: calc(var(--_space) * 4);
    border: 1px solid var(--_field-border);
    border-radius: var(--_radius);
    font-weight: 600;
  }

  [part='dialog'] .link {
    margin-block-start: calc(var(--_space) * 1.5);
    padding-inline: 0;
    border: 0;
    color: var(--_accent);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  @media (forced-colors: active) {
    .colors label:has(:checked) {
      outline: 3px solid Highlight;
    }
  }
`;
