import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { Job } from '@fluenzr/client';
import { keepFocus } from '../../keep-focus.js';
import { classifyFailure } from '../../load-failure/load-failure.js';
import { fill } from '../../fill.js';
import { reasonText } from '../../reasons/labels.js';
import type { ActionContext } from './action-context.js';
import type { ActionRun, RunState } from './action-run.js';

/** A count of the result, and below it what it is made of. */
type Line = readonly [
  label: string,
  count: number,
  parts?: readonly (readonly [name: string, count: number])[],
];

/** How an action stands: its progress, and then what became of the contacts, with a count for each reason. */
export function actionResult(
  host: LitElement,
  run: ActionRun,
  { labels, formats }: ActionContext,
): TemplateResult | typeof nothing {
  const { state } = run;
  if (!state) return nothing;
  const running = state.phase === 'running';
  return html`
    <div part="job" role="group" aria-labelledby="job-title" class=${state.phase}>
      <p id="job-title"><b>${labels.actionNames[state.action]}</b></p>
      ${running ? progress(state, labels, formats) : outcome(state, labels, formats)}
      <div class="buttons">
        ${
          state.phase === 'failed'
            ? html`<button
                type="button"
                @click=${() => void keepFocus(host, () => run.retry(), '[part=job] button')}
              >
                ${labels.retryAction}
              </button>`
            : nothing
        }
        <button
          type="button"
          @click=${() =>
            running ? void run.cancel() : void keepFocus(host, () => run.dismiss(), '[part=menu-button]')}
        >
          ${running ? labels.cancel : labels.dismiss}
        </button>
      </div>
    </div>
  `;
}

type Labels = ActionContext['labels'];
type Formats = ActionContext['formats'];

function progress(
  { done, total, bytes }: RunState & { phase: 'running' },
  labels: Labels,
  formats: Formats,
): TemplateResult {
  const text =
    bytes !== undefined
      ? fill(labels.reading, { size: formats.bytes(bytes) })
      : total === 0
        ? labels.waiting
        : fill(labels.progress, { done: formats.number(done), total: formats.number(total) });
  return html`
    <progress
      aria-labelledby="job-title"
      max=${total || 1}
      value=${total === 0 || bytes !== undefined ? nothing : done}
    ></progress>
    <p>${text}</p>
  `;
}

function outcome(
  state: RunState & { phase: 'ended' | 'failed' },
  labels: Labels,
  formats: Formats,
): TemplateResult {
  if (state.phase === 'failed')
    return html`<p role="alert">${labels[classifyFailure(state.error, navigator.onLine)]}</p>`;
  const { job, errors, file } = state;
  const failures = new Map<string, { message: string; count: number }>();
  for (const { code, message } of errors)
    failures.set(code, { message, count: (failures.get(code)?.count ?? 0) + 1 });
  const lines: Line[] = job ? linesOf(state.action, job, labels) : [];
  if (job && job.progress.failed > 0) {
    const parts = [...failures.values()].map(({ message, count }) => [message, count] as const);
    lines.push([labels.failedContacts, job.progress.failed, parts]);
  }
  const count = (name: string, number: number, parts?: TemplateResult) =>
    html`<li><bdi>${name}</bdi>: <b>${formats.number(number)}</b>${parts}</li>`;
  return html`
    <p>${ending(state, labels)}</p>
    <ul>
      ${lines.map(([label, number, parts = []]) =>
        count(
          label,
          number,
          parts.length > 0
            ? html`<ul>
                ${parts.map(([name, each]) => count(name, each))}
              </ul>`
            : undefined,
        ),
      )}
    </ul>
    ${file ? html`<p><a href=${file.url} download=${file.name}>${labels.saveFile}</a></p>` : nothing}
  `;
}

/** How an action has ended, in a word. */
function ending({ action, job, cancelled }: RunState & { phase: 'ended' }, labels: Labels): string {
  if (cancelled) return action === 'export' ? labels.exportCancelled : labels.cancelled;
  if (!job) return labels.archived;
  if (job.status === 'FAILED') return labels.jobFailed;
  return job.status === 'PARTIAL' ? labels.jobPartial : labels.jobSucceeded;
}

/** What a screen reader is told when an action has ended, wherever its cursor is. */
export const announcement = ({ state }: ActionRun, { labels }: ActionContext): string =>
  state?.phase === 'ended' ? `${labels.actionNames[state.action]}: ${ending(state, labels)}` : '';

/** What a job's result holds, by type. It comes as it is from the backend: what is not there is not shown. */
function linesOf(action: RunState['action'], { result, progress }: Job, labels: Labels): Line[] {
  const found = result ?? {};
  const line = (label: string, value: unknown, parts?: Line[2]): Line[] =>
    typeof value === 'number' ? [[label, value, parts ?? []]] : [];
  if (action === 'export') return line(labels.exported, found.rows);
  if (action === 'apply-tags')
    return [...line(labels.changed, found.changed), ...line(labels.unchanged, progress.skipped)];
  if (action === 'merge')
    return [...line(labels.mergedGroups, found.groups), ...line(labels.movedContacts, found.contacts)];
  if (action === 'add-to-campaign') {
    const skipped = Object.entries((found.skippedByReason ?? {}) as Record<string, number>);
    return [
      ...line(labels.enrolled, found.enrolled),
      ...skipped.map(([reason, count]): Line => [reasonText(reason, labels.reasons), count]),
    ];
  }
  const others = (found.otherGroups ?? []) as readonly { name: string; contacts: number }[];
  return [
    ...line(labels.deleted, found.deleted),
    ...line(
      labels.alsoInOtherGroups,
      found.alsoInOtherGroups,
      others.map(({ name, contacts }) => [name, contacts] as const),
    ),
  ];
}
