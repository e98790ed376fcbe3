import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Traffic } from './traffic.js';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema?: { type?: string };
  content?: object;
}

interface ResponseObject {
  $ref?: string;
  description?: string;
  headers?: Record<string, unknown>;
  content?: Record<string, unknown>;
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: { required: boolean; content: Record<string, unknown> };
  responses: Record<string, ResponseObject>;
}

type Json = Record<string, unknown>;

const document = JSON.parse(
  readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8'),
) as Json & {
  paths: Record<string, Partial<Record<string, Operation>>>;
};

/** What any request can meet, by status; the document says so in words. */
const commonCodes: Record<number, string[]> = {
  400: ['MALFORMED_JSON', 'MALFORMED_REQUEST', 'CURSOR_MISMATCH', 'IDEMPOTENCY_KEY_REQUIRED'],
  401: ['UNAUTHENTICATED'],
  409: ['IDEMPOTENCY_KEY_IN_USE'],
  413: ['PAYLOAD_TOO_LARGE'],
  415: ['UNSUPPORTED_MEDIA_TYPE'],
  422: ['VALIDATION_FAILED', 'IDEMPOTENCY_KEY_REUSED'],
  429: ['RATE_LIMITED'],
  500: ['INTERNAL_ERROR'],
  503: ['SERVICE_UNAVAILABLE'],
};

/** Headers that an answer has only sometimes. */
const sometimes = new Set(['Idempotency-Replayed', 'Retry-After']);

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats(ajv);
ajv.addSchema(document, 'openapi');
// Clients keep members that they do not know; this backend is to send none that the document does not name.
ajv.addSchema(closed(document) as Json, 'closed');
const validators = new Map<string, ValidateFunction>();

const operations = Object.entries(document.paths).flatMap(([template, methods]) =>
  Object.keys(methods).map((method) => `${method.toUpperCase()} ${template}`),
);
const answered = new Set<string>();
const refused = new Set<string>();

/** The refusals that the document names for an operation of its own and that no answer that was checked has been. */
export const unseenRefusals = (): string[] =>
  Object.entries(document.paths)
    .flatMap(([template, methods]) =>
      Object.entries(methods).flatMap(([method, operation]) =>
        Object.entries(operation?.responses ?? {}).flatMap(([status, response]) =>
          Number(status) < 400
            ? []
            : codesOf(response).map((code) => `${method.toUpperCase()} ${template} ${status} ${code}`),
        ),
      ),
    )
    .filter((refusal) => !refused.has(refusal));

const codesOf = ({ description = '' }: ResponseObject) =>
  [...description.matchAll(/`(\w+)`/g)].map(([, code]) => code ?? '');

/** The operations of the document that no request that was checked has had done. */
export const untriedOperations = (): string[] => operations.filter((operation) => !answered.has(operation));

/**
 * Holds a request and its answer against docs/openapi.json.
 *
 * @throws Error that says what is not as documented.
 */
export function checkTraffic(traffic: Traffic): void {
  const { method, path, status } = traffic;
  const [pathname = '', search = ''] = path.split('?');
  const template = findTemplate(`/api/v1${pathname}`);
  const operation = template && document.paths[template]?.[method.toLowerCase()];
  const fail = (what: string) => {
    throw new Error(`${method} ${path} was answered ${status}, and ${what}\n${traffic.text.slice(0, 1000)}`);
  };
  if (!operation) {
    const isKnown = method === 'HEAD' || method === 'OPTIONS' || ![200, 201, 202, 204].includes(status);
    if (!isKnown) fail('docs/openapi.json has no such operation.');
    return;
  }
  const pointer = `/paths/${template.replaceAll('~', '~0').replaceAll('/', '~1')}/${method.toLowerCase()}`;
  if (status < 300) answered.add(`${method} ${template}`);
  if (status < 300) checkRequest(traffic, operation, pointer, new URLSearchParams(search), fail);
  checkAnswer(traffic, operation, pointer, `${method} ${template}`, fail);
}

