import { invalidAt, Refusal } from './refusal.js';

/** How many bytes a submission may have. */
export const longestBody = 8192;

/** What was posted: by a script as JSON, or by a plain HTML form as pairs of name and value. */
export type Posted =
  | { by: 'script'; members: Readonly<Record<string, unknown>> }
  | { by: 'form'; pairs: readonly (readonly [name: string, value: string])[] };

const types: Record<string, 'script' | 'urlencoded' | 'multipart'> = {
  'application/json': 'script',
  'text/plain': 'script', // JSON that needs no preflight
  'application/x-www-form-urlencoded': 'urlencoded',
  'multipart/form-data': 'multipart',
};

const mediaType = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** Whether a browser posted a plain HTML form, so that a person looks at the answer. */
export const isFormPost = (request: Request): boolean => {
  const type = types[mediaType(request)];
  return type === 'urlencoded' || type === 'multipart';
};

/**
 * Reads what was posted, no further than 8 KB and no longer than `timeout` milliseconds.
 *
 * @throws Refusal 413, 408, 415 for other types, 400 `MALFORMED_JSON` and `MALFORMED_REQUEST`, 422 for a file.
 */
export async function readBody(request: Request, timeout: number): Promise<Posted> {
  const type = types[mediaType(request)];
  if (!type) {
    throw new Refusal(
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'Send JSON as text/plain or application/json, or a form as application/x-www-form-urlencoded or multipart/form-data.',
    );
  }
  if (Number(request.headers.get('content-length') ?? 0) > longestBody) throw tooLong();
  const bytes = await readBytes(request, timeout);
  if (type === 'multipart') return { by: 'form', pairs: await readMultipart(request, bytes) };
  const text = decode(bytes);
  if (type === 'urlencoded') return { by: 'form', pairs: [...new URLSearchParams(text)] };
  return { by: 'script', members: parseObject(text) };
}

async function readBytes(request: Request, timeout: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(longestBody);
  if (!request.body) return bytes.subarray(0, 0);
  let length = 0;
  // a sender that dribbles bytes must not hold a connection for ever
  let expire: (reason: Refusal) => void = () => undefined;
  const expired = new Promise<never>((_, reject) => (expire = reject));
  const timer = setTimeout(
    () => expire(new Refusal(408, 'REQUEST_TIMEOUT', 'The body did not arrive in time. Send it again.')),
    timeout,
  );
  // left unread where it is too long or too slow: cancelling would cut the connection before the answer is through
  const reader = (request.body as ReadableStream<Uint8Array>).getReader();
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), expired]);
      if (done) return bytes.subarray(0, length);
      if (length + value.length > longestBody) throw tooLong();
      bytes.set(value, length);
      length += value.length;
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(400, 'MALFORMED_REQUEST', 'The body broke off. Send it again.');
  } finally {
    clearTimeout(timer);
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(400, 'MALFORMED_REQUEST', 'The body is not UTF-8 text.');
  }
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'MALFORMED_JSON', 'The body is not JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(400, 'MALFORMED_REQUEST', 'The body must be a JSON object.');
  }
  return value as Record<string, unknown>;
}

async function readMultipart(
  request: Request,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<(readonly [string, string])[]> {
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  let data: FormData;
  try {
    data = await new Response(bytes, { headers }).formData();
  } catch {
    throw new Refusal(400, 'MALFORMED_REQUEST', 'The body is not multipart/form-data with its boundary.');
  }
  return [...data].flatMap(([name, value]) => {
    if (typeof value === 'string') return [[name, value] as const];
    if (value.size === 0) return []; // a file input that was left empty
    throw invalidAt(`/${name}`, 'INVALID_TYPE', 'Files cannot be sent.');
  });
}

const tooLong = (): Refusal =>
  new Refusal(413, 'PAYLOAD_TOO_LARGE', `A submission may have ${longestBody} bytes at most.`);
