import { routes } from '@fluenzr/client/routes';
import { basePath } from './api/endpoint.js';
import { isFilePath } from './api/files.js';
import type { Random } from './random.js';

const kinds = [
  '429',
  '500',
  '503',
  'dropped connection',
  'answer lost after commit',
  'delay',
  'stalled body',
  'truncated JSON',
  'HTML page',
  'wrong content type',
] as const;

/**
 * What goes wrong. Nothing is done for a request that meets `429`, `500`, `503`, `dropped connection` or `HTML page`
 * (a proxy answers in place of the backend); with all others it is done, and the answer suffers.
 */
export type FaultKind = (typeof kinds)[number];

/** Something that goes wrong with some requests. */
export interface Fault {
  /**
   * Which requests: a pattern of method and path below `/api/v1`, such as `POST /contacts`, `/groups/{id}` or
   * `GET /groups/*` (`*` and `{…}` stand for any one segment), or a function. Default: every request.
   */
  match?: string | ((request: Request) => boolean);
  kind: FaultKind;
  /** How many requests it meets before it is over. Default: all, until it is removed. */
  times?: number;
  /** How likely it meets a request, from 0 to 1, decided by the backend's seed. Default: 1. */
  probability?: number;
  /** For `delay`: milliseconds. */
  ms?: number;
  /** For `429` and `503`: the `Retry-After` header, in seconds. Default: 1. */
  retryAfter?: number;
}

/** What goes wrong with the requests of a backend: nothing, until something is added. */
export class Faults {
  readonly #random: Random;
  readonly #active = new Set<{ fault: Fault; matches: (request: Request) => boolean; left: number }>();

  constructor(random: Random) {
    this.#random = random;
  }

  /**
   * Lets requests fail. Of several faults that match a request, the first that was added meets it.
   *
   * @returns a function that removes the fault again
   * @throws TypeError for a fault that could never happen as described
   * @example
   * ```ts
   * const backend = createMockBackend();
   * const remove = backend.faults.add({ match: 'POST /contacts', kind: '503', times: 2 });
   * ```
   */
  add(fault: Fault): () => void {
    requireSound(fault);
    const { match = () => true, times = Number.POSITIVE_INFINITY } = fault;
    const entry = { fault, matches: typeof match === 'string' ? patternOf(match) : match, left: times };
    this.#active.add(entry);
    return () => this.#active.delete(entry);
  }

  /** Removes all faults. */
  clear(): void {
    this.#active.clear();
  }

  /** The fault that meets a request, which counts as one of its times. */
  take(request: Request): Fault | null {
    for (const entry of this.#active) {
      if (!entry.matches(request)) continue;
      const { probability = 1 } = entry.fault;
      if (probability < 1 && this.#random.next() >= probability) continue;
      entry.left -= 1;
      if (entry.left <= 0) this.#active.delete(entry);
      return entry.fault;
    }
    return null;
  }
}

function requireSound({ kind, times, probability, ms }: Fault): void {
  const refuse = (what: string) => {
    throw new TypeError(`A fault ${what}`);
  };
  if (!kinds.includes(kind)) refuse(`of kind "${kind}" is not known. The kinds: ${kinds.join(', ')}.`);
  if (times !== undefined && !(times >= 1)) refuse(`has times: ${times}. It must be at least 1.`);
  if (probability !== undefined && !(probability >= 0 && probability <= 1)) {
    refuse(`has probability: ${probability}. It must be from 0 to 1.`);
  }
  if (kind === 'delay' && !(ms !== undefined && ms >= 0))
    refuse('of kind "delay" needs ms, its milliseconds.');
}

function patternOf(pattern: string): (request: Request) => boolean {
  const [, method, path = ''] = /^(?:([A-Z]+) )?(\/\S*)$/.exec(pattern) ?? [];
  if (!path) {
    throw new TypeError(`A fault matches "${pattern}". Write a method and a path, such as "POST /contacts".`);
  }
  const expected = (basePath + path).split('/');
  if (!isFilePath(basePath + path) && !Object.keys(routes).some((route) => meets(route, method, expected)))
    throw new TypeError(
      `A fault matches "${pattern}", and no endpoint does. GET /groups/* is one, for example.`,
    );
  return (request) => {
    if (method && method !== request.method) return false;
    const segments = new URL(request.url).pathname.split('/');
    return (
      segments.length === expected.length &&
      expected.every((part, index) => isAny(part) || part === segments[index])
    );
  };
}

const isAny = (segment: string) => segment === '*' || segment.startsWith('{');

/** Whether a pattern can ever meet an endpoint. */
function meets(route: string, method: string | undefined, expected: string[]): boolean {
  const [routeMethod = '', routePath = ''] = route.split(' ');
  const segments = (basePath + routePath).split('/');
  return (
    [undefined, 'HEAD', 'OPTIONS', routeMethod].includes(method) &&
    segments.length === expected.length &&
    segments.every((segment, index) => {
      const part = expected[index] ?? '';
      return isAny(part) || isAny(segment) || part === segment;
    })
  );
}
