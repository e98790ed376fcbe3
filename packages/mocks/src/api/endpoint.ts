import type { AnswerOf, BodyOf, QueryOf, Routes } from '@fluenzr/client/routes';
import type { Store } from '../store/store.js';

/** The name of an endpoint in the route table: `POST /contacts`. */
export type RouteName = keyof Routes;

type ParameterName<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterName<Rest>
  : never;

/** A request whose parts have been held against the schemas of its route. */
export interface ApiRequest<Name extends RouteName> {
  route: Name;
  /** What stands in the path for `{id}` and the like. */
  params: Record<ParameterName<Name>, string>;
  query: QueryOf<Name>;
  body: BodyOf<Name>;
  /** The body as it was sent: what an import reads. */
  text: string;
  /** Where the request was sent to, such as `https://crm.example.com`. */
  origin: string;
  /** The entity tag of `If-Match`, such as `"3"` or `*`; null without one. */
  ifMatch: string | null;
}

/** What an endpoint answers. A `version` in the body becomes the `ETag`. */
export interface ApiAnswer<Name extends RouteName> {
  status: number;
  body?: AnswerOf<Name>;
  headers?: Record<string, string>;
}

/**
 * Endpoints by name. Each runs in a transaction of the store: it answers, or throws a `ProblemError` and has changed nothing.
 */
export type Endpoints = {
  [Name in RouteName]?: (store: Store, request: ApiRequest<Name>) => ApiAnswer<Name>;
};

/** Below which path the API stands. */
export const basePath = '/api/v1';

/** 200 with a body. */
export const ok = <Body>(body: Body) => ({ status: 200, body });

/** 201 with a body, and where it can be found: `created('/contacts/con_1', contact)`. */
export const created = <Body>(path: string, body: Body) => ({
  status: 201,
  body,
  headers: { Location: basePath + path },
});

/** 204. */
export const noContent = { status: 204 };
