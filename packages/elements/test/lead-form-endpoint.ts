import type { Lead } from '@fluenzr/client/leads';

/** What a test lets the endpoint do with one request. */
export type Turn = 'accept' | 'no connection' | 'answer lost' | Response;

export const refusal = (status: number, members: object = {}): Response =>
  new Response(JSON.stringify({ status, ...members }), { status });

/**
 * Takes the place of the network and of this page's storage: test pages that run side by side share theirs, and would
 * send each other's leads. It takes a lead once per id, as a form endpoint does, after the turns that a test gives it.
 */
export class TestEndpoint {
  readonly requests: { url: string; lead: Lead & { id: string } }[] = [];
  readonly leads = new Map<string, Lead>();
  readonly turns: Turn[] = [];
  /** What it answers a page that asks what the form wants. */
  challenge: object = { kind: 'none' };
  /** How often it was asked that. */
  asked = 0;
  /** Whether the browser refuses to store anything. */
  blocked = false;
  readonly #fetch = window.fetch;

  constructor() {
    const kept = Object.create({
      getItem: (key: string) => kept[key] ?? null,
      setItem: (key: string, value: string) => {
        if (this.blocked) throw new DOMException('Blocked', 'SecurityError');
        kept[key] = value;
      },
      removeItem: (key: string) => Reflect.deleteProperty(kept, key),
    }) as Record<string, string>;
    const blockedDatabase = {
      open: () => {
        throw new DOMException('Blocked', 'SecurityError'); // localStorage alone is a place, too
      },
    };
    Object.defineProperty(window, 'localStorage', { configurable: true, value: kept });
    Object.defineProperty(window, 'indexedDB', { configurable: true, value: blockedDatabase });
    Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined });
    window.fetch = (url, init) => {
      if (init?.method === 'POST') return this.#answer(url as string, init.body);
      this.asked += 1;
      return Promise.resolve(Response.json(this.challenge));
    };
  }

  /** Gives the page its own network and storage back. */
  remove(): void {
    window.fetch = this.#fetch;
    Reflect.deleteProperty(window, 'localStorage');
    Reflect.deleteProperty(window, 'indexedDB');
    Reflect.deleteProperty(navigator, 'locks');
  }

  #answer(url: string, body: unknown): Promise<Response> {
    const lead = (
      body instanceof URLSearchParams ? Object.fromEntries(body) : JSON.parse(body as string)
    ) as Lead & { id: string };
    this.requests.push({ url, lead });
    const turn = this.turns.shift() ?? 'accept';
    if (turn instanceof Response) return Promise.resolve(turn);
    if (turn !== 'no connection') this.leads.set(lead.id, lead);
    return turn === 'accept'
      ? Promise.resolve(Response.json({ receiptId: `rcp_${lead.id}`, status: 'ACCEPTED' }, { status: 202 }))
      : Promise.reject(new TypeError('Failed to fetch'));
  }
}
