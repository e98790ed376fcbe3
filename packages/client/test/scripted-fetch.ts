/** One step of a script: an answer, an error to fail with, or a function that makes either of the request. */
export type Step = Response | Error | ((request: Request) => Response | Promise<Response>);

/** A request as the script saw it. */
export interface Seen {
  method: string;
  url: string;
  headers: Headers;
  body: string;
}

/** A `fetch` that answers from a script, one step a request, and remembers what it was asked. */
export function scriptedFetch(...steps: Step[]) {
  const seen: Seen[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    seen.push({
      method: request.method,
      url: request.url,
      headers: new Headers(request.headers),
      body: await request.clone().text(),
    });
    const step = steps.shift();
    if (!step) throw new Error(`The script has no step for ${request.method} ${request.url}.`);
    if (step instanceof Error) throw step;
    return typeof step === 'function' ? step(request) : step;
  };
  return { fetch, seen };
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

export const problem = (
  status: number,
  code: string,
  more: object = {},
  headers: Record<string, string> = {},
) =>
  json({ type: 'about:blank', title: code, status, code, requestId: 'req_7', ...more }, status, {
    'content-type': 'application/problem+json',
    'x-request-id': 'req_7',
    ...headers,
  });

/** Waits until the abort of the request, as a server does that never answers. */
export const never = (request: Request) =>
  new Promise<Response>((_, reject) =>
    request.signal.addEventListener('abort', () => reject(request.signal.reason as Error)),
  );

/** What `promise` rejects with. */
export async function rejection(promise: PromiseLike<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It did not reject.');
}
