import { LimitFault } from '../expression-error.js';
import type { Run } from '../run.js';
import { isEmpty, isTruthy } from '../value.js';
import type { Value } from '../value.js';
import { eager } from './built-in.js';
import type { BuiltIns, LazyArgument } from './built-in.js';

/** Conditions. Only the arguments that decide are evaluated, so an error in a branch not taken does no harm. */
export const LOGIC: BuiltIns = {
  if: {
    minimum: 2,
    maximum: 3,
    call: ([test, then, otherwise], run) => {
      const chosen = test && isTruthy(test(), run) ? then : otherwise;
      return chosen ? chosen() : null;
    },
  },
  and: { minimum: 1, maximum: Infinity, call: (args, run) => args.every((arg) => isTruthy(arg(), run)) },
  or: { minimum: 1, maximum: Infinity, call: (args, run) => args.some((arg) => isTruthy(arg(), run)) },
  not: eager(1, 1, (run, value) => !isTruthy(value, run)),
  default: {
    minimum: 2,
    maximum: 2,
    call: ([value, fallback], run) => {
      const given = valueUnlessError(value, run) ?? null;
      return isEmpty(given, run) && fallback ? fallback() : given;
    },
  },
  is_error: { minimum: 1, maximum: 1, call: ([value], run) => valueUnlessError(value, run) === undefined },
};

function valueUnlessError(argument: LazyArgument | undefined, run: Run): Value | undefined {
  try {
    return argument?.();
  } catch (thrown) {
    if (thrown instanceof LimitFault) throw thrown;
    run.spend(10); // an exception's work, in steps
    return undefined;
  }
}
