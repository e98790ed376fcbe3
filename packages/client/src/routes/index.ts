/**
 * The endpoints of the FluenzR API, each with the schemas of what it takes and gives. The SDK's types, its
 * validation, the mock backend and docs/openapi.json all come from this one table.
 *
 * @module
 */
import type * as z from 'zod/mini';
import { campaignRoutes } from './campaigns.js';
import { contactRoutes } from './contacts.js';
import { enrollmentRoutes } from './enrollments.js';
import { fieldRoutes } from './fields.js';
import { groupRoutes } from './groups.js';
import { importRoutes } from './imports.js';
import { jobRoutes } from './jobs.js';
import { queryRoutes } from './queries.js';
import { tagRoutes } from './tags.js';

export type { Route, RouteKey, RouteTable } from './route.js';

/** Every endpoint. */
export const routes = {
  ...contactRoutes,
  ...groupRoutes,
  ...campaignRoutes,
  ...enrollmentRoutes,
  ...importRoutes,
  ...jobRoutes,
  ...queryRoutes,
  ...fieldRoutes,
  ...tagRoutes,
};

export type Routes = typeof routes;

type SchemaType<Key extends keyof Routes, Part extends string> =
  Routes[Key] extends Record<Part, infer Schema extends z.ZodMiniType> ? z.infer<Schema> : undefined;

/** The JSON body that an endpoint takes; undefined where it takes none. */
export type BodyOf<Key extends keyof Routes> = SchemaType<Key, 'body'>;

/** The query that an endpoint takes; undefined where it takes none. */
export type QueryOf<Key extends keyof Routes> = SchemaType<Key, 'query'>;

/** What an endpoint answers; undefined where the answer has no body. */
export type AnswerOf<Key extends keyof Routes> = SchemaType<Key, 'answer'>;
