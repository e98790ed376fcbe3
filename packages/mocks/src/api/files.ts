import { ProblemError } from '../problem.js';
import { filesPath } from '../jobs/export-group.js';
import type { Store } from '../store/store.js';
import type { Answer } from './answer.js';
import { basePath } from './endpoint.js';

const prefix = basePath + filesPath;

/** Whether a path is that of a file. Its address is all that it takes to fetch one: no credentials. */
export const isFilePath = (path: string) => path.startsWith(prefix);

/**
 * The file of an export.
 *
 * @throws ProblemError `NOT_FOUND` (404) when there is none, or no longer; `METHOD_NOT_ALLOWED` (405).
 */
export function fileAnswer(store: Store, method: string, path: string): Answer {
  if (method !== 'GET' && method !== 'HEAD') {
    throw new ProblemError(405, 'METHOD_NOT_ALLOWED', `A file can be fetched, not ${method}.`, {
      headers: { Allow: 'GET, HEAD, OPTIONS' },
    });
  }
  const token = path.slice(prefix.length);
  const parts = [...store.partsOfFile.list(token)].map((part) => part.text);
  if (parts.length === 0) {
    throw new ProblemError(404, 'NOT_FOUND', 'There is no such file, or no longer. Export again.');
  }
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="contacts.csv"',
    },
    body: null,
    parts,
  };
}
