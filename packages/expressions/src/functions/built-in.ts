import { Fault } from '../expression-error.js';
import type { Run } from '../run.js';
import type { Value } from '../value.js';

/** An argument that is evaluated when it is asked for, if ever. */
export type LazyArgument = () => Value;

/** A function of the language. */
export interface BuiltIn {
  /** The least and the most arguments that it takes. */
  readonly minimum: number;
  readonly maximum: number;
  readonly call: (args: readonly LazyArgument[], run: Run) => Value;
}

/** Functions by their name in lower case. */
export type BuiltIns = Readonly<Record<string, BuiltIn>>;

/** A function whose arguments are all evaluated first. The texts that it takes and gives are paid for here. */
export function eager(
  minimum: number,
  maximum: number,
  apply: (run: Run, ...args: Value[]) => Value,
): BuiltIn {
  return {
    minimum,
    maximum,
    call: (args, run) => {
      const values = args.map((arg) => arg());
      for (const value of values) if (typeof value === 'string') run.spend(value.length);
      const result = apply(run, ...values);
      if (typeof result === 'string') run.spendText(result.length);
      return result;
    },
  };
}

/** @throws Fault where the function does not take that many arguments. */
export function checkArguments(name: string, { minimum, maximum }: BuiltIn, count: number): void {
  if (count >= minimum && count <= maximum) return;
  const range =
    maximum === minimum ? minimum : maximum === Infinity ? `${minimum} or more` : `${minimum} to ${maximum}`;
  throw new Fault(`${name} takes ${range} ${range === 1 ? 'argument' : 'arguments'}, not ${count}.`);
}
