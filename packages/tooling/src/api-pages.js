// Writes docs/api: the HTTP API as pages, out of docs/openapi.json, a page for each resource and one for the types.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What is read of the OpenAPI document.
 * @typedef {{
 *   $ref?: string, type?: string | string[], enum?: unknown[], const?: unknown, description?: string, pattern?: string,
 *   items?: Schema, anyOf?: Schema[], oneOf?: Schema[], properties?: Record<string, Schema>, required?: string[],
 *   additionalProperties?: boolean | Schema, minLength?: number, maxLength?: number, minimum?: number, maximum?: number,
 *   minItems?: number, maxItems?: number,
 * }} Schema
 * @typedef {Record<string, { schema: Schema }>} Content
 * @typedef {{ name: string, in: string, required?: boolean, description?: string, schema?: Schema, content?: Content }} Parameter
 * @typedef {{ description?: string, $ref?: string, content?: Content }} Answer
 * @typedef {{
 *   tags: string[], summary: string, parameters?: Parameter[], requestBody?: { required: boolean, content: Content },
 *   responses: Record<string, Answer>,
 * }} Operation
 * @typedef {{
 *   info: { summary: string, description: string }, tags: { name: string }[],
 *   paths: Record<string, Record<string, Operation>>,
 *   components: {
 *     schemas: Record<string, Schema>, responses: Record<string, Answer>,
 *     headers: Record<string, { description: string }>, securitySchemes: { bearer: { description: string } },
 *   },
 * }} Document
 */

const docs = fileURLToPath(new URL('../../../docs', import.meta.url));
/** @type {Document} */
const { info, tags, paths, components } = JSON.parse(readFileSync(path.join(docs, 'openapi.json'), 'utf8'));

/** @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
/** @param {unknown} text */
const code = (text) => (String(text).includes('`') ? `\`\` ${String(text)} \`\`` : `\`${String(text)}\``);

/** @param {string[]} head @param {string[][]} rows */
const table = (head, rows) =>
  rows.length === 0
    ? ''
    : `\n${[head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')}\n`;

/** @param {string} reference */
const nameOf = (reference) => reference.slice(reference.lastIndexOf('/') + 1);

/** A value's type in words, with a link to each type that has a name. @param {Schema} schema @returns {string} */
function typeOf(schema) {
  if (schema.$ref) return `[${nameOf(schema.$ref)}](types.md#${nameOf(schema.$ref).toLowerCase()})`;
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants?.some(({ enum: values }) => values)) {
    // an enum that can grow is written as the known values, or any text
    const known = variants.filter(({ type, enum: values }) => values ?? type !== 'string');
    return `${known.map(typeOf).join(' or ')}${known.length < variants.length ? ' …' : ''}`;
  }
  if (variants) return variants.map(typeOf).join(' or ');
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (schema.enum) return schema.enum.map((value) => code(JSON.stringify(value))).join(', ');
  if (schema.type === 'array') return `list of ${schema.items ? typeOf(schema.items) : 'anything'}`;
  if (schema.type === 'object' && !schema.properties && typeof schema.additionalProperties === 'object')
    return Object.keys(schema.additionalProperties).length > 0
      ? `map of ${typeOf(schema.additionalProperties)}`
      : 'object';
  return [schema.type ?? 'anything'].flat().join(' or ');
}

/** What a value has to keep to. @param {Schema} schema */
function limitsOf({ minLength, maxLength, minimum, maximum, minItems, maxItems, items }) {
  /** @type {(from: number | undefined, to: number | undefined, what: string) => string[]} */
  const range = (from, to, what) =>
    from === undefined && to === undefined
      ? []
      : [
          `${to === undefined ? 'at least ' : from === undefined ? 'at most ' : `${from} to `}${to ?? from}${what}`,
        ];
  const limits = [
    ...range(minLength, maxLength, ' characters'),
    ...range(minimum, maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum, ''),
    ...range(minItems, maxItems, ' items'),
    ...(items?.maxLength === undefined ? [] : [`each at most ${items.maxLength} characters`]),
  ].join(', ');
  return limits && `${limits[0]?.toUpperCase()}${limits.slice(1)}.`;
}

/** What is said of a value. @param {string | undefined} description @param {Schema | undefined} schema */
const about = (description = '', schema = {}) => `${description} ${limitsOf(schema)}`.trim();

