import type { FluenzR, GroupSuggestion } from '@fluenzr/client';
import { html, nothing, type TemplateResult } from 'lit';

/** What each action is called on its button. */
const names: Readonly<Record<string, string>> = {
  ARCHIVE: 'Archive',
  DELETE: 'Delete',
  MERGE: 'Merge',
  RENAME: 'Rename',
};

/** Does what a suggestion proposes. A merge is a job, and done when that has ended. */
export async function follow(fluenzr: FluenzR, suggestion: GroupSuggestion): Promise<void> {
  const { action, groupIds, proposedName } = suggestion;
  const [id, ...sourceIds] = groupIds;
  if (id === undefined) return;
  if (action === 'ARCHIVE') await fluenzr.groups.archive(id);
  else if (action === 'DELETE') await fluenzr.groups.delete(id);
  else if (action === 'RENAME' && proposedName !== undefined)
    await fluenzr.groups.update(id, { name: proposedName });
  else if (action === 'MERGE') await fluenzr.jobs.wait((await fluenzr.groups.merge(id, { sourceIds })).id);
}

/** Groups that are worth tidying up, each with a button that does it. */
export const suggestionsCard = (
  suggestions: readonly GroupSuggestion[],
  onFollow: (suggestion: GroupSuggestion) => void,
): TemplateResult => html`
  <section class="card" aria-labelledby="suggestions">
    <h2 id="suggestions">Worth tidying up</h2>
    ${
      suggestions.length === 0
        ? html`<p class="empty">Nothing: every group has its name and its use.</p>`
        : html`<ul class="rows">
            ${suggestions.map((suggestion) => {
              const { kind, reason, action, proposedName } = suggestion;
              const name = names[action];
              return html`<li data-suggestion=${kind}>
                <span class="who">${reason}</span>
                ${
                  name === undefined
                    ? nothing
                    : html`<button
                        type="button"
                        aria-label="${name}${proposedName === undefined ? '' : ` to ${proposedName}`}: ${reason}"
                        @click=${() => {
                          onFollow(suggestion);
                        }}
                      >
                        ${name}
                      </button>`
                }
              </li>`;
            })}
          </ul>`
    }
  </section>
`;
