import { html, nothing, type TemplateResult } from 'lit';
import { fillOf, groupBadge } from '../group-badge.js';
import { type GroupOption, isChoosable } from './group-option.js';
import { countText } from './count-text.js';
import type { ListLabels } from './labels-en-list.js';

/** How a group stands in the list. */
export interface OptionState {
  /** Its row. */
  row: number;
  /** Its place among all groups found, from 1, and their number. */
  place: number;
  total: number;
  active: boolean;
  chosen: boolean;
  /** Whether its row is out of sight, kept for the sake of `aria-activedescendant`. */
  away: boolean;
}

/** A group in the list. */
export function optionRow(
  group: GroupOption,
  { row, place, total, active, chosen, away }: OptionState,
  labels: ListLabels,
): TemplateResult {
  const { name, type, color, counts } = group;
  const choosable = isChoosable(group);
  return html`<div
    part="option"
    role="option"
    id="o${row}"
    class="${active ? 'active' : ''} ${away ? 'away' : ''}"
    aria-selected=${chosen}
    aria-disabled=${choosable ? nothing : 'true'}
    aria-posinset=${place}
    aria-setsize=${total}
  >
    <svg class="group-color" viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="5.5" fill=${fillOf(color)} />
    </svg>
    <span class="name" part="option-name">${name}</span>
    ${choosable ? nothing : html`<small>${labels.smartReason}</small>`} ${groupBadge(type, labels)}
    ${counts ? html`<span class="count">${countText(labels.contacts, counts.total, labels.language)}</span>` : nothing}
  </div>`;
}
