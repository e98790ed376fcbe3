import { adoptStyles, html, nothing, render, type TemplateResult } from 'lit';
import { groupBadgeStyles } from '../group-badge.js';
import { GroupCreatedEvent } from './group-created-event.js';
import { groupListStyles } from './group-list.styles.js';
import { type GroupOption, isChoosable, isListed } from './group-option.js';
import type { FluenzrGroupPicker } from './group-picker.js';
import type { GroupPickerClient } from './group-picker-client.js';
import { chipKey } from './chip-keys.js';
import { ItemSource } from './item-source.js';
import { commandFor } from './keyboard.js';
import { countText } from './count-text.js';
import { fill } from '../fill.js';
import type { GroupPickerLabels } from './labels.js';
import { enList, type ListLabels } from './labels-en-list.js';
import { listMessage } from './list-message.js';
import { Listbox } from './listbox.js';
import { lookUpAt } from './look-up.js';
import { isHeading, type OptionSource, sectionTypes } from './option-source.js';
import { fillsScreen, showPopup } from './popup.js';
import { wordsOf } from './search.js';
import type { Selection } from './selection.js';
import { ServerSource } from './server-source.js';

/** What the list needs of its picker, beside the public properties. */
export interface GroupListHost {
  readonly picker: FluenzrGroupPicker;
  readonly root: ShadowRoot;
  readonly selection: Selection;
  /** The custom states of the picker. */
  readonly states: CustomStateSet;
  /** Where groups are searched and made, if there is a client. */
  groups(): GroupPickerClient['groups'] | undefined;
  changeable(): boolean;
  /** The texts that are not English, or not ours. */
  labels(): Partial<GroupPickerLabels>;
  accessibleName(): string;
  /** The visitor has chosen or removed groups; `said` is announced. */
  changed(said: string): void;
  /** What is known now of a chosen group. */
  learn(id: string, group: GroupOption | null): void;
  /** Announces something. */
  say(text: string): void;
}

/** Rows that may be left below the window before the next page is asked for. */
const AHEAD = 20;

/** All that happens once the visitor comes to the field: typing, the keyboard, the list and its popup. */
export class GroupList {
  open = false;
  /** Whether the list fills the screen while it is open. */
  full = false;
  /** What the visitor has typed since the last choice. */
  typed: string | undefined;
  readonly #host: GroupListHost;
  readonly #listbox: Listbox;
  #labels: ListLabels = enList;
  #source: OptionSource | undefined;
  /** What the source was made of. */
  #origin: readonly unknown[] = [];
  #hidePopup: (() => void) | undefined;

  constructor(host: GroupListHost) {
    this.#host = host;
    this.#listbox = new Listbox(() => host.picker.requestUpdate());
    adoptStyles(host.root, [
      ...(host.picker.constructor as typeof FluenzrGroupPicker).elementStyles,
      groupBadgeStyles,
      groupListStyles,
    ]);
  }

  /** Id of the active option's element, if there is one. */
  get active(): string | undefined {
    return this.#listbox.active < 0 ? undefined : `o${String(this.#listbox.active)}`;
  }

  /** What there is to announce of the open list. */
  get status(): string {
    if (!this.open) return '';
    const { results, language } = this.#labels;
    return this.#message || countText(results, this.#source?.total ?? 0, language);
  }

