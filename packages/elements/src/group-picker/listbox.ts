import { html, nothing, type TemplateResult } from 'lit';
import type { ListLabels } from './labels-en-list.js';
import { placeOf, rowAfter, scrollTo, type Viewport, windowOf } from './listbox-window.js';
import { highlightMatches } from './match-highlight.js';
import { optionRow } from './option-row.js';
import { isHeading, type OptionSource, type Row } from './option-source.js';

/** What the list shows, beside its rows. */
export interface ListboxContent {
  readonly source: OptionSource;
  readonly chosen: ReadonlySet<string>;
  /** The words of the query, folded. */
  readonly words: readonly string[];
  readonly multiple: boolean;
  readonly label: string;
  readonly labels: ListLabels;
}

/** The list: it has in the DOM the rows in sight, and the active one wherever it is. */
export class Listbox {
  /** The row of the active option, or -1. */
  active = -1;

  readonly #changed: () => void;
  /** Steps that the visitor has gone ahead of the rows. */
  #steps = 0;
  #rows: readonly Row[] = [];
  #words: readonly string[] = [];
  #element: HTMLElement | null = null;
  /** Where the list is to be scrolled to once it is drawn. To set it means to lay the page out. */
  #target: number | undefined;
  /** As long as it is not measured: eight rows of 2.75rem. */
  #viewport: Viewport = { scrollTop: 0, viewHeight: 352, rowHeight: 44 };
  readonly #resizes = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
  /** Whether the active option is kept in sight as the list changes its size: until the visitor scrolls. */
  #follows = false;
  readonly #onScrolling = {
    handleEvent: () => {
      this.#follows = false;
    },
    passive: true,
  };

  /** @param changed called when other rows have come into sight */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Begins at the top, with no option active. */
  reset(): void {
    this.leave();
    this.#goTo(0);
  }

  /** No option is active any more. */
  leave(): void {
    this.active = -1;
    this.#steps = 0;
  }

  /** Makes another option active, some steps further: now, or once the rows are those that the visitor waits for. */
  move({ rows, settled }: OptionSource, steps = 0): void {
    this.#steps += steps;
    if (!settled || !this.#steps) return;
    this.active = rowAfter(rows, this.active, this.#steps);
    this.#steps = 0;
    this.#follows = true;
    this.#follow();
  }

  #follow(): void {
    if (this.#follows && this.active >= 0) this.#goTo(scrollTo(this.active, this.#viewport));
  }

  render({ source, chosen, words, multiple, label, labels }: ListboxContent): TemplateResult {
    const { rows, headings, total } = source;
    this.#rows = rows;
    this.#words = words;
    const { active } = this;
    const { from, to } = this.#window;

    const row = (at: number): TemplateResult | typeof nothing => {
      const group = rows[at];
      if (!group) return nothing;
      if (isHeading(group))
        return html`<div part="section" role="presentation">${sectionName(group.section, labels)}</div>`;
      const state = {
        row: at,
        place: placeOf(at, headings),
        total,
        active: at === active,
        chosen: chosen.has(group.id),
        away: at < from || at >= to,
      };
      return optionRow(group, state, labels);
    };

    const rowsOf = (start: number, end: number) =>
      Array.from({ length: Math.max(0, end - start) }, (_, index) => row(start + index));

    const section = (start: number, index: number): TemplateResult | typeof nothing => {
      const heading = rows[start];
      const inSight = rowsOf(Math.max(from, start), Math.min(to, headings[index + 1] ?? rows.length));
      return inSight.length > 0 && isHeading(heading)
        ? html`<div role="group" aria-label=${sectionName(heading.section, labels)}>${inSight}</div>`
        : nothing;
    };

    return html`<div
      part="listbox"
      id="listbox"
      role="listbox"
      tabindex="-1"
      aria-label=${label}
      aria-multiselectable=${multiple ? 'true' : nothing}
      ?hidden=${rows.length === 0}
      @scroll=${this.#onScroll}
      @wheel=${this.#onScrolling}
      @touchmove=${this.#onScrolling}
      @pointerdown=${this.#onScrolling}
    >
      <div class="rows" role="presentation">
        ${headings.length > 0 ? headings.map(section) : rowsOf(from, to)}
        ${active >= 0 && (active < from || active >= to) ? row(active) : nothing}
      </div>
    </div>`;
  }

  /** Puts the rows where they belong; to be called when they are in the DOM. Without the element, the list is closed. */
  rendered(element: HTMLElement | null): void {
    if (element !== this.#element) {
      if (this.#element) {
        this.#resizes.disconnect();
        highlightMatches(this.#element, []);
      }
      if (element) this.#resizes.observe(element);
      this.#element = element;
    }
    const box = element?.querySelector<HTMLElement>('.rows');
    if (!box || !element) return;
    highlightMatches(box, this.#words);
    const { rowHeight } = this.#viewport;
    box.style.setProperty('block-size', `${this.#rows.length * rowHeight}px`);
    box.style.setProperty('padding-block-start', `${this.#window.from * rowHeight}px`);
    const away = box.querySelector<HTMLElement>(':scope > .away');
    away?.style.setProperty('inset-block-start', `${this.active * rowHeight}px`);
    if (this.#target !== undefined) element.scrollTop = this.#target;
    this.#target = undefined;
  }

  /** The rows after the window that are loaded. */
  get ahead(): number {
    return this.#rows.length - this.#window.to;
  }

  get #window(): { from: number; to: number } {
    return windowOf(this.#viewport, this.#rows.length);
  }

  #goTo(scrollTop: number): void {
    if (scrollTop !== this.#viewport.scrollTop) this.#target = scrollTop;
    this.#scroll(scrollTop);
  }

  #scroll(scrollTop: number): void {
    this.#viewport = { ...this.#viewport, scrollTop };
  }

  readonly #onScroll = (): void => {
    const before = this.#window.from;
    this.#scroll(this.#element?.scrollTop ?? 0);
    if (this.#window.from !== before) this.#changed();
  };

  /** Rows are higher where the page's text is larger or the field narrower; the list is where it fills the screen. */
  #measure(): void {
    const rowHeight = this.#element?.querySelector('[role=option]')?.getBoundingClientRect().height;
    const viewHeight = this.#element?.clientHeight;
    if (!rowHeight || !viewHeight) return;
    const before = this.#viewport;
    this.#viewport = { ...before, rowHeight, viewHeight };
    this.#follow();
    const moved = this.#target !== undefined || viewHeight > before.viewHeight;
    if (moved || rowHeight !== before.rowHeight) this.#changed();
  }
}

function sectionName(type: string, labels: ListLabels): string {
  if (type === 'DYNAMIC') return labels.dynamicSection;
  if (type === 'STATIC') return labels.staticSection;
  return type === 'SMART' ? labels.smartSection : labels.otherSection;
}
