import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What the endpoint does with one request of a trial. */
export type Turn = 'accept' | 'answer lost' | 'no answer' | { status: number; retryAfter?: number };

/** Answers a request; a status of 0 breaks the connection. */
type Answer = (status: number, text: string, headers?: Record<string, string>) => void;

const root = fileURLToPath(new URL('..', import.meta.url));

/** The script as a page loads it, with its parts in files of their own. */
export async function bundle(): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints: {
      'lead-form': `${root}src/lead-form/define.ts`,
      'proof-of-work-worker': `${root}src/lead-form/proof-of-work-worker.ts`,
    },
    bundle: true,
    splitting: true,
    format: 'esm',
    conditions: ['source', 'browser', 'production'],
    outdir: '/',
    write: false,
  });
  return new Map(outputFiles.map(({ path, text }) => [path, text]));
}

/**
 * A site with a form on `/form/<trial>` and none on `/`, and a form endpoint on another origin, which takes a lead once
 * per id, after the turns of its trial. The trial's name is the id of the form.
 */
export class Site {
  readonly turns = new Map<string, Turn[]>();
  /** The leads of each trial by id. */
  readonly leads = new Map<string, Map<string, string>>();
  /** How many requests came in each trial. */
  readonly requests = new Map<string, number>();
  readonly #servers: Server[] = [];
  #waiting: (() => void)[] = [];
  url = '';

  static async start(): Promise<Site> {
    const site = new Site();
    const files = await bundle();
    const endpoint = await site.#listen((url, body, answer) => site.#take(url, body, answer));
    site.url = await site.#listen((url, _body, answer) => {
      const script = files.get(url);
      if (script !== undefined) {
        answer(200, script, { 'content-type': 'text/javascript' });
        return;
      }
      const trial = /^\/form\/(.+)$/.exec(url)?.[1];
      const form = trial
        ? `<fluenzr-lead-form endpoint="${endpoint}" form="${trial}"></fluenzr-lead-form>`
        : '';
      answer(
        200,
        `<!doctype html><title>Page</title>${form}<script type="module" src="/lead-form.js"></script>`,
        {
          'content-type': 'text/html',
        },
      );
    });
    return site;
  }

  stop(): void {
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
    }
  }

  /** Until the endpoint has this many leads of a trial. */
  async arrived(trial: string, count: number): Promise<void> {
    while ((this.leads.get(trial)?.size ?? 0) < count)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  async #listen(handle: (url: string, body: string, answer: Answer) => void): Promise<string> {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () =>
        handle(request.url ?? '', body, (status, text, headers) => {
          response.writeHead(status || 200, { 'access-control-allow-origin': '*', ...headers });
          // broken after its first bytes: the browser itself sends again what got no answer at all
          if (status === 0) response.write('{', () => request.socket.destroy());
          else response.end(text);
        }),
      );
    });
    this.#servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  #take(url: string, body: string, answer: Answer): void {
    const trial = /^\/forms\/(.+)\/submissions$/.exec(url)?.[1];
    if (trial === undefined) {
      answer(200, '{"kind":"none"}'); // what the form asks for
      return;
    }
    this.requests.set(trial, (this.requests.get(trial) ?? 0) + 1);
    const turn = this.turns.get(trial)?.shift() ?? 'accept';
    if (typeof turn === 'object') {
      const { status, retryAfter } = turn;
      answer(status, JSON.stringify({ status }), {
        'access-control-expose-headers': 'Retry-After',
        ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
      });
    } else if (turn !== 'no answer') {
      const { id, email } = JSON.parse(body) as { id: string; email: string };
      const leads = this.leads.get(trial) ?? new Map<string, string>();
      this.leads.set(trial, leads.set(id, email));
      if (turn === 'accept') answer(202, JSON.stringify({ receiptId: `rcp_${id}`, status: 'ACCEPTED' }));
      else answer(0, '');
    }
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
