import { http, type HttpHandler } from 'msw';
import { basePath } from '../api/endpoint.js';
import { ConnectionDropped } from './connection-dropped.js';

/** The backend as handlers for MSW, in a browser or in Node: every request below `/api/v1`, of any origin. */
export function mswHandlers(fetch: (request: Request) => Promise<Response>): HttpHandler[] {
  return [
    http.all(`*${basePath}/*`, async ({ request }) => {
      try {
        return await fetch(request);
      } catch (error) {
        if (error instanceof ConnectionDropped) return Response.error();
        throw error;
      }
    }),
  ];
}