function checkRequest(
  { sent, sentText, text }: Traffic,
  { parameters = [], requestBody }: Operation,
  pointer: string,
  query: URLSearchParams,
  fail: (what: string) => void,
): void {
  const known = parameters.filter((parameter) => parameter.in === 'query');
  for (const name of query.keys()) {
    if (!known.some((parameter) => parameter.name === name)) fail(`its parameter ${name} is not documented.`);
  }
  parameters.forEach((parameter, index) => {
    if (parameter.in === 'path') return;
    const text = parameter.in === 'query' ? query.get(parameter.name) : sent.get(parameter.name);
    if (text === null) {
      if (parameter.required) fail(`its parameter ${parameter.name} was missing.`);
      return;
    }
    const at = parameter.content ? 'content/application~1json/schema' : 'schema';
    const value: unknown = parameter.content ? JSON.parse(text) : valueOf(text, parameter.schema?.type);
    const errors = errorsOf(`openapi#${pointer}/parameters/${index}/${at}`, value);
    if (errors) fail(`its parameter ${parameter.name} is not as documented: ${errors}`);
  });
  if (!requestBody) {
    if (sentText) fail('no body is documented.');
    return;
  }
  if (sentText === undefined || sentText === '') {
    if (requestBody.required) fail('its body was missing.');
    return;
  }
  const type = (sent.get('Content-Type') ?? '').split(';')[0] ?? '';
  if (!requestBody.content[type]) fail(`a body of type ${type} is not documented.`);
  if (type !== 'application/json') return;
  // Texts are trimmed before they are checked, and a member __proto__ is as if it were not there.
  const value = JSON.parse(sentText, (name, member: unknown) =>
    name === '__proto__' ? undefined : typeof member === 'string' ? member.trim() : member,
  ) as unknown;
  if (pointer.includes('contacts~1batch')) withoutFailedItems(value as Json, text);
  const errors = errorsOf(`openapi#${pointer}/requestBody/content/application~1json/schema`, value);
  if (errors) fail(`its body is not as documented: ${errors}`);
}

/** A batch is answered 200 whatever its items are: one that is not as documented has failed, by itself. */
function withoutFailedItems(batch: Json, answer: string): void {
  const { results } = JSON.parse(answer) as { results: { status: string }[] };
  batch.items = (batch.items as unknown[]).filter((_, index) => results[index]?.status !== 'FAILED');
}

function checkAnswer(
  { status, received, text }: Traffic,
  { responses }: Operation,
  pointer: string,
  operation: string,
  fail: (what: string) => void,
): void {
  const type = (received.get('Content-Type') ?? '').split(';')[0] ?? '';
  const response = responses[String(status)];
  if (!response || response.$ref || status >= 400) {
    if (status < 400) fail('this status is not documented.');
    if (type !== 'application/problem+json') fail(`its type is ${type}.`);
    const problem = JSON.parse(text) as { code: string; status: number };
    const errors = errorsOf('openapi#/components/schemas/Problem', problem);
    if (errors) fail(`its problem is not as documented: ${errors}`);
    if (problem.status !== status) fail('its problem says another status.');
    const own = response ? codesOf(response) : [];
    if (![...own, ...(commonCodes[status] ?? [])].includes(problem.code))
      fail(`its code is not documented there.`);
    refused.add(`${operation} ${status} ${problem.code}`);
    return;
  }
  for (const name of Object.keys(response.headers ?? {})) {
    if (!sometimes.has(name) && !received.has(name)) fail(`the header ${name} is missing.`);
  }
  if (!response.content) {
    if (text !== '') fail('no body is documented.');
    return;
  }
  if (!response.content[type]) fail(`a body of type ${type} is not documented.`);
  const errors = errorsOf(
    `closed#${pointer}/responses/${status}/content/application~1json/schema`,
    JSON.parse(text),
  );
  if (errors) fail(`its body is not as documented: ${errors}`);
}

function errorsOf(reference: string, value: unknown): string | null {
  let validate = validators.get(reference);
  if (!validate) validators.set(reference, (validate = ajv.compile({ $ref: encodeURI(reference) })));
  return validate(value) ? null : ajv.errorsText(validate.errors);
}

/** A query parameter's text as the value that its schema is about. */
function valueOf(text: string, type: string | undefined): unknown {
  if (type === 'array') return text.split(',');
  if (type === 'integer' || type === 'number') return Number(text);
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

/** The most fixed template that a path fits. */
function findTemplate(pathname: string): string | undefined {
  const segments = pathname.split('/');
  const fits = Object.keys(document.paths).filter((template) => {
    const parts = template.split('/');
    return (
      parts.length === segments.length &&
      parts.every((part, index) => (part.startsWith('{') ? segments[index] !== '' : part === segments[index]))
    );
  });
  const parameters = (template: string) => template.split('{').length;
  return fits.sort((a, b) => parameters(a) - parameters(b))[0];
}

/** The same document with objects that have no other members than those named. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, closed(value)]));
  const extra = copy.additionalProperties;
  const isOpen = typeof extra === 'object' && extra !== null && Object.keys(extra).length === 0;
  return isOpen && 'properties' in copy ? { ...copy, additionalProperties: false } : copy;
}
