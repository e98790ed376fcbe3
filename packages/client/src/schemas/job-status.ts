/** `PARTIAL` ended with some items failed; `GET /jobs/{id}/errors` names them. */
export const jobStatuses = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'PARTIAL', 'FAILED', 'CANCELLED'] as const;
