import { equals, order } from './compare.js';
import { Fault } from './expression-error.js';
import { checkArguments } from './functions/built-in.js';
import { findBuiltIn } from './functions/index.js';
import { tidyNumber } from './number-text.js';
import type { Run } from './run.js';
import type { Operator, SyntaxNode } from './syntax-tree.js';
import { findMember, FunctionValue, joinTexts, quote, readMember, toNumber, toText } from './value.js';
import type { Value } from './value.js';

/** The parameters of the lambdas around an expression. */
type Scope = ReadonlyMap<string, Value>;

/**
 * Evaluates a parsed expression.
 *
 * @throws Fault where it has no value.
 */
export function evaluate(node: SyntaxNode, run: Run, scope: Scope = new Map()): Value {
  run.spend(1);
  switch (node.type) {
    case 'literal':
      return node.value;
    case 'name':
      return readName(node.name, run, scope);
    case 'member':
      return node.keys.reduce<Value>(
        (object, key) => readMember(object, evaluate(key, run, scope), run),
        evaluate(node.object, run, scope),
      );
    case 'call':
      return node.builtIn.call(
        node.args.map((arg) => () => evaluate(arg, run, scope)),
        run,
      );
    case 'negation':
      return 0 - toNumber(evaluate(node.operand, run, scope)); // -0 is 0
    case 'operation':
      return node.rest.reduce<Value>(
        (left, { operator, operand }) => OPERATIONS[operator](left, evaluate(operand, run, scope), run),
        evaluate(node.first, run, scope),
      );
    case 'lambda':
      return new FunctionValue((args) => {
        if (args.length !== node.parameters.length) {
          throw new Fault(`The lambda takes ${node.parameters.length} values, not ${args.length}.`);
        }
        run.spend(scope.size + args.length);
        return evaluate(
          node.body,
          run,
          new Map([...scope, ...node.parameters.map((name, index) => [name, args[index] ?? null] as const)]),
        );
      });
  }
}

function readName(name: string, run: Run, scope: Scope): Value {
  const lowerName = name.toLowerCase();
  const known = scope.has(lowerName) ? scope.get(lowerName) : findMember(run.context, name, run);
  if (known !== undefined) return known;
  const builtIn = findBuiltIn(lowerName);
  if (!builtIn) throw new Fault(`There is no ${quote(name)} here.`);
  return new FunctionValue((args) => {
    checkArguments(lowerName, builtIn, args.length);
    return builtIn.call(
      args.map((arg) => () => arg),
      run,
    );
  });
}

const OPERATIONS: Readonly<Record<Operator, (left: Value, right: Value, run: Run) => Value>> = {
  '=': equals,
  '!=': (left, right, run) => !equals(left, right, run),
  // Without an order, the answer is undefined, and every one of these is false.
  '<': (left, right, run) => (order(left, right, run) ?? 0) < 0,
  '<=': (left, right, run) => (order(left, right, run) ?? 1) <= 0,
  '>': (left, right, run) => (order(left, right, run) ?? 0) > 0,
  '>=': (left, right, run) => (order(left, right, run) ?? -1) >= 0,
  '&': (left, right, run) => joinTexts([toText(left, run), toText(right, run)], '', run),
  '+': (left, right) => tidyNumber(toNumber(left) + toNumber(right)),
  '-': (left, right) => tidyNumber(toNumber(left) - toNumber(right)),
  '*': (left, right) => tidyNumber(toNumber(left) * toNumber(right)),
  '/': (left, right) => {
    const divisor = toNumber(right);
    if (divisor === 0) throw new Fault('Division by zero.');
    return tidyNumber(toNumber(left) / divisor);
  },
  '^': (left, right) => tidyNumber(toNumber(left) ** toNumber(right)),
};
