/**
 * The actions of `<fluenzr-group-stats>`: the menu, the dialogs, and the progress and result of what was begun. A part of
 * its own, loaded when the menu is opened, or when an action of an earlier page view is still under way.
 *
 * @module
 */
import type { nothing, TemplateResult } from 'lit';
import type { Job } from '@fluenzr/client';
import { dialogStyles } from '../../dialog.styles.js';
import { fieldStyles } from '../../field.styles.js';
import { Localized } from '../../localized.js';
import { adopt } from '../../style-sheet.js';
import type { FluenzrGroupStats } from '../group-stats.js';
import { keptJob } from '../kept-job.js';
import type { ActionContext } from './action-context.js';
import type * as ActionResult from './action-result.js';
import type { ActionDialog, AskingAction } from './action-dialog.js';
import { ActionRun } from './action-run.js';
import { ActionsMenu } from './actions-menu.js';
import { actionStyles } from './action.styles.js';
import { type GroupAction, offeredActions } from './group-action.js';
import { GroupJobEvent } from './group-job-event.js';
import { askWhere } from './save-file.js';
import { groupActionsEn } from './labels-en.js';
import type { GroupActionLabels } from './labels.js';

/** What the card knows. Of the texts it has those that the page has given. */
export type ActionSource = Omit<ActionContext, 'labels'> & { readonly labels: Partial<GroupActionLabels> };

/** The actions of one card, for one group. */
export class GroupActions {
  readonly #localized: Localized<GroupActionLabels>;
  readonly #menu: ActionsMenu;
  readonly #run: ActionRun;
  #dialog: ActionDialog | undefined;
  /** What draws progress and result: loaded with the first action. */
  #result: typeof ActionResult | undefined;

  constructor(
    private readonly host: FluenzrGroupStats,
    private readonly source: () => ActionSource,
  ) {
    if (host.shadowRoot) adopt(host.shadowRoot, fieldStyles, dialogStyles.cssText, actionStyles);
    this.#localized = new Localized<GroupActionLabels>(host, groupActionsEn, {
      fr: async () => (await import('./labels-fr.js')).groupActionsFr,
      de: async () => (await import('./labels-de.js')).groupActionsDe,
      es: async () => (await import('./labels-es.js')).groupActionsEs,
    });
    this.#menu = new ActionsMenu(host, (action) => void this.#choose(action));
    this.#run = new ActionRun(
      () => this.#context,
      () => void this.#draw(),
      (action, job) => this.#ended(action, job),
    );
    const kept = keptJob(this.#context.group.id);
    if (kept) void this.#run.follow(kept);
  }

  /** Whether the menu is open. */
  get open(): boolean {
    return this.#menu.open;
  }

  async openMenu(how: 'toggle' | 'first' | 'last'): Promise<void> {
    await this.#menu.show(how);
  }

  /** Stops watching: the card goes, or shows another group. */
  leave(): void {
    this.#run.leave();
  }

  get #context(): ActionContext {
    const source = this.source();
    return { ...source, labels: this.#localized.texts(source.labels) };
  }

  async #choose(action: GroupAction): Promise<void> {
    if (action === 'export') {
      const handle = await askWhere(this.#context.group.name);
      if (handle === null) return;
      await this.#run.follow({ action, id: crypto.randomUUID() }, handle);
      if (!handle) await this.#offer();
      return;
    }
    this.#dialog = await this.#dialogFor(action);
    await this.#dialog.open();
  }

  async #draw(): Promise<void> {
    this.#result ??= await import('./action-result.js');
    this.host.requestUpdate();
  }

  /** Saves a file that was made in memory: as if the reader had followed the link to it, which stays. */
  async #offer(): Promise<void> {
    await this.#draw();
    await this.host.updateComplete;
    this.host.shadowRoot?.querySelector<HTMLAnchorElement>('[part=job] a[download]')?.click();
  }

  async #dialogFor(action: AskingAction): Promise<ActionDialog> {
    const { ActionDialog } = await import('./action-dialog.js');
    return new ActionDialog(
      this.host,
      action,
      () => this.#context,
      (job) => {
        if (job) void this.#run.follow({ action, id: job.id });
        else {
          this.#run.done(action);
          this.#ended(action, undefined);
        }
      },
      () => {
        this.#dialog = undefined;
        this.host.requestUpdate();
        this.#menu.focusButton();
      },
    );
  }

  #ended(action: GroupAction, job: Job | undefined): void {
    this.host.dispatchEvent(new GroupJobEvent(action, this.#context.group, job));
    if (action !== 'export') void this.host.reload();
  }

  menu(): TemplateResult | typeof nothing {
    const { group, labels } = this.#context;
    const busy = this.#run.state?.phase === 'running';
    return this.#menu.render(offeredActions(this.host.actions, group), busy, labels);
  }

  progress(): TemplateResult | typeof nothing | undefined {
    return this.#result?.actionResult(this.host, this.#run, this.#context);
  }

  get announcement(): string | undefined {
    return this.#result?.announcement(this.#run, this.#context);
  }

  dialog(): TemplateResult | undefined {
    return this.#dialog?.render();
  }
}
