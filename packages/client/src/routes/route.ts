import type * as z from 'zod/mini';

/** What an endpoint takes and gives: the schemas of its JSON body, its query and its answer, where it has them. */
export interface Route {
  body?: z.ZodMiniType;
  query?: z.ZodMiniType;
  /** Left out where the answer has no body (204). */
  answer?: z.ZodMiniType;
}

/** An endpoint's name: its method, and its path below `/api/v1` with parameters in braces. */
export type RouteKey = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;

/** Endpoints by name. */
export type RouteTable = Record<RouteKey, Route>;
