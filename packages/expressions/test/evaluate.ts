import { expect } from 'chai';
import { evaluateExpression } from '@fluenzr/expressions';
import type { ExpressionContext, ExpressionValue } from '@fluenzr/expressions';
import { context, options } from './sample-context.js';

/** The value of an expression that must have one. */
export function valueOf(source: string, given: ExpressionContext = context): ExpressionValue {
  const result = evaluateExpression(source, given, options);
  if (!result.ok) throw new Error(`${source}: ${result.error.message}`);
  return result.value;
}

/** The message of an expression that must fail, and must report itself as a whole. */
export function messageOf(source: string, given: ExpressionContext = context): string {
  const result = evaluateExpression(source, given, options);
  if (result.ok) throw new Error(`${source} gave ${JSON.stringify(result.value)}`);
  expect(result.error.expression).to.equal(source);
  expect(result.error.range).to.deep.equal({ start: 0, end: source.length });
  return result.error.message;
}

/** One test for each row: an expression and its value. */
export function eachGives(rows: readonly (readonly [source: string, value: ExpressionValue])[]): void {
  for (const [source, value] of rows) {
    it(`${source} gives ${JSON.stringify(value)}`, () => {
      expect(valueOf(source)).to.deep.equal(value);
    });
  }
}

/** One test for each row: an expression and what its message says. */
export function eachFails(rows: readonly (readonly [source: string, message: string])[]): void {
  for (const [source, message] of rows) {
    it(`${source} fails: ${message}`, () => {
      expect(messageOf(source)).to.equal(message);
    });
  }
}
