import type { Group, Job } from '@fluenzr/client';
import type { GroupAction } from './group-action.js';

/** `fluenzr-group-job`: an action on a whole group has ended, however it ended. The figures are loaded again after it. */
export class GroupJobEvent extends Event {
  readonly action: GroupAction;
  /** The group, as it was when the action began. */
  readonly group: Group;
  /** The job, with its result; nothing for what is done at once, such as `archive`. */
  readonly job: Job | undefined;

  constructor(action: GroupAction, group: Group, job: Job | undefined) {
    super('fluenzr-group-job', { bubbles: true, composed: true });
    this.action = action;
    this.group = group;
    this.job = job;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fluenzr-group-job': GroupJobEvent;
  }
}
