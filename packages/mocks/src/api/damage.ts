import type { Fault } from '../faults.js';
import type { Answer } from './answer.js';

/** Turns an answer into a response, with the damage that a fault does to it. */
export function damaged({ status, headers, body }: Answer, fault: Fault | null, request: Request): Response {
  const respond = (text: BodyInit | null, extra: Record<string, string> = {}) =>
    new Response(request.method === 'HEAD' || status === 204 ? null : text, {
      status,
      headers: { ...headers, ...extra },
    });
  switch (fault?.kind) {
    case 'wrong content type':
      return respond(body, { 'Content-Type': 'text/plain' });
    case 'truncated JSON':
      return respond(body && firstHalf(body));
    case 'stalled body':
      return respond(body && stalled(firstHalf(body), request.signal));
    default:
      return respond(body);
  }
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