/** The members of an object, those of objects in it included. @param {Schema} schema @param {string} [within] @returns {string[][]} */
function members({ properties = {}, required = [] }, within = '') {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const inner = schema.properties ? schema : schema.items?.properties ? schema.items : undefined;
    const own = inner === schema ? 'object' : inner ? 'list of objects' : typeOf(schema);
    return [
      [code(within + name), own, required.includes(name) ? 'yes' : '', about(schema.description, schema)],
      ...(inner ? members(inner, `${within}${name}${inner === schema ? '' : '[]'}.`) : []),
    ];
  });
}

/** @param {string} name @param {Schema} schema */
function typeSection(name, schema) {
  const head = ['Member', 'Type', 'Required', ''];
  const variants = schema.oneOf ?? (schema.anyOf?.every(({ properties }) => properties) ? schema.anyOf : []);
  const type =
    schema.properties || variants.length > 0
      ? ''
      : `\n${typeOf(schema)}${schema.pattern ? `, ${code(schema.pattern)}` : ''}\n`;
  return `## ${name}\n\n${schema.description ?? ''}\n${type}${
    variants.length > 0
      ? variants.map((variant) => table(head, members(variant))).join('\nor\n')
      : table(head, members(schema))
  }`;
}

/** @param {Content | undefined} content */
const contentType = (content) =>
  Object.entries(content ?? {})
    .map(([type, { schema }]) => (schema.$ref ? typeOf(schema) : code(type)))
    .join(', ');

/** @param {string} method @param {string} address @param {Operation} operation */
function endpoint(method, address, { summary, parameters = [], requestBody, responses }) {
  const body = requestBody
    ? `\nBody: ${contentType(requestBody.content)}${requestBody.required ? '' : ', may be left out'}\n`
    : '';
  return `## ${method.toUpperCase()} ${address.replace('/api/v1', '')}\n\n${summary}.\n${table(
    ['Parameter', 'In', 'Type', ''],
    parameters.map(({ name, in: where, required, description, schema, content }) => [
      code(name),
      `${where}${required ? ', required' : ''}`,
      typeOf(schema ?? Object.values(content ?? {})[0]?.schema ?? {}),
      about(description, schema),
    ]),
  )}${body}${table(
    ['Status', 'Answer', ''],
    Object.entries(responses)
      .filter(([status]) => status !== 'default')
      .map(([status, { description = '', content }]) => [status, contentType(content), description]),
  )}`;
}

/** @param {string} title @param {string} text */
const page = (title, text) =>
  `---\ntitle: ${JSON.stringify(title)}\ngroup: HTTP API\n---\n\n# ${title}\n\n${text}`;

const folder = path.join(docs, 'api');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const { Problem: refusal } = components.responses;
writeFileSync(
  path.join(folder, 'overview.md'),
  page(
    'HTTP API',
    `${info.summary} ${info.description}

All addresses begin with \`/api/v1\`, on your FluenzR's own host. As a file for tools: [openapi.json](../openapi.json). From a
program, the [SDK](../guide/sdk/getting-started.md) does all that this page asks for.

${table(
  ['Resource', 'Endpoints'],
  tags.map(({ name }) => [
    `[/${name}](${name}.md)`,
    String(
      Object.values(paths)
        .flatMap((operations) => Object.values(operations))
        .filter((operation) => operation.tags.includes(name)).length,
    ),
  ]),
)}
## Keys

\`Authorization: Bearer …\`: ${components.securitySchemes.bearer.description}

## Headers of an answer
${table(
  ['Header', ''],
  Object.entries(components.headers).map(([name, { description }]) => [code(name), description]),
)}
## Refusals

${refusal?.description ?? ''} The body is ${contentType(refusal?.content)} (RFC 9457).
`,
  ),
);
for (const { name } of tags)
  writeFileSync(
    path.join(folder, `${name}.md`),
    page(
      `/${name}`,
      Object.entries(paths)
        .flatMap(([address, operations]) =>
          Object.entries(operations)
            .filter(([, operation]) => operation.tags.includes(name))
            .map(([method, operation]) => endpoint(method, address, operation)),
        )
        .join('\n'),
    ),
  );

/** The types that endpoints and other types name: a query's members stand at its endpoint. */
const used = new Set(JSON.stringify([paths, components]).match(/(?<=#\/components\/schemas\/)\w+/g));
writeFileSync(
  path.join(folder, 'types.md'),
  page(
    'Types of the API',
    `What bodies and answers are made of. What is required has to be in a request, and is always in an answer. Where values end
with "…", newer ones may come.

${Object.entries(components.schemas)
  .filter(([name]) => used.has(name))
  .map(([name, schema]) => typeSection(name, schema))
  .join('\n')}`,
  ),
);
