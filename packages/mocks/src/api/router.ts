import { routes } from '@fluenzr/client/routes';
import { ProblemError } from '../problem.js';
import type { RouteName } from './endpoint.js';
import { basePath } from './endpoint.js';

/** A route of the table that a request asks for. */
export interface RouteMatch {
  name: RouteName;
  params: Record<string, string>;
}

interface Template {
  name: RouteName;
  method: string;
  segments: string[];
}

// By number of segments; a fixed path (/groups/suggestions) before one with a parameter (/groups/{id}).
const templates = new Map<number, Template[]>();
for (const name of Object.keys(routes) as RouteName[]) {
  const [method = '', path = ''] = name.split(' ');
  const segments = path.slice(1).split('/');
  templates.set(segments.length, [...(templates.get(segments.length) ?? []), { name, method, segments }]);
}
const isParameter = (segment: string) => segment.startsWith('{');
const parameters = (template: Template) => template.segments.filter(isParameter).length;
for (const sameLength of templates.values()) sameLength.sort((a, b) => parameters(a) - parameters(b));

/**
 * Finds the route of a request in the table. `HEAD` is a `GET` without the body.
 *
 * @throws ProblemError `NOT_FOUND` (404), `METHOD_NOT_ALLOWED` (405, with `Allow`), `MALFORMED_REQUEST` (400) for a
 * path that is not properly encoded.
 */
export function matchRoute(method: string, path: string): RouteMatch {
  const candidates = templatesOf(path);
  const wanted = method === 'HEAD' ? 'GET' : method;
  const found = candidates.find((candidate) => candidate.template.method === wanted);
  if (found) return { name: found.template.name, params: found.params };
  if (candidates.length === 0) {
    throw new ProblemError(404, 'NOT_FOUND', `There is nothing at ${path}.`);
  }
  const allow = allowedMethods(path);
  throw new ProblemError(405, 'METHOD_NOT_ALLOWED', `${path} takes ${allow}, not ${method}.`, {
    headers: { Allow: allow },
  });
}

/** The methods that a path takes, as an `Allow` header; empty where there is nothing. */
export function allowedMethods(path: string): string {
  const methods = new Set(templatesOf(path).map((candidate) => candidate.template.method));
  if (methods.size === 0) return '';
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods, 'OPTIONS'].join(', ');
}

function templatesOf(path: string): { template: Template; params: Record<string, string> }[] {
  if (!path.startsWith(`${basePath}/`)) return [];
  const segments = path
    .slice(basePath.length + 1)
    .split('/')
    .map(decode);
  const candidates = (templates.get(segments.length) ?? []).flatMap((template) => {
    const params = match(template, segments);
    return params ? { template, params } : [];
  });
  // What matches a fixed path is not also meant as an id: DELETE /groups/suggestions is no deletion of a group.
  const fewest = Math.min(...candidates.map(({ template }) => parameters(template)));
  return candidates.filter(({ template }) => parameters(template) === fewest);
}

function match(template: Template, segments: string[]): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (const [index, expected] of template.segments.entries()) {
    const segment = segments[index] ?? '';
    if (isParameter(expected)) {
      if (segment === '') return null;
      params[expected.slice(1, -1)] = segment;
    } else if (segment !== expected) return null;
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new ProblemError(400, 'MALFORMED_REQUEST', `The path has a faulty percent-encoding: "${segment}".`);
  }
}
