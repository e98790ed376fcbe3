// Makes the OpenAPI document of the API from the SDK's table of endpoints and its schemas.
import { fileURLToPath } from 'node:url';
import { routes, type Route, type RouteKey } from '@fluenzr/client/routes';
import * as schemas from '@fluenzr/client/schemas';
import * as z from 'zod/mini';
import { readDescriptions } from './descriptions.js';
import { endpoints, type EndpointDescription } from './endpoints.js';

type Json = Record<string, unknown>;

const schemaFolder = fileURLToPath(new URL('../../../client/src/schemas', import.meta.url));
const isSchema = (value: unknown): value is z.ZodMiniType => value instanceof z.ZodMiniType;

// List answers are made from their items and have no export of their own: they are named after the item.
const listNames = new Map<z.ZodMiniType, string>();

/** The OpenAPI 3.1 document, as plain JSON. The same input gives the same document, to the byte. */
export function openapiDocument(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [name, value] of Object.entries(schemas)) if (isSchema(value)) registry.add(value, { id: name });
  const nameOf = (schema: z.ZodMiniType): string | undefined => registry.get(schema)?.id;
  const registered = new Set<string>();
  for (const [key, route] of Object.entries(routes) as [RouteKey, Route][]) {
    if (!route.answer || nameOf(route.answer)) continue;
    const item = (route.answer as z.ZodMiniObject).shape.data as z.ZodMiniArray<z.ZodMiniType> | undefined;
    const itemName = item && nameOf(item.def.element);
    if (!itemName) throw new Error(`${key}: give the answer's schema a name by exporting it.`);
    const listName = `${itemName}List`;
    listNames.set(route.answer, listName);
    if (registered.has(listName)) continue; // two endpoints list the same kind of item
    registered.add(listName);
    registry.add(route.answer, { id: listName });
  }

  const components = jsonSchemas(registry);
  const paths: Record<string, Json> = {};
  for (const [key, route] of Object.entries(routes) as [keyof typeof endpoints, Route][]) {
    const [method, path] = key.split(' ') as [string, string];
    (paths[`/api/v1${path}`] ??= {})[method.toLowerCase()] = operation(
      key,
      route,
      endpoints[key],
      components,
    );
  }

  return {
    openapi: '3.1.1',
    info: {
      title: 'FluenzR contacts and groups API',
      version: '1',
      summary: 'Contacts, groups, campaigns, and the enrolments that follow from them.',
      description:
        'Made from the schemas of the SDK by `npm run openapi`; not edited by hand. Answers may carry members and enum values that are not listed here: a client keeps or ignores them. An unknown member in a request is refused.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: "Your FluenzR's own host." }],
    security: [{ bearer: [] }],
    tags: [...new Set(Object.keys(routes).map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      schemas: components,
      responses: { Problem: problemResponse },
      headers: responseHeaders,
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key (on servers only), or a short-lived token from your own backend.',
        },
      },
    },
  };
}

/** Every schema as JSON Schema 2020-12, with the doc comments of its source. */
function jsonSchemas(registry: z.core.$ZodRegistry<{ id: string }>): Record<string, Json> {
  const descriptions = readDescriptions(schemaFolder);
  const made = z.toJSONSchema(registry, {
    target: 'draft-2020-12',
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
  }).schemas as Record<string, Json>;
  for (const [name, schema] of Object.entries(made)) {
    delete schema.$schema;
    delete schema.$id;
    const described = descriptions.get(name);
    if (described?.description) schema.description = described.description;
    const properties = (schema.properties ?? {}) as Record<string, Json>;
    for (const [member, text] of Object.entries(described?.members ?? {})) {
      const property = properties[member];
      if (property) property.description = text;
    }
  }
  return Object.fromEntries(Object.entries(made).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const responseHeaders: Record<string, Json> = {
  'X-Request-Id': {
    description: 'The id of this request, for the log and for support.',
    schema: { type: 'string' },
  },
  ETag: { description: 'The version, in quotes; send it back as `If-Match`.', schema: { type: 'string' } },
  Location: { description: 'The path of what was made.', schema: { type: 'string' } },
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } },
  'RateLimit-Limit': { description: 'Requests a minute.', schema: { type: 'integer' } },
  'RateLimit-Remaining': { description: 'Requests left in this minute.', schema: { type: 'integer' } },
  'RateLimit-Reset': { description: 'Seconds until the minute ends.', schema: { type: 'integer' } },
  'Idempotency-Replayed': {
    description: '`true` when this is the stored answer of an earlier request with the same key.',
    schema: { type: 'string' },
  },
};