  show(): void {
    if (this.open || !this.#host.changeable()) return;
    this.open = true;
    this.full = fillsScreen();
    if (this.typed === undefined) this.#input.select(); // whoever types begins a search
    this.#chooseSource();
    this.#search();
  }

  hide(keepTyped = false): void {
    if (!keepTyped) this.typed = undefined;
    this.#listbox.leave();
    this.#host.picker.requestUpdate();
    if (!this.open) return;
    this.open = false;
    this.#source?.rest();
    this.#hidePopup?.();
    this.#hidePopup = undefined;
  }

  /** Answers an event in the field or the list. */
  handle(event: Event, target: unknown = event.composedPath()[0]): void {
    if (!(target instanceof Element)) return;
    const button = target.closest('button');
    if (event.type === 'pointerenter' || event.type === 'focusin') this.#prepare();
    else if (event.type === 'input') this.#type();
    else if (event.type === 'mousedown') this.#keepFocus(event, target);
    else if (event.type === 'click') this.#click(target, button);
    else if (!(event instanceof KeyboardEvent)) return;
    else if (target === this.#input) this.#fieldKey(event);
    else if (button?.part.contains('chip-remove')) this.#chipKey(event, button);
  }

  /** The visitor has come: what takes its time with 100,000 items is done before the list is asked for. */
  #prepare(): void {
    if (this.#host.picker.items) this.#chooseSource();
  }

  #type(): void {
    this.typed = this.#input.value;
    const { picker, selection } = this.#host;
    const [id] = selection.ids;
    if (this.typed === '' && !picker.multiple && id !== undefined) this.#remove(id);
    if (this.open) this.#search();
    else this.show();
  }

  /** The focus stays in the text field, whatever is clicked around it. */
  #keepFocus(event: Event, target: Element): void {
    if (target === this.#input) return;
    event.preventDefault();
    if (this.#host.changeable()) this.#host.picker.focus();
  }

  #click(target: Element, button: HTMLButtonElement | null): void {
    const option = target.closest('[role=option]');
    const [part] = button?.part ?? [];
    if (option) this.#chooseRow(Number(option.id.slice(1)));
    else if (part === 'chip-remove') void this.#removeChip(button?.value ?? '');
    else if (part === 'clear') this.#clear();
    else if (part === 'toggle' && this.open) this.hide();
    else if (target.closest('[part=field]')) this.show();
  }

  #fieldKey(event: KeyboardEvent): void {
    const { picker, root } = this.#host;
    const command = commandFor(event, {
      open: this.open,
      active: this.#listbox.active >= 0,
      atStart: picker.multiple && this.#input.selectionEnd === 0,
      rightToLeft: picker.matches(':dir(rtl)'),
    });
    if (!command || (command.do === 'undo' && this.typed === undefined)) return; // a dialog around may close
    if (command.do === 'text') {
      this.#listbox.leave();
      picker.requestUpdate();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (command.do === 'move') {
      this.show();
      this.#move(command.steps);
    } else if (command.do === 'show') this.show();
    else if (command.do === 'hide') this.hide(true);
    else if (command.do === 'undo') this.hide();
    else if (command.do === 'choose') this.#chooseRow(this.#listbox.active);
    else root.querySelector<HTMLElement>('[part=chip-remove][tabindex="0"]')?.focus();
  }

  #move(steps?: number): void {
    if (this.#source) this.#listbox.move(this.#source, steps);
    this.#host.picker.requestUpdate();
  }

  #chipKey(event: KeyboardEvent, button: HTMLButtonElement): void {
    const answer = chipKey(event.key, button);
    if (!answer) return;
    event.preventDefault();
    if ('click' in answer) answer.click.click();
    else (answer.focus ?? this.#input).focus();
  }

  /** Draws the list; to be called when the picker is drawn. */
  update(): void {
    const { root, picker, labels, changeable, states } = this.#host;
    if (this.open && !(changeable() && picker.isConnected)) this.hide();
    this.#labels = { ...enList, ...labels() };
    if (this.open) this.#chooseSource();
    const popup = this.#element('[part=popup]');
    render(this.open ? this.#template() : nothing, popup);
    if (this.open)
      this.#hidePopup ??= showPopup(this.#element('.place'), this.#element('.combobox'), popup, this.full);
    this.#listbox.rendered(root.querySelector('[part=listbox]')); // only what is shown can be scrolled
    for (const state of ['open', 'loading', 'failed']) states.delete(state);
    if (!this.open) return;
    states.add('open');
    if (this.#source?.status !== 'ready') states.add(this.#source?.status ?? 'loading');
    if (this.#listbox.ahead < AHEAD) this.#source?.loadMore();
  }

  #element(selector: string): HTMLElement {
    return this.#host.root.querySelector(selector) as HTMLElement;
  }

  get #input(): HTMLInputElement {
    return this.#element('[part=input]') as HTMLInputElement;
  }

  get #query(): string {
    return this.typed?.trim() ?? '';
  }

  /** Lists what was typed, or all groups. */
  #search(): void {
    this.#host.say('');
    this.#source?.search(this.#query);
    this.#listbox.reset();
    this.#host.picker.requestUpdate();
  }

