import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../log.js';
import type { Relay } from '../relay.js';

/** How a relay is served. */
export interface ServerOptions {
  /** 8080 unless told otherwise; 0 takes a free one. */
  port?: number | undefined;
  /** All interfaces unless told otherwise. */
  host?: string | undefined;
  /**
   * How many proxies of yours stand before the relay. Each adds the address that it saw to `X-Forwarded-For`; what is left
   * of those is the visitor's own word. 0 unless told otherwise: the address is the connection's.
   */
  trustedProxies?: number | undefined;
  /** Milliseconds that a stop waits for leads on their way. 10,000 unless told otherwise. */
  grace?: number | undefined;
  log: Log;
}

/** A relay behind a port. */
export interface Serving {
  /** Such as `http://127.0.0.1:8080`. */
  readonly url: string;
  /**
   * Takes no more requests, finishes those that are being answered, and sends what was accepted. What cannot be sent in
   * time stays in the store.
   */
  stop(): Promise<void>;
}

/** How often work that became due by time is looked for. */
const rhythm = 1000;

/**
 * Serves a relay over HTTP, and does its work.
 *
 * @throws Error when the port is taken.
 */
export async function serve(relay: Relay, options: ServerOptions): Promise<Serving> {
  const { port = 8080, host = '0.0.0.0', trustedProxies = 0, grace = 10_000 } = options;
  const server = createAdaptorServer({
    fetch: (request, env) =>
      relay.fetch(request, { address: addressOf((env as HttpBindings).incoming, trustedProxies) }),
    overrideGlobalObjects: false,
    serverOptions: { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 10_000 },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken ? new Error(`Port ${port} is taken: give another one (--port N).`, { cause: error }) : error,
      );
    });
    server.listen(port, host, resolve);
  });
  const timer = setInterval(() => void relay.work(), rhythm);
  void relay.work();
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${name === '0.0.0.0' ? '127.0.0.1' : name}:${address.port}`,
    async stop() {
      clearInterval(timer);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await within(grace, closed);
      server.closeAllConnections();
      await within(grace, relay.work());
    },
  };
}

async function within(milliseconds: number, promise: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([promise, late]);
  clearTimeout(timer);
}

function addressOf(incoming: IncomingMessage, trustedProxies: number): string | undefined {
  const direct = incoming.socket.remoteAddress;
  if (trustedProxies === 0) return direct;
  const header = incoming.headers['x-forwarded-for'];
  const seen = (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((part) => part.trim());
  return seen.at(-trustedProxies) || direct;
}
