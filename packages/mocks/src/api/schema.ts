import type { Route } from '@fluenzr/client/routes';

/** A zod/mini schema, as the route table holds it. */
export type Schema = NonNullable<Route['body']>;

/** One mistake that a schema found. */
export type Issue = NonNullable<ReturnType<Schema['safeParse']>['error']>['issues'][number];

// What zod keeps in a schema's `_zod.def`, as far as it is read here.
interface Definition {
  type: string;
  shape?: Record<string, Schema>;
  innerType?: Schema;
}

const definitionOf = (schema: Schema) => schema._zod.def as unknown as Definition;

/** The members of an object schema. */
export function membersOf(schema: Schema): Record<string, Schema> {
  return definitionOf(schema).shape ?? {};
}

/** What kind of value a member takes: `string`, `number`, `boolean`, `array`, `record`, … */
export function kindOf(schema: Schema): string {
  const { type, innerType } = definitionOf(schema);
  return innerType ? kindOf(innerType) : type;
}
