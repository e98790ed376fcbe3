import type { Fault } from '../faults.js';
import type { Answer } from './answer.js';

/** Turns an answer into a response, with the damage that a fault does to it. */
export function damaged(
  { status, headers, body, parts }: Answer,
  fault: Fault | null,
  request: Request,
): Response {
  const respond = (text: BodyInit | null, extra: Record<string, string> = {}) =>
    new Response(request.method === 'HEAD' || status === 204 ? null : text, {
      status,
      headers: { ...headers, ...extra },
    });
  const whole = body ?? parts?.join('') ?? null;
  switch (fault?.kind) {
    case 'wrong content type':
      return respond(whole, { 'Content-Type': 'text/plain' });
    case 'truncated JSON':
      return respond(whole && streamOf([firstHalf(whole)])); // bytes: WebKit's text() keeps a text's byte order mark
    case 'stalled body':
      return respond(whole && stalled(firstHalf(whole), request.signal));
    default:
      return respond(parts ? streamOf(parts) : body);
  }
}

/** A body that is made as it is read. */
function streamOf(parts: readonly string[]): ReadableStream<Uint8Array> {
  const rest = parts.values();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const { done, value } = rest.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}

const firstHalf = (text: string) => text.slice(0, Math.ceil(text.length / 2));

/** A body that begins and never ends, unless the request is aborted. */
function stalled(text: string, signal: AbortSignal): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      signal.addEventListener('abort', () => controller.error(signal.reason), { once: true });
    },
  });
}
