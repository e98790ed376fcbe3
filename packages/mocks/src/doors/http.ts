import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { ConnectionDropped } from './connection-dropped.js';

/** A backend behind a real HTTP port. */
export interface Listening {
  /** Where it is: `http://127.0.0.1:49152`. */
  readonly url: string;
  /** Stops it, and cuts the connections that are open. */
  close(): Promise<void>;
}

/**
 * Serves a backend over HTTP on 127.0.0.1. Port 0 takes a free one.
 *
 * @throws Error in a browser, which cannot listen, and when the port is taken.
 */
export async function listen(
  fetch: (request: Request) => Promise<Response>,
  port: number,
): Promise<Listening> {
  // Not an import: this module is in browser bundles too.
  const { process: node } = globalThis as { process?: Partial<Pick<typeof process, 'getBuiltinModule'>> };
  const http = node?.getBuiltinModule?.('node:http');
  if (!http) {
    throw new Error(
      'listen() needs Node: a browser cannot open a port. Use backend.handlers with MSW there.',
    );
  }
  const server = http.createServer((request, response) => {
    void serve(fetch, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken: give another one, or 0 for a free one.`, { cause: error })
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  fetch: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) gone.abort(new DOMException('The client went away.', 'AbortError'));
  });
  try {
    await send(await fetch(requestOf(incoming, gone.signal)), outgoing, gone.signal);
  } catch (error) {
    if (!(error instanceof ConnectionDropped) && !gone.signal.aborted) console.error(error);
    outgoing.destroy(); // the request is no way to the connection: once read, it is done
  }
}

function requestOf(incoming: IncomingMessage, signal: AbortSignal): Request {
  const { Readable } = process.getBuiltinModule('node:stream');
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const { method = 'GET' } = incoming;
  const hasBody = 'content-length' in incoming.headers || 'transfer-encoding' in incoming.headers;
  return new Request(`http://${incoming.headers.host ?? '127.0.0.1'}${incoming.url ?? '/'}`, {
    method,
    headers,
    signal,
    ...(hasBody &&
      method !== 'GET' &&
      method !== 'HEAD' && {
        body: Readable.toWeb(incoming) as NodeReadableStream<Uint8Array> & ReadableStream,
        duplex: 'half',
      }),
  });
}

async function send(response: Response, outgoing: ServerResponse, signal: AbortSignal): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (!response.body) {
    outgoing.end();
    return;
  }
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (!outgoing.write(value)) await drained(outgoing, signal);
  }
  outgoing.end();
}

/** Resolves when more can be written, and also when nobody reads any more. */
function drained(outgoing: ServerResponse, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    outgoing.once('drain', resolve);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
