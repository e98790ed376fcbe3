import type { Route } from '@fluenzr/client/routes';
import { ProblemError } from '../problem.js';
import type { Schema } from './schema.js';
import { jsonPointer, validated } from './validation.js';

/** How many bytes a JSON body may have: room for the largest batch. */
const longestJson = 5_000_000;
/** How many bytes a CSV upload may have. */
const longestCsv = 50_000_000;

/** What the body of an import is. */
const csvType = 'text/csv';
const jsonType = /^application\/(?:[\w.-]+\+)?json$/;

/**
 * Reads the body of a request as text, no further than it may be long. Empty where the route takes none.
 *
 * @throws ProblemError `PAYLOAD_TOO_LARGE` (413), `UNSUPPORTED_MEDIA_TYPE` (415), `MALFORMED_REQUEST` (400) when it is
 * not UTF-8.
 */
export async function readBody(request: Request, name: string, route: Route): Promise<string> {
  const isImport = name === 'POST /imports';
  if (!route.body && !isImport) return '';
  const longest = isImport ? longestCsv : longestJson;
  if (Number(request.headers.get('Content-Length') ?? 0) > longest) throw tooLarge(longest);
  const bytes = await readBytes(request, longest);
  if (bytes.length > 0) requireType(request, isImport);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError(
      400,
      isImport ? 'MALFORMED_REQUEST' : 'MALFORMED_JSON',
      'The body is not UTF-8 text.',
    );
  }
}

/**
 * Reads a JSON body with a schema, or as `read` does. A body that the schema would take as `{}` may be left out.
 *
 * @throws ProblemError `MALFORMED_JSON`, `MALFORMED_REQUEST` (400), `VALIDATION_FAILED` (422) with pointers.
 */
export function parseBody(
  schema: Schema,
  text: string,
  read = (value: object) => validated(schema, value, jsonPointer),
): unknown {
  if (text.trim() === '') {
    const empty = schema.safeParse({});
    if (empty.success) return empty.data;
    throw new ProblemError(400, 'MALFORMED_REQUEST', 'The body is missing: send a JSON object.');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new ProblemError(400, 'MALFORMED_JSON', `The body is not JSON. ${why}`.trim());
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ProblemError(400, 'MALFORMED_REQUEST', 'The body must be a JSON object.');
  }
  return read(value);
}

function requireType(request: Request, isImport: boolean): void {
  const type = (request.headers.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (isImport ? type === csvType : jsonType.test(type)) return;
  const wanted = isImport ? csvType : 'application/json';
  throw new ProblemError(
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    `The body is ${type ? `of type ${type}` : 'of no stated type'}: send it as ${wanted}.`,
    { headers: { Accept: wanted } },
  );
}

async function readBytes(request: Request, longest: number): Promise<Uint8Array> {
  // A length that is known and small enough needs no counting; Firefox has no stream to count on.
  if (!request.body || request.headers.has('Content-Length')) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    if (bytes.length > longest) throw tooLarge(longest);
    return bytes;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    // Left unread, not cancelled: cancelling would cut the connection before the answer is through.
    if (length > longest) throw tooLarge(longest);
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function tooLarge(longest: number): ProblemError {
  return new ProblemError(
    413,
    'PAYLOAD_TOO_LARGE',
    `The body may have ${longest.toLocaleString('en')} bytes at most. Send it in parts.`,
  );
}
