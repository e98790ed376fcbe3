import type { BuiltIn, BuiltIns } from './built-in.js';
import { DATE } from './date.js';
import { HAS } from './has.js';
import { LIST } from './list.js';
import { LOGIC } from './logic.js';
import { NUMBER } from './number.js';
import { OBJECT } from './object.js';
import { TEXT } from './text.js';

const BUILT_INS: BuiltIns = { ...LOGIC, ...LIST, ...OBJECT, ...TEXT, ...NUMBER, ...DATE, ...HAS };

/** The function of that name, in lower case. */
export function findBuiltIn(name: string): BuiltIn | undefined {
  return Object.hasOwn(BUILT_INS, name) ? BUILT_INS[name] : undefined;
}
