import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { PGlite } from '@electric-sql/pglite';
import { createClient } from '@fluenzr/client';
import { createMockBackend } from '@fluenzr/mocks';
import { createRelay, jsonLog, openStore, parseForms, pgliteDatabase } from '@fluenzr/relay';
import { serve } from '@fluenzr/relay/node';
import { build } from 'esbuild';
import { build as viteBuild } from 'vite';

/** What the way to the relay does with one request. `answer lost`: the relay has the lead, the page gets no answer. */
export type Turn = 'answer lost' | 'no answer' | { status: number; retryAfter?: number };

/** Who sends the leads of a page. */
export type Program = 'lead-form' | 'fetch-once' | 'store-on-failure';

const wide = { max: 1_000_000, seconds: 60 };

/** Requests that the relay itself takes of the form `frm_busy` before it says 429. */
const busy = { max: 100, seconds: 2 };

/**
 * A site with the shipped script, a relay on another origin with its embedded store, and a FluenzR in memory behind it.
 * Between page and relay stands a gate that does what networks do, as each trial orders.
 */
export class Site {
  /** What the gate does with the first requests of a trial. */
  readonly turns = new Map<string, Turn[]>();
  url = '';
  #gate = '';
  #relay = '';
  /** The receipts that the relay has given for each address. */
  readonly #receipts = new Map<string, Set<string>>();
  /** How many mails each address was sent. */
  readonly #mails = new Map<string, number>();
  #mailsSeen = 0;
  readonly #servers: Server[] = [];
  readonly #files = new Map<string, string>();
  #waiting: (() => void)[] = [];
  #stop = (): Promise<unknown> => Promise.resolve();

  static async start(): Promise<Site> {
    const site = new Site();
    await site.#readScripts();
    site.#gate = await site.#listen((request, response) => void site.#pass(request, response));
    site.url = await site.#listen((request, response) => site.#show(request, response));
    await site.#startRelay();
    return site;
  }

