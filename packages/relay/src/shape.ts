import { type Mistake, type Path, pointerTo, unknownMember } from './mistake.js';

// zod/mini would cost 9 KB of the 35 that an edge bundle may have; what form records and submissions need is this.

/**
 * Checks a value. What is wrong goes to `mistakes`, all of it; the result counts only where nothing is.
 *
 * @typeParam Input what may be written where `Output` comes out: defaults may be left out
 */
export interface Shape<Output, Input = Output, Absent extends boolean = boolean> {
  check(value: unknown, at: Path, mistakes: Mistake[]): Output;
  /** Whether the member may be left out; then `check` is asked about undefined. */
  readonly absent: Absent;
  /** For the types only. */
  readonly input?: Input;
}

/** What comes out of a shape. */
export type OutputOf<Any> = Any extends Pick<Shape<infer Output>, 'check'> ? Output : never;

/** What may be written for a shape. */
export type InputOf<Any> = Any extends Shape<unknown, infer Input> ? Input : never;

type Shapes = Readonly<Record<string, Shape<unknown, unknown>>>;
type AbsentKeys<Members> = {
  [Key in keyof Members]: Members[Key] extends Shape<unknown, unknown, true> ? Key : never;
}[keyof Members];
type MembersOutput<Members> = { [Key in keyof Members]: OutputOf<Members[Key]> };
type MembersInput<Members> = {
  [Key in Exclude<keyof Members, AbsentKeys<Members>>]: InputOf<Members[Key]>;
} & {
  [Key in AbsentKeys<Members>]?: InputOf<Members[Key]>;
};

/** A mistake at a place. */
const mistake = (at: Path, code: string, message: string): Mistake => ({
  pointer: pointerTo(at),
  code,
  message,
});

const wrongType = (at: Path, type: string) => mistake(at, 'INVALID_TYPE', `This must be ${type}.`);

/** What a text must be. */
export interface TextRules {
  /** Without the space around it. */
  trim?: boolean;
  least?: number;
  most?: number;
  /** What it must match, and what to say where it does not. */
  is?: RegExp | ((text: string) => boolean);
  otherwise?: string;
  code?: string;
}

/** Text. */
export function text(rules: TextRules): Shape<string, string, false> {
  const { trim = false, least = 0, most = Infinity, is, otherwise = '', code = 'INVALID_VALUE' } = rules;
  return {
    absent: false,
    check(value, at, mistakes) {
      if (typeof value !== 'string') {
        mistakes.push(wrongType(at, 'text'));
        return '';
      }
      const result = trim ? value.trim() : value;
      const matches = is instanceof RegExp ? is.test(result) : (is?.(result) ?? true);
      if (result.length > most)
        mistakes.push(mistake(at, 'TOO_LONG', `This must be at most ${most} characters long.`));
      else if (result.length < least) mistakes.push(mistake(at, 'TOO_SHORT', 'This must not be empty.'));
      else if (!matches) mistakes.push(mistake(at, code, otherwise));
      return result;
    },
  };
}

/** A number from `least` to `most`; a whole one unless told otherwise. */
export const number = (least: number, most: number, whole = true): Shape<number, number, false> => ({
  absent: false,
  check(value, at, mistakes) {
    const good =
      typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value));
    if (!good) mistakes.push(wrongType(at, `a ${whole ? 'whole ' : ''}number from ${least} to ${most}`));
    return value as number;
  },
});

/** True or false. */
export const yesNo: Shape<boolean, boolean, false> = {
  absent: false,
  check(value, at, mistakes) {
    if (typeof value !== 'boolean') mistakes.push(wrongType(at, 'true or false'));
    return value as boolean;
  },
};

/** One of some texts. */
export const choice = <const Value extends string>(
  ...values: readonly Value[]
): Shape<Value, Value, false> => ({
  absent: false,
  check(value, at, mistakes) {
    if (!values.includes(value as Value)) {
      mistakes.push(mistake(at, 'INVALID_VALUE', `This must be one of: ${values.join(', ')}.`));
    }
    return value as Value;
  },
});

/** A list, with at least one item unless told otherwise. */
export const list = <Output, Input>(
  item: Shape<Output, Input>,
  least = 1,
): Shape<Output[], readonly Input[], false> => ({
  absent: false,
  check(value, at, mistakes) {
    if (!Array.isArray(value)) {
      mistakes.push(wrongType(at, 'a list'));
      return [];
    }
    if (value.length < least) mistakes.push(mistake(at, 'TOO_SHORT', 'This must not be empty.'));
    return value.map((one, index) => item.check(one, [...at, index], mistakes));
  },
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with any members of one shape. `nameFault` says what is wrong with a member's name. */
export const record = <Output, Input>(
  item: Shape<Output, Input>,
  nameFault: (name: string) => string | undefined,
): Shape<Record<string, Output>, Readonly<Record<string, Input>>, false> => ({
  absent: false,
  check(value, at, mistakes) {
    if (!isObject(value)) {
      mistakes.push(wrongType(at, 'an object'));
      return {};
    }
    // entries, because an assignment to `__proto__` would set the prototype
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => {
        const fault = nameFault(name);
        if (fault !== undefined) mistakes.push(mistake([...at, name], 'INVALID_VALUE', fault));
        return [name, item.check(member, [...at, name], mistakes)];
      }),
    );
  },
});

/** An object with just these members: an unknown one is a mistake. */
export const members = <const Members extends Shapes>(
  shapes: Members,
): Shape<MembersOutput<Members>, MembersInput<Members>, false> => ({
  absent: false,
  check(value, at, mistakes) {
    const given = isObject(value) ? value : {};
    if (!isObject(value)) mistakes.push(wrongType(at, 'an object'));
    for (const name of Object.keys(given)) {
      if (!Object.hasOwn(shapes, name)) mistakes.push(unknownMember([...at, name]));
    }
    const entries = Object.entries(shapes).map(([name, shape]) => {
      const member = Object.hasOwn(given, name) ? given[name] : undefined;
      if (member !== undefined || shape.absent) return [name, shape.check(member, [...at, name], mistakes)];
      if (isObject(value)) mistakes.push(mistake([...at, name], 'REQUIRED', 'This is required.'));
      return [name, undefined];
    });
    return Object.fromEntries(entries) as MembersOutput<Members>;
  },
});

/** One of several shapes, told by the member `kind`. */
export const variant = <const Kinds extends Readonly<Record<string, Shapes>>>(
  kinds: Kinds,
): Shape<
  { [Kind in keyof Kinds]: { kind: Kind } & MembersOutput<Kinds[Kind]> }[keyof Kinds],
  { [Kind in keyof Kinds]: { kind: Kind } & MembersInput<Kinds[Kind]> }[keyof Kinds],
  false
> => ({
  absent: false,
  check(value, at, mistakes) {
    const kind = isObject(value) ? value.kind : undefined;
    const names = Object.keys(kinds);
    const shapes = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : {};
    return members({ kind: choice(...names), ...shapes }).check(value, at, mistakes) as never;
  },
});

/** A member that may be left out. */
export const optional = <Output, Input>(
  shape: Shape<Output, Input>,
): Shape<Output | undefined, Input | undefined, true> => ({
  absent: true,
  check: (value, at, mistakes) => (value === undefined ? undefined : shape.check(value, at, mistakes)),
});

/** A member that may be left out, and then is as if `value` were written. */
export const withDefault = <Output, Input>(
  shape: Shape<Output, Input>,
  value: NoInfer<Input>,
): Shape<Output, Input | undefined, true> => ({
  absent: true,
  check: (given = value, at, mistakes) => shape.check(given, at, mistakes),
});
