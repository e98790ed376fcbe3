import type { Refusal } from './refusal.js';

const titles: Record<number, string> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

/** A refusal as a problem document (RFC 9457), for scripts. */
export const problem = (
  { status, code, message, parts }: Refusal,
  { instance, requestId }: { instance: string; requestId: string },
  headers: Readonly<Record<string, string>>,
): Response =>
  new Response(
    JSON.stringify({
      type: 'about:blank',
      title: titles[status],
      status,
      detail: message,
      instance,
      code,
      requestId,
      ...(parts.errors && { errors: parts.errors }),
    }),
    {
      status,
      headers: { ...headers, 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
    },
  );
