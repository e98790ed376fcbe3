import { routes, type Route } from '@fluenzr/client/routes';
import { runDue } from '../domain/run-due.js';
import { ConnectionDropped } from '../doors/connection-dropped.js';
import type { Fault, Faults } from '../faults.js';
import { ProblemError } from '../problem.js';
import type { Store } from '../store/store.js';
import { wait } from '../wait.js';
import { jsonAnswer, problemAnswer, type Answer } from './answer.js';
import { parseBody, readBody } from './body.js';
import { bodyReaders } from './body-readers.js';
import { corsHeaders, preflightHeaders } from './cors.js';
import { basePath, type ApiAnswer, type ApiRequest, type RouteName } from './endpoint.js';
import { endpoints } from './endpoints.js';
import { fileAnswer, isFilePath } from './files.js';
import { IdempotentAnswers } from './idempotency.js';
import { parseQueryParameters } from './query-parameters.js';
import type { RateLimiter } from './rate-limit.js';
import { allowedMethods, matchRoute } from './router.js';
import { damaged } from './damage.js';

/** What the API stands on. */
export interface ApiParts {
  store: Store;
  apiKey: string;
  faults: Faults;
  limiter: RateLimiter;
  /** How long each answer takes, in milliseconds. */
  latency: number;
  /** Waits until what was committed is kept safe. */
  kept: () => Promise<void>;
}

interface Circumstances {
  credential: string | null;
  rate: ReturnType<RateLimiter['take']>;
  /** Takes the time that the answer takes, once. */
  pause: () => Promise<void>;
}

type AnyEndpoint = (store: Store, request: ApiRequest<RouteName>) => ApiAnswer<RouteName>;

/**
 * The API as a function from request to response. It rejects as `fetch` does: when the request is aborted, and when a
 * fault drops the connection.
 */
export function createApi(parts: ApiParts): (request: Request) => Promise<Response> {
  const { store, faults, limiter } = parts;
  const answers = new IdempotentAnswers(store);
  let requests = 0;

  async function handle(request: Request): Promise<Response> {
    request.signal.throwIfAborted();
    requests += 1;
    const url = new URL(request.url);
    const requestId = requestIdOf(request) ?? `req_${requests.toString(36).padStart(8, '0')}`;
    const headers = { ...corsHeaders, 'Cache-Control': 'no-store', 'X-Request-Id': requestId };
    if (request.method === 'OPTIONS') return preflight(url.pathname, headers);
    const fault = faults.take(request);
    if (fault?.kind === 'dropped connection') throw new ConnectionDropped();
    const credential = credentialOf(request);
    const rate = limiter.take(credential ?? '');
    Object.assign(headers, rate.headers);
    const delay = parts.latency + (fault?.kind === 'delay' ? (fault.ms ?? 0) : 0);
    let paused: Promise<void> | undefined;
    const pause = () => (paused ??= wait(delay, request.signal));
    let answer: Answer;
    try {
      answer = faultyAnswer(fault) ?? (await answerOf(request, url, { credential, rate, pause }));
    } catch (error) {
      if (request.signal.aborted) throw error;
      await pause();
      answer = problemAnswer(error, url.pathname, requestId);
    }
    if (fault?.kind === 'answer lost after commit') throw new ConnectionDropped();
    Object.assign(answer.headers, headers);
    return damaged(answer, fault, request);
  }

  async function answerOf(
    request: Request,
    url: URL,
    { credential, rate, pause }: Circumstances,
  ): Promise<Answer> {
    if (rate.exceeded) throw limiter.refusal(rate.headers);
    if (isFilePath(url.pathname)) {
      await pause();
      runDue(store);
      return fileAnswer(store, request.method, url.pathname);
    }
    requireKey(credential, parts.apiKey);
    const { name, params } = matchRoute(request.method, url.pathname);
    const endpoint = endpoints[name] as AnyEndpoint;
    const route: Route = routes[name];
    const query = parseQueryParameters(route.query, url.searchParams);
    const idempotent = answers.begin(name, url.pathname, request.headers.get('Idempotency-Key'));
    try {
      const text = await readBody(request, name, route);
      await pause();
      runDue(store); // what is due by now comes before the request, and stays if the request is refused
      const stored = idempotent?.storedAnswer(text);
      if (stored) {
        const { status, headers, body } = stored;
        return { status, headers: { ...headers, 'Idempotency-Replayed': 'true' }, body };
      }
      const body = route.body ? parseBody(route.body, text, bodyReaders[name]) : undefined;
      const ifMatch = request.headers.get('If-Match');
      const answer = store.transaction(() => {
        const answer = jsonAnswer(
          endpoint(store, {
            route: name,
            params,
            query,
            body,
            text,
            origin: url.origin,
            ifMatch,
          } as ApiRequest<RouteName>),
        );
        runDue(store); // what the request made due at once: the first e-mail of an enrolment
        idempotent?.keep(text, answer);
        return answer;
      });
      await parts.kept();
      return answer;
    } finally {
      idempotent?.end();
    }
  }

  return handle;
}

function preflight(path: string, headers: Record<string, string>): Response {
  const methods = path.startsWith(basePath) ? allowedMethods(path) : '';
  return methods
    ? new Response(null, { status: 204, headers: { ...headers, ...preflightHeaders(methods) } })
    : new Response(null, { status: 404, headers });
}

/** The answer that a fault gives in the backend's place, where it does. */
function faultyAnswer(fault: Fault | null): Answer | null {
  const headers = { 'Retry-After': String(fault?.retryAfter ?? 1) };
  switch (fault?.kind) {
    case '429':
      throw new ProblemError(429, 'RATE_LIMITED', 'Too many requests.', { headers });
    case '500':
      throw new ProblemError(500, 'INTERNAL_ERROR', 'The backend failed.');
    case '503':
      throw new ProblemError(503, 'SERVICE_UNAVAILABLE', 'The backend is down.', { headers });
    case 'HTML page':
      return { status: 200, headers: { 'Content-Type': 'text/html' }, body: gatewayPage };
    default:
      return null;
  }
}

const gatewayPage = `<!doctype html>
<html lang="en"><head><title>Gateway</title></head><body><h1>The gateway has no answer</h1></body></html>`;

function requestIdOf(request: Request): string | null {
  const id = request.headers.get('X-Request-Id');
  return id !== null && /^[\w.:-]{1,128}$/.test(id) ? id : null;
}

function credentialOf(request: Request): string | null {
  return /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1] ?? null;
}

function requireKey(credential: string | null, apiKey: string): void {
  if (credential === apiKey) return;
  throw new ProblemError(
    401,
    'UNAUTHENTICATED',
    credential === null
      ? 'The request has no credentials: send Authorization: Bearer, with a key.'
      : 'The key is not known.',
    { headers: { 'WWW-Authenticate': 'Bearer' } },
  );
}
