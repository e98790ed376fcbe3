import { Fault } from '../expression-error.js';
import type { Run } from '../run.js';
import { isList, readMember, toItems, toText } from '../value.js';
import type { Value } from '../value.js';
import { eager } from './built-in.js';
import type { BuiltIns } from './built-in.js';

/** Functions on objects; `extract` and `extract_object` also take a list, and then do the same with each item. */
export const OBJECT: BuiltIns = {
  object: eager(0, Infinity, (run, ...pairs) => {
    const members: [string, Value][] = [];
    for (let index = 0; index < pairs.length; index += 2) {
      const value = pairs[index + 1];
      if (value === undefined)
        throw new Fault('object takes names and values in turn: the last value is missing.');
      members.push([toText(pairs[index] ?? null, run), value]);
    }
    return Object.fromEntries(members);
  }),
  extract: eager(2, 2, (run, source, name) =>
    eachOrOne(source, run, (object) => readMember(object, name, run)),
  ),
  extract_object: eager(2, Infinity, (run, source, ...names) =>
    eachOrOne(source, run, (object) =>
      Object.fromEntries(names.map((name) => [toText(name, run), readMember(object, name, run)])),
    ),
  ),
};

function eachOrOne(source: Value, run: Run, take: (object: Value) => Value): Value {
  return isList(source) ? toItems(source, run).map(take) : take(source);
}