const headerReferences = (...names: string[]): Json =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

const everyAnswer = ['X-Request-Id', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'];

const problemResponse: Json = {
  description:
    'A refusal. Any request can meet 400 (malformed), 401, 403, 413, 415, 429 and 503; 409 with `Retry-After` means that a request with the same Idempotency-Key is still running.',
  headers: headerReferences(...everyAnswer, 'Retry-After'),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const tagOf = (key: string): string => /^\w+ \/(\w+)/.exec(key)?.[1] ?? '';

function operation(
  key: RouteKey,
  route: Route,
  described: EndpointDescription,
  components: Record<string, Json>,
): Json {
  const [method = '', path = ''] = key.split(' ');
  const parameters: Json[] = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  if (route.query) parameters.push(...queryParameters(named(route.query), components));
  if (method === 'POST')
    parameters.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: described.problems?.[400]?.includes('IDEMPOTENCY_KEY_REQUIRED') ?? false,
      description: 'The same key with the same body gives the stored answer again, for 24 hours.',
      schema: { type: 'string', maxLength: 255 },
    });
  if (described.conditional)
    parameters.push({
      name: 'If-Match',
      in: 'header',
      description: 'The `ETag` that was read; refused with 412 when the resource has changed since.',
      schema: { type: 'string' },
    });

  const responses: Record<string, Json> = {};
  for (const [status, description] of Object.entries(described.success)) {
    const made = status === '201' || status === '202';
    responses[status] = {
      description,
      headers: headerReferences(
        ...everyAnswer,
        ...(method === 'POST' ? ['Idempotency-Replayed'] : []),
        ...(made && method === 'POST' ? ['Location'] : []),
        ...(described.conditional && route.answer ? ['ETag'] : []),
      ),
      ...(status === '204' || !route.answer
        ? {}
        : { content: { 'application/json': { schema: reference(named(route.answer)) } } }),
    };
  }
  for (const [status, codes] of Object.entries(described.problems ?? {}))
    responses[status] = { ...problemResponse, description: codes.map((code) => `\`${code}\``).join(', ') };
  responses.default = { $ref: '#/components/responses/Problem' };

  return {
    operationId: `${method.toLowerCase()} ${path}`
      .replace(/[{}]/g, '')
      .replace(/[ /-]+(\w)/g, (_, letter: string) => letter.toUpperCase()),
    tags: [tagOf(key)],
    summary: described.summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...requestBody(key, route),
    responses,
  };
}

function requestBody(key: RouteKey, route: Route): Json {
  if (key === 'POST /imports')
    return { requestBody: { required: true, content: { 'text/csv': { schema: { type: 'string' } } } } };
  if (!route.body) return {};
  const optional = z.safeParse(route.body, {}).success; // nothing in it is required: the body may be left out
  return {
    requestBody: {
      required: !optional,
      content: { 'application/json': { schema: reference(named(route.body)) } },
    },
  };
}

function queryParameters(name: string, components: Record<string, Json>): Json[] {
  const schema = components[name];
  const required = (schema?.required ?? []) as string[];
  return Object.entries((schema?.properties ?? {}) as Record<string, Json>).map(([member, property]) => {
    const { description, ...rest } = property;
    return {
      name: member,
      in: 'query',
      required: required.includes(member),
      ...(description ? { description } : {}),
      ...(rest.type === 'object'
        ? { content: { 'application/json': { schema: rest } } } // the import's mapping travels as JSON
        : { schema: rest, ...(rest.type === 'array' ? { style: 'form', explode: false } : {}) }),
    };
  });
}

const names = new Map<unknown, string>(
  Object.entries(schemas).flatMap(([name, value]): [unknown, string][] =>
    isSchema(value) ? [[value, name]] : [],
  ),
);

function named(schema: z.ZodMiniType): string {
  const name = names.get(schema) ?? listNames.get(schema);
  if (!name) throw new Error('A schema of the endpoint table is not exported from the schemas.');
  return name;
}

const reference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