  #chooseSource(): void {
    const { picker, groups } = this.#host;
    const { items, sections, exclude } = picker;
    const origin = [items ?? groups(), picker.type, sections, exclude];
    if (origin.every((part, index) => part === this.#origin[index])) return;
    this.#source?.rest();
    this.#origin = origin;
    const type = knownType(picker.type);
    const at = groups();
    const excluded = new Set(exclude.split(/\s+/));
    const listed = (group: GroupOption) => isListed(group) && !excluded.has(group.id);
    if (items) this.#source = new ItemSource(items, type, sections, listed);
    else if (at) this.#source = new ServerSource(at, type, sections, listed, () => this.#move());
    else this.#source = undefined;
    this.#source?.search(this.#query);
    this.#listbox.reset();
  }

  #chooseRow(row: number): void {
    const group = this.#source?.rows[row];
    if (!group || isHeading(group)) return;
    const { picker, selection, learn, groups } = this.#host;
    if (!isChoosable(group)) {
      this.#host.say(this.#labels.smartReason);
      return;
    }
    if (picker.multiple && selection.ids.has(group.id)) {
      this.#remove(group.id);
      return;
    }
    this.#choose(group, false);
    const client = groups();
    if (picker.items || !client) return;
    // it may have been deleted or archived since it was listed
    lookUpAt(client, [group.id], (id, now) => learn(id, now?.status === 'ARCHIVED' ? null : now));
  }

  #choose(group: GroupOption, made: boolean): void {
    const { picker, selection, changed } = this.#host;
    if (!picker.multiple) {
      this.hide();
      selection.replace([]);
    }
    selection.add(group, made);
    changed(fill(this.#labels.chosen, { group: group.name }));
    void picker.updateComplete.then(() => this.#input.select()); // whoever types on begins another search
  }

  #remove(id: string): void {
    const { selection, changed } = this.#host;
    const { removed, goneGroup } = this.#labels;
    const name = selection.group(id)?.name ?? goneGroup;
    selection.remove(id);
    changed(fill(removed, { group: name }));
  }

  /** Removes a chip; the focus goes to the next one, or to the text field. */
  async #removeChip(id: string): Promise<void> {
    const { picker, root } = this.#host;
    const buttons = () => [...root.querySelectorAll<HTMLElement>('[part=chip-remove]')];
    const at = buttons().findIndex((button) => button === root.activeElement);
    this.#remove(id);
    await picker.updateComplete;
    if (at >= 0) (buttons()[at] ?? this.#input).focus();
  }

  #clear(): void {
    const { selection } = this.#host;
    const [id] = selection.ids;
    this.hide();
    if (id !== undefined) this.#remove(id);
    this.#input.focus();
  }

  /** Opens the dialog that makes a group, which is loaded now. A group is chosen once the backend has it. */
  readonly #create = async (): Promise<void> => {
    const { picker, root, groups, labels, say } = this.#host;
    const client = groups();
    if (!client) return;
    const start = { name: this.#query, type: knownType(picker.type) };
    this.hide();
    try {
      const { createGroup } = await import('./create-group.js');
      const result = await createGroup(root, client, start, labels());
      if (!result) return;
      this.#choose(result.group, result.created !== undefined);
      if (result.created) picker.dispatchEvent(new GroupCreatedEvent(result.created));
    } catch (error) {
      console.error('The dialog of <fluenzr-group-picker> could not be loaded.', error);
      say({ ...enList, ...labels() }.unavailable);
    } finally {
      picker.focus();
    }
  };

  readonly #onRetry = (): void => {
    this.#source?.retry();
    this.#host.picker.focus();
  };

  get #message(): string {
    return listMessage(this.#source, this.#query, this.#labels);
  }

  #template(): TemplateResult {
    const { picker, selection, groups, accessibleName } = this.#host;
    const labels = this.#labels;
    const source = this.#source;
    const message = this.#message;
    const words = wordsOf(this.#query);
    const content = {
      source,
      chosen: selection.ids,
      words,
      multiple: picker.multiple,
      label: accessibleName(),
      labels,
    };
    return html`${source ? this.#listbox.render({ ...content, source }) : nothing}
    ${
      message
        ? html`<div part="message">
            <span>${message}</span>
            ${
              source?.status === 'failed'
                ? html`<button part="retry" type="button" @click=${this.#onRetry}>${labels.retry}</button>`
                : nothing
            }
          </div>`
        : nothing
    }
    ${
      picker.creatable && groups()
        ? html`<button part="create" type="button" @click=${this.#create}>
            ${this.#query ? fill(labels.createNamed, { name: this.#query }) : labels.create}
          </button>`
        : nothing
    }
    ${
      this.full
        ? html`<button part="done" type="button" @click=${() => this.hide()}>${labels.done}</button>`
        : nothing
    }`;
  }
}

function knownType(type: string): string {
  const known = type.toUpperCase();
  if (!type || sectionTypes.some((each) => each === known)) return known;
  console.error(
    `type="${type}" of <fluenzr-group-picker> is none of static, dynamic and smart: all groups are listed.`,
  );
  return '';
}
