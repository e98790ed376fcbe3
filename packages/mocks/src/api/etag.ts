import { ProblemError } from '../problem.js';

/** The entity tag of a version. */
export const etagOf = (version: number) => `"${version}"`;

/**
 * Holds `If-Match` against the version that is there.
 *
 * @throws ProblemError `PRECONDITION_FAILED` (412) when somebody changed it since.
 */
export function requireMatch(ifMatch: string | null, version: number): void {
  if (ifMatch === null || ifMatch.trim() === '*') return;
  const tags = ifMatch.split(',').map((tag) => tag.trim());
  if (tags.includes(etagOf(version))) return;
  throw new ProblemError(
    412,
    'PRECONDITION_FAILED',
    `It was changed meanwhile: it has version ${version}, not ${ifMatch}. Read it again, then repeat the change.`,
    { headers: { ETag: etagOf(version) } },
  );
}
