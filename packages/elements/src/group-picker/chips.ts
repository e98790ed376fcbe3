import { html, nothing, type TemplateResult } from 'lit';
import { groupColor } from '../group-badge.js';
import { fill } from '../fill.js';
import type { FieldLabels } from './labels-en-field.js';
import type { Selection } from './selection.js';

/** More chips than this are not shown: a number says how many there are. */
export const CHIPS = 30;

/**
 * The chosen groups as chips, with buttons that remove them where that is allowed. Of the buttons the last is in the tab
 * order; arrow keys lead to the others (see chip-keys.ts).
 */
export function chips(
  selection: Selection,
  labels: FieldLabels,
  removable: boolean,
): TemplateResult | typeof nothing {
  const ids = [...selection.ids];
  if (ids.length === 0) return nothing;
  const shown = ids.slice(0, CHIPS);
  return html`<ul role="list" aria-label=${labels.chosenGroups}>
    ${shown.map((id, index) => {
      const group = selection.group(id);
      const name = group === null ? labels.goneGroup : (group?.name ?? '…');
      return html`<li part="chip" class=${group === null ? 'gone' : ''}>
        ${group ? groupColor(group.color) : nothing}<span class="name">${name}</span>${
          removable
            ? html`<button
                part="chip-remove"
                type="button"
                value=${id}
                tabindex=${index === shown.length - 1 ? 0 : -1}
                aria-label=${fill(labels.remove, { group: name })}
              ></button>`
            : nothing
        }
      </li>`;
    })}
    ${ids.length > CHIPS ? html`<li class="name">${fill(labels.more, { count: (ids.length - CHIPS).toLocaleString(labels.language) })}</li>` : nothing}
  </ul>`;
}
