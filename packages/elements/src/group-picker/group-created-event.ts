import type { Group } from '@fluenzr/client';

/**
 * `fluenzr-group-created`: the visitor has made a group in the picker, and the backend has it. A page with `.items` of its
 * own adds it to them.
 *
 * @example
 * ```ts
 * document.addEventListener('fluenzr-group-created', ({ group }) => console.log(group.id, group.name));
 * ```
 */
export class GroupCreatedEvent extends Event {
  readonly group: Group;

  constructor(group: Group) {
    super('fluenzr-group-created', { bubbles: true, composed: true });
    this.group = group;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fluenzr-group-created': GroupCreatedEvent;
  }
}