  async stop(): Promise<void> {
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
    }
    await this.#stop();
  }

  /** Waits, at most some milliseconds, until the lead of an address is in FluenzR; tells whether it is. */
  async arrived(email: string, patience: number): Promise<boolean> {
    const late = AbortSignal.timeout(patience);
    late.addEventListener('abort', () => this.#wake());
    while (!this.#mails.has(email) && !late.aborted)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.#mails.has(email);
  }

  /** Whether the relay has taken the lead of an address twice, or its campaign has begun twice. */
  isDoubled(email: string): boolean {
    return (this.#receipts.get(email)?.size ?? 0) > 1 || (this.#mails.get(email) ?? 0) > 1;
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  /** The script as it is served to visitors, built just now, and the peers' programs. */
  async #readScripts(): Promise<void> {
    await viteBuild({
      configFile: path.resolve('vite.config.ts'),
      mode: 'script:lead-form',
      logLevel: 'error',
    });
    const folder = path.resolve('packages/elements/dist/cdn');
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.js')) this.#files.set(`/${name}`, readFileSync(path.join(folder, name), 'utf8'));
    const { outputFiles } = await build({
      entryPoints: ['fetch-once', 'store-on-failure'].map((name) =>
        path.resolve(`packages/benchmarks/src/delivery/${name}.ts`),
      ),
      bundle: true,
      format: 'esm',
      outdir: '/',
      write: false,
    });
    for (const { path: name, text } of outputFiles) this.#files.set(name, text);
  }

  async #startRelay(): Promise<void> {
    const backend = createMockBackend({ rateLimit: Number.POSITIVE_INFINITY });
    const listening = await backend.listen();
    const baseUrl = listening.url;
    const fluenzr = createClient({ baseUrl, apiKey: backend.apiKey });
    const group = await fluenzr.groups.create({ name: '[DYN] Inbound Leads', type: 'DYNAMIC' });
    // sends one mail to every newcomer: a lead has arrived when its mail has gone out
    const campaign = await fluenzr.campaigns.create({
      name: 'Welcome',
      steps: [{ type: 'SEND_EMAIL', subject: 'Hello', body: 'Good to have you.' }],
    });
    await fluenzr.campaigns.groups.link(campaign.id, group.id);
    await fluenzr.campaigns.launch(campaign.id);
    backend.changes.subscribe(({ kind }) => {
      if (kind !== 'mail') return;
      for (const { to } of backend.inbox.slice(this.#mailsSeen)) {
        this.#mails.set(to, (this.#mails.get(to) ?? 0) + 1);
        this.#mailsSeen += 1;
      }
      this.#wake();
    });
    const form = {
      title: 'Example Ltd',
      groupId: group.id,
      origins: [this.url, 'null'],
      optIn: 'single',
      limits: { network: wide, address: wide, form: wide },
    } as const;
    const store = await openStore(pgliteDatabase(await PGlite.create()));
    const quiet = jsonLog(() => undefined);
    const relay = createRelay({
      forms: parseForms({
        forms: [
          { ...form, id: 'frm_website' },
          { ...form, id: 'frm_busy', limits: { ...form.limits, form: busy } },
        ],
      }),
      upstream: { baseUrl, apiKey: backend.apiKey },
      store,
      limit: wide,
      log: quiet,
      // ahead, so that what the trials fill in at once looks filled in by a person
      now: () => Date.now() + 10_000,
    });
    const serving = await serve(relay, { port: 0, host: '127.0.0.1', log: quiet });
    this.#relay = serving.url;
    this.#stop = async () => {
      await serving.stop();
      await store.close();
      await listening.close();
    };
  }

  async #listen(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
    const server = createServer(handle);
    this.#servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** `/page/<program>/<trial>/<count>` has that many forms, or none; always the program's script. */
  #show({ url = '/' }: IncomingMessage, response: ServerResponse): void {
    const script = this.#files.get(url.replace(/^\/copy/, ''));
    if (script !== undefined) {
      response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' });
      response.end(script);
      return;
    }
    const { pathname, searchParams } = new URL(url, this.url);
    const [, program = 'lead-form', trial, count = '0'] = pathname.slice(1).split('/');
    const endpoint = `${this.#gate}/${trial ?? ''}`;
    const form = searchParams.get('form') ?? 'frm_website';
    const one =
      program === 'lead-form'
        ? `<fluenzr-lead-form endpoint="${endpoint}" form="${form}"></fluenzr-lead-form>`
        : `<form action="${endpoint}/forms/${form}/submissions"><input name="email" type="email"><button>Send</button></form>`;
    const scripts = [`/${program}.js`, ...(searchParams.has('copy') ? [`/copy/${program}.js`] : [])];
    response.writeHead(200, {
      'content-type': 'text/html',
      // a page of no origin, which the browser lets store nothing
      ...(searchParams.has('blocked') && { 'content-security-policy': 'sandbox allow-scripts allow-forms' }),
    });
    response.end(
      // counts the leads that were given up
      `<!doctype html><title>Page</title><script>addEventListener('fluenzr-lead-settled', ({ settled }) => {
        const { dataset } = document.documentElement;
        if (settled.outcome === 'expired') dataset.expired = Number(dataset.expired ?? 0) + 1;
      })</script>${one.repeat(Number(count))}` +
        scripts.map((src) => `<script type="module" src="${src}"></script>`).join(''),
    );
  }

  /** The way to the relay: `/<trial>/forms/…`. */
  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, trial = '', rest = ''] = /^\/([^/]*)(\/.*)$/.exec(request.url ?? '') ?? [];
    const body = await text(request);
    const headers = { 'content-type': 'text/plain', origin: request.headers.origin ?? '' };
    if (request.method !== 'POST') {
      const answer = await fetch(this.#relay + rest, { method: request.method ?? 'GET', headers });
      response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
      return;
    }
    const turn = this.turns.get(trial)?.shift();
    if (turn === 'no answer') return;
    if (typeof turn === 'object') {
      response.writeHead(turn.status, {
        'access-control-allow-origin': '*',
        'access-control-expose-headers': 'Retry-After',
        ...(turn.retryAfter !== undefined && { 'retry-after': String(turn.retryAfter) }),
      });
      response.end(JSON.stringify({ status: turn.status }));
      return;
    }
    const lead = JSON.parse(body) as { id?: string; email: string };
    const answer = await fetch(this.#relay + rest, {
      method: 'POST',
      headers,
      // a program that knows of no ids has an endpoint that takes every request for a lead of its own
      body: JSON.stringify({ ...lead, id: lead.id ?? randomUUID() }),
    });
    const content = await answer.text();
    if (answer.ok) {
      const { receiptId } = JSON.parse(content) as { receiptId: string };
      const receipts = this.#receipts.get(lead.email) ?? new Set();
      this.#receipts.set(lead.email, receipts.add(receiptId));
    }
    if (turn === 'answer lost') request.socket.destroy();
    else response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(content);
  }
}
