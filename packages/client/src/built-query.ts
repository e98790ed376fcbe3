import type { QueryNode } from '@fluenzr/query';

/**
 * An input whose `query` may also be a query made with the builder of `@fluenzr/query`. The client needs a
 * `queryLanguage` to put it into words.
 */
export type WithBuiltQuery<Input> = {
  [Member in keyof Input]: Member extends 'query' ? Input[Member] | QueryNode : Input[Member];
};
