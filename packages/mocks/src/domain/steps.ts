import type { ProblemDetail, WorkflowStep } from '@fluenzr/client/schemas';
import { ProblemError } from '../problem.js';
import type { Store } from '../store/store.js';

/**
 * Checks what the schema of a workflow cannot: that step ids are unique, that every `goto` and `otherwise` leads to a
 * step, and that the groups are there.
 *
 * @throws ProblemError `GROUP_NOT_FOUND` where only groups are missing, else `VALIDATION_FAILED`; with pointers.
 */
export function checkSteps(store: Store, steps: readonly WorkflowStep[]): void {
  const errors = [...duplicateIds(steps), ...lostTargets(steps), ...doubtfulRemovals(steps)];
  const missing = missingGroups(store, steps);
  const all = [...errors, ...missing];
  if (all.length === 0) return;
  const code = errors.length === 0 ? 'GROUP_NOT_FOUND' : 'VALIDATION_FAILED';
  throw new ProblemError(422, code, all.map(({ message }) => message).join(' '), { errors: all });
}

const invalid = (pointer: string, message: string): ProblemDetail[] => [
  { pointer, code: 'INVALID_VALUE', message },
];

function duplicateIds(steps: readonly WorkflowStep[]): ProblemDetail[] {
  const first = new Map<string, number>();
  return steps.flatMap(({ id }, index) => {
    if (id === undefined) return [];
    if (!first.has(id)) first.set(id, index);
    return first.get(id) === index ? [] : invalid(`/steps/${index}/id`, `Another step has the id "${id}".`);
  });
}

function lostTargets(steps: readonly WorkflowStep[]): ProblemDetail[] {
  const ids = new Set(steps.map(({ id }) => id));
  const check = (target: string | null, pointer: string) =>
    target === null || ids.has(target) ? [] : invalid(pointer, `No step has the id "${target}".`);
  return steps.flatMap((step, index) =>
    'cases' in step
      ? [
          ...step.cases.flatMap(({ goto }, at) => check(goto, `/steps/${index}/cases/${at}/goto`)),
          ...check(step.otherwise, `/steps/${index}/otherwise`),
        ]
      : [],
  );
}

function doubtfulRemovals(steps: readonly WorkflowStep[]): ProblemDetail[] {
  return steps.flatMap((step, index) =>
    step.type === 'REMOVE_FROM_GROUP' && (step.all ?? false) === (step.groupIds !== undefined)
      ? invalid(`/steps/${index}/groupIds`, 'Name the groups, or say all: one of the two.')
      : [],
  );
}

function missingGroups(store: Store, steps: readonly WorkflowStep[]): ProblemDetail[] {
  const named = steps.flatMap((step, index) => {
    if (step.type === 'SPLIT_BY_GROUPS') {
      return step.cases.map(({ groupId }, at) => ({
        groupId,
        pointer: `/steps/${index}/cases/${at}/groupId`,
      }));
    }
    const groupIds = 'groupIds' in step ? (step.groupIds ?? []) : [];
    return groupIds.map((groupId, at) => ({ groupId, pointer: `/steps/${index}/groupIds/${at}` }));
  });
  return named.flatMap(({ groupId, pointer }) =>
    store.groups.has(groupId)
      ? []
      : {
          pointer,
          code: 'GROUP_NOT_FOUND',
          message: `There is no group with the id ${JSON.stringify(groupId)}.`,
        },
  );
}
