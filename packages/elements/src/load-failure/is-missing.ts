/**
 * Whether an error says that what was asked for is not there. The SDK's has one of FluenzR's codes then: a 404 without it
 * comes from another server, at a wrong address, which knows nothing of groups. A client of the page's own may do without
 * codes.
 */
export function isMissing(error: unknown): boolean {
  const members = Object(error) as { status?: unknown; code?: unknown };
  return members.status === 404 && !('code' in members && members.code === undefined);
}
