import {
  adoptStyles,
  html,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { groupColor, groupColorStyles } from '../group-badge.js';
import { languageAround, translation } from '../language.js';
import { ClientConsumer } from '../provider/client-consumer.js';
import { tokenStyles } from '../token-styles.js';
import { chips, CHIPS } from './chips.js';
import { FormControl } from './form-control.js';
import type { GroupList } from './group-list.js';
import type { GroupOption } from './group-option.js';
import type { GroupPickerClient } from './group-picker-client.js';
import { groupPickerStyles } from './group-picker.styles.js';
import type { GroupPickerLabels } from './labels.js';
import { enField, type FieldLabels } from './labels-en-field.js';
import { lookUpAt, lookUpIn } from './look-up.js';
import { Selection } from './selection.js';
import { translations } from './translations.js';

/**
 * A field for choosing one group or several: a combobox and a form control. The groups come from a client, which
 * searches on the server and loads as one scrolls, or from `items`, which may be 100,000.
 *
 * It submits ids under its `name`, once for each group, takes part in reset, restore, validity and `<fieldset disabled>`
 * as a `<select>` does, and is labelled by `label` or by the page's `<label for>`.
 *
 * @tag fluenzr-group-picker
 *
 * @attr {string} name - Name under which the ids are submitted.
 * @attr {string} value - Ids that are chosen at first and after a reset, separated by spaces.
 * @attr {string} label - Label above the field. Without it, the page's `<label>` or the element's `aria-label` names it.
 * @attr {string} placeholder - What the empty field says.
 * @attr {boolean} multiple - Several groups can be chosen.
 * @attr {boolean} required - A group has to be chosen.
 * @attr {boolean} disabled - Takes no part in anything.
 * @attr {boolean} readonly - Shows what is chosen and submits it.
 * @attr {'static' | 'dynamic' | 'smart'} type - Lists only groups of this type.
 * @attr {string} exclude - Ids of groups that are not listed, separated by spaces.
 * @attr {boolean} sections - Lists groups by type, each type below a heading.
 * @attr {boolean} creatable - Offers to make a group; needs a client.
 * @attr {'light' | 'dark'} theme - Fixes the colours; without it they follow the page's `color-scheme`.
 *
 * @fires {Event} input - Another group was chosen, or one removed.
 * @fires {Event} change - The same, after `input`.
 * @fires {GroupCreatedEvent} fluenzr-group-created - The visitor has made a group.
 *
 * @csspart label - The label above the field.
 * @csspart field - The box of the field.
 * @csspart input - The text field in it.
 * @csspart chip - A chosen group, with `multiple`.
 * @csspart chip-remove - The button in it.
 * @csspart clear - The button that empties the field.
 * @csspart toggle - The button that shows the list.
 * @csspart popup - The box of the list.
 * @csspart listbox - The list.
 * @csspart section - A heading in it.
 * @csspart option - A group in it.
 * @csspart option-name - Its name.
 * @csspart message - What stands in place of the list: loading, nothing found, failed.
 * @csspart retry - The button that tries again.
 * @csspart create - The button that makes a group.
 * @csspart error - The message below the field.
 * @csspart dialog - The dialog that makes a group.
 *
 * @cssprop --fluenzr-accent - Colour of the focus ring, of the active option and of buttons.
 * @cssprop --fluenzr-on-accent - Colour of text on the accent.
 * @cssprop --fluenzr-surface - Background of the list.
 * @cssprop --fluenzr-text - Colour of text.
 * @cssprop --fluenzr-muted - Colour of secondary text.
 * @cssprop --fluenzr-border - Colour of the list's border.
 * @cssprop --fluenzr-field - Background of the field.
 * @cssprop --fluenzr-field-border - Border colour of the field.
 * @cssprop --fluenzr-danger - Colour of errors.
 * @cssprop --fluenzr-shadow - Shadow of the list.
 * @cssprop --fluenzr-radius - Corner radius (default `0.625rem`).
 * @cssprop --fluenzr-space - The unit that all distances are multiples of (default `0.25rem`).
 * @cssprop --fluenzr-font - Font family (default: the page's).
 *
 * @cssstate open - The list is shown.
 * @cssstate loading - Groups are being loaded.
 * @cssstate failed - They could not be loaded.
 * @cssstate invalid - The field says what is wrong.
 *
 * @example
 * ```html
 * <form>
 *   <label for="group">Group</label>
 *   <fluenzr-group-picker id="group" name="groupId" required></fluenzr-group-picker>
 *   <button>Save</button>
 * </form>
 * ```
 */
export class FluenzrGroupPicker extends FormControl {
  /** @internal */
  static override readonly styles = [tokenStyles, groupColorStyles, groupPickerStyles];

  // a third fewer bytes than decorators
  static override readonly properties: PropertyDeclarations = {
    label: {},
    placeholder: {},
    defaultValue: { attribute: 'value' },
    multiple: { type: Boolean },
    type: {},
    exclude: {},
    sections: { type: Boolean },
    creatable: { type: Boolean },
    items: { attribute: false },
    client: { attribute: false },
    labels: { attribute: false },
    value: { attribute: false, noAccessor: true }, // may be set before the element is defined
  };

  /** Label above the field. Without it, the page's `<label>` or the element's `aria-label` names the field. */
  declare label: string;

  /** What the empty field says. By default the label `placeholder`. */
  declare placeholder: string;

  /** Ids that are chosen at first and after a reset, separated by spaces: the attribute `value`. */
  declare defaultValue: string;

  /** Whether several groups can be chosen. */
  declare multiple: boolean;

  /** Lists only groups of this type: `static`, `dynamic` or `smart`. */
  declare type: string;

  /**
   * Ids of groups that are not listed, separated by spaces: those that a contact is in already, say. A value is not
   * affected by it.
   */
  declare exclude: string;

  /** Whether groups are listed by type, each type below a heading. */
  declare sections: boolean;

  /** Whether the picker offers to make a group. It needs a client for that. */
  declare creatable: boolean;

  /** The groups to choose from. They are searched in the page; a client then only makes groups. */
  declare items: readonly GroupOption[] | undefined;

  /** Where the groups are, unless there are `items`. It comes before the client of a `<fluenzr-provider>` around. */
  declare client: GroupPickerClient | undefined;

  /** Texts to replace; the others are those of the page's language, or English. */
  declare labels: Partial<GroupPickerLabels>;

  readonly #selection = new Selection();
  #texts: FieldLabels = enField;
  #translation: Partial<GroupPickerLabels> = {};
  readonly #provided = new ClientConsumer(this);
  /** Loaded when the visitor comes to the field. */
  #list: GroupList | undefined;
  /** Where the groups of the chosen ids were looked up. */
  #lookedAt: unknown;
  /** Announced until something else is to be said. */
  #said = '';
  /** Whether the value was set or chosen, so that a later `defaultValue` leaves it. */
  #dirty = false;
  /** Whether the message about a missing group shows. */
  #reported = false;

  constructor() {
    super();
    this.label = '';
    this.placeholder = '';
    this.defaultValue = '';
    this.multiple = false;
    this.type = '';
    this.exclude = '';
    this.sections = false;
    this.creatable = false;
    this.labels = {};
    for (const type of ['focusin', 'pointerenter']) this.addEventListener(type, this.#pass);
    this.addEventListener('focusout', () => this.#list?.hide());
    this.addEventListener('invalid', () => {
      this.#reported = true;
      this.requestUpdate();
    });
    this.addEventListener('click', (event) => {
      if (event.composedPath()[0] === this) this.focus(); // a label was clicked
    });
  }

  // --- value

  /**
   * The chosen id, or an empty string; with `multiple`, a list of ids. It may be set before the groups are there. Setting
   * it fires no event.
   *
   * @throws TypeError for anything but a string, a list of strings, null and undefined.
   */
  get value(): string | string[] {
    return this.multiple ? this.#ids : (this.#ids[0] ?? '');
  }
  set value(value: string | readonly string[] | null | undefined) {
    const ids: unknown = typeof value === 'string' ? [value] : (value ?? []);
    if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string'))
      throw new TypeError(`The value is an id or a list of ids, not ${String(value)}.`);
    this.#dirty = true;
    this.#replace(ids);
  }

  /** The chosen groups, as far as they are known. */
  get selectedGroups(): GroupOption[] {
    return this.#ids.flatMap((id) => this.#selection.group(id) ?? []);
  }

  /** @internal */
  formResetCallback(): void {
    this.#dirty = false;
    this.#reported = false;
    this.#list?.hide();
    this.#replace(this.defaultValue.split(/\s+/));
  }

  /** @internal */
  formStateRestoreCallback(state: unknown): void {
    if (typeof state === 'string') this.value = state.split(' ');
  }

  /** The chosen ids; of several that were set where one can be chosen, the first. */
  get #ids(): string[] {
    const ids = [...this.#selection.ids];
    return this.multiple ? ids : ids.slice(0, 1);
  }

  #replace(ids: readonly string[]): void {
    const [before] = this.#ids;
    this.#selection.replace(ids.filter(Boolean));
    // a page that sets what was just chosen, as frameworks do, does not disturb who is typing
    if (!this.multiple && before !== this.#ids[0]) this.#list?.hide();
    this.#commit();
    this.requestUpdate();
  }

  /** Tells the form what is chosen, and whether that is valid. */
  #commit(): void {
    const ids = this.#ids;
    const existing = ids.filter((id) => this.#selection.group(id) !== null);
    let value: FormData | string | null = existing[0] ?? null;
    if (this.multiple) {
      value = new FormData();
      for (const id of existing) value.append(this.name, id);
    }
    this.internals.setFormValue(value, ids.join(' '));
    const { required, gone } = this.#texts;
    const input = this.#input;
    if (existing.length < ids.length) this.internals.setValidity({ customError: true }, gone, input);
    else if (this.required && ids.length === 0)
      this.internals.setValidity({ valueMissing: true }, required, input);
    else this.internals.setValidity({});
  }

  /** The visitor has chosen or removed groups. */
  readonly #changed = (said: string): void => {
    this.#dirty = true;
    this.#reported = false;
    this.#said = said;
    this.#commit();
    this.requestUpdate();
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.dispatchEvent(new Event('change', { bubbles: true }));
  };

  readonly #learn = (id: string, group: GroupOption | null): void => {
    this.#selection.learn(id, group);
    this.#commit();
    if (this.hasUpdated) this.requestUpdate();
  };

  /** Looks up what is not known of the chosen groups, as far as they are shown. */
  #lookUp(): void {
    const groups = this.isConnected ? this.#groups : undefined; // a server asks no backend
    const at = this.items ?? groups;
    if (at !== this.#lookedAt) this.#selection.lookAgain();
    this.#lookedAt = at;
    if (this.items) lookUpIn(this.items, this.#selection.toLookUp(CHIPS), this.#learn);
    else if (groups) lookUpAt(groups, this.#selection.toLookUp(CHIPS), this.#learn);
  }

  // --- what the visitor does: see group-list.ts

  async #loadList(): Promise<GroupList | undefined> {
    try {
      const { GroupList } = await import('./group-list.js');
      return (this.#list ??= new GroupList({
        picker: this,
        root: this.renderRoot as ShadowRoot,
        selection: this.#selection,
        groups: () => this.#groups,
        changeable: () => this.changeable,
        labels: () => ({ ...this.#translation, ...this.labels }),
        accessibleName: () => this.#accessibleName,
        changed: this.#changed,
        learn: this.#learn,
        say: this.#say,
        states: this.internals.states,
      }));
    } catch (error) {
      console.error('The list of <fluenzr-group-picker> could not be loaded.', error);
      this.#say(this.#texts.unavailable);
      return undefined;
    }
  }

  readonly #say = (text: string): void => {
    this.#said = text;
    this.requestUpdate();
  };

  readonly #pass = (event: Event): void => {
    if (event.type === 'input') event.stopPropagation(); // it would look like another choice
    if (this.#list) this.#list.handle(event);
    else {
      const [target] = event.composedPath();
      // too late to keep the browser from its own answer, but early enough for the visitor
      void this.#loadList().then((list) => list?.handle(event, target));
    }
  };

  // --- rendering

  get #input(): HTMLInputElement | undefined {
    return this.shadowRoot?.querySelector('input') ?? undefined;
  }

  get #groups(): GroupPickerClient['groups'] | undefined {
    return (this.client ?? this.#provided.value)?.groups;
  }

  get #accessibleName(): string {
    return this.label || this.nameGiven || this.#texts.placeholder;
  }

  /** Moves the focus to the text field. */
  override focus(options?: FocusOptions): void {
    this.#input?.focus(options);
  }

  /** @internal */
  override connectedCallback(): void {
    super.connectedCallback();
    void translation(translations, languageAround(this)).then((texts) => {
      this.#translation = texts ?? {};
      this.requestUpdate('labels');
    });
  }

  /** @internal */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#list?.hide();
  }

  /** The form is told at once, as it is by a `<select>`. @internal */
  override requestUpdate(...[name, ...rest]: Parameters<FormControl['requestUpdate']>): void {
    super.requestUpdate(name, ...rest);
    if (name === 'multiple' || name === 'required' || name === 'name') this.#commit();
  }

  /** What a server has rendered keeps its `<style>`, which a strict content security policy blocks. @internal */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot() as ShadowRoot;
    adoptStyles(root, FluenzrGroupPicker.elementStyles);
    return root;
  }

  /** @internal */
  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('labels')) {
      this.#texts = { ...enField, ...this.#translation, ...this.labels };
      this.#commit();
    }
    if (changed.has('defaultValue') && !this.#dirty) this.#replace(this.defaultValue.split(/\s+/));
    this.#lookUp();
  }

  /** @internal */
  override updated(): void {
    this.#list?.update();
    this.internals.states[this.#error ? 'add' : 'delete']('invalid');
  }

  /** What is wrong, once it is to be said. */
  get #error(): string {
    return this.#reported || this.validity.customError ? this.validationMessage : '';
  }

  /** @internal */
  override render(): TemplateResult {
    const texts = this.#texts;
    const { multiple, changeable } = this;
    const list = this.#list;
    const error = this.#error;
    const [id] = multiple ? [] : this.#ids;
    const group = id === undefined ? undefined : this.#selection.group(id);
    const shownName = id === undefined ? '' : group === null ? texts.goneGroup : (group?.name ?? '…');
    return html`${this.label ? html`<label part="label" for="input">${this.label}</label>` : nothing}
      <div class="place">
        <div
          class="combobox"
          @mousedown=${this.#pass}
          @click=${this.#pass}
          @input=${this.#pass}
          @keydown=${this.#pass}
        >
          <div part="field">
            <div class="content">
              ${multiple ? chips(this.#selection, texts, changeable) : nothing}
              ${group ? groupColor(group.color) : nothing}
              <input
                part="input"
                id="input"
                role="combobox"
                autocomplete="off"
                aria-autocomplete="list"
                aria-expanded=${list?.open ?? false}
                aria-controls="listbox"
                aria-activedescendant=${list?.active ?? nothing}
                aria-label=${this.label ? nothing : this.#accessibleName}
                aria-required=${this.required ? 'true' : nothing}
                aria-invalid=${error ? 'true' : nothing}
                aria-describedby=${error ? 'error' : nothing}
                placeholder=${this.#ids.length > 0 ? nothing : this.placeholder || texts.placeholder}
                .value=${list?.typed ?? shownName}
                ?disabled=${this.off}
                ?readonly=${this.readOnly}
              />
            </div>
            ${
              changeable && id !== undefined && !this.required
                ? html`<button part="clear" type="button" aria-label=${texts.clear}></button>`
                : nothing
            }
            ${
              changeable
                ? html`<button
                    part="toggle"
                    type="button"
                    tabindex="-1"
                    aria-label=${texts.open}
                    aria-expanded=${list?.open ?? false}
                  ></button>`
                : nothing
            }
          </div>
          <div part="popup"></div>
        </div>
      </div>
      <p part="error" id="error">${error}</p>
      <p role="status">${this.#said || (list?.status ?? '')}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fluenzr-group-picker': FluenzrGroupPicker;
  }
}
