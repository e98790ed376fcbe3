import type { Lead, OutboxScope, SettledLead } from '@fluenzr/client/leads';

/** What a test lets the endpoint do with one request. */
export type Turn = 'accept' | 'no connection' | 'answer lost' | Response;

export const problem = (
  status: number,
  members: object = {},
  headers: Record<string, string> = {},
): Response =>
  new Response(JSON.stringify({ status, ...members }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });

/** A form endpoint that takes a lead once per id, as the relay does, after the turns that a test gives it. */
export class Endpoint {
  readonly requests: { url: string; init: RequestInit; lead: Lead & { id: string } }[] = [];
  /** The leads that it has, by id. */
  readonly leads = new Map<string, Lead>();
  readonly turns: Turn[] = [];
  /** What it does when it has no more turns. */
  otherwise: Turn = 'accept';

  readonly fetch = (url: string, init: RequestInit): Promise<Response> => {
    const lead = (
      init.body instanceof URLSearchParams ? Object.fromEntries(init.body) : JSON.parse(init.body as string)
    ) as Lead & { id: string };
    this.requests.push({ url, init, lead });
    const turn = this.turns.shift() ?? this.otherwise;
    if (turn === 'no connection') return Promise.reject(new TypeError('Failed to fetch'));
    if (turn instanceof Response) return Promise.resolve(turn.clone());
    this.leads.set(lead.id, lead);
    if (turn === 'answer lost') return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(
      new Response(JSON.stringify({ receiptId: `rcp_${lead.id}`, status: 'ACCEPTED' }), { status: 202 }),
    );
  };
}

/** localStorage in memory: a `Storage` lists what it keeps as its own members. */
export function memoryStorage(): Storage {
  const storage = Object.create({
    getItem: (key: string) => (storage[key] as string | undefined) ?? null,
    setItem: (key: string, value: string) => void (storage[key] = value),
    removeItem: (key: string) => void Reflect.deleteProperty(storage, key),
  }) as Storage;
  return storage;
}

/** IndexedDB and locks of a site of its own: test pages that run side by side share theirs. */
export function ownSite(): {
  indexedDB: OutboxScope['indexedDB'];
  locks: LockManager;
  BroadcastChannel: NonNullable<OutboxScope['BroadcastChannel']>;
} {
  const site = crypto.randomUUID();
  const request = (name: string, ...rest: unknown[]): unknown =>
    (navigator.locks.request as (name: string, ...rest: unknown[]) => unknown).call(
      navigator.locks,
      site + name,
      ...rest,
    );
  return {
    indexedDB: {
      open: (name, version) => indexedDB.open(site + name, version),
      databases: async () =>
        (await indexedDB.databases()).map(({ name, version = 1 }) => ({
          name: name?.replace(site, '') ?? '',
          version,
        })),
    },
    locks: { request } as LockManager,
    BroadcastChannel: class extends BroadcastChannel {
      constructor(name: string) {
        super(site + name);
      }
    },
  };
}

/** A device with a page on it: everything that an outbox uses, in the hands of the test. */
export class Device {
  readonly endpoint = new Endpoint();
  /** What its windows were told. */
  readonly settled: SettledLead[] = [];
  readonly timers: { work: () => void; at: number }[] = [];
  now = Date.parse('2026-01-05T09:00:00Z');
  random = 0;
  localStorage: Storage = memoryStorage();
  readonly #site = ownSite();
  indexedDB = this.#site.indexedDB;
  locks: LockManager | undefined = this.#site.locks;

  /** A window of this device. All share its storage, clock and network. */
  window(): OutboxScope & { readonly settled: SettledLead[]; wake(type: string, persisted?: boolean): void } {
    const device = this as Device;
    const listeners: [string, (event: Event) => void][] = [];
    const settled: SettledLead[] = [];
    const wake = (event: Event): void => {
      for (const [name, listener] of listeners) if (name === event.type) listener(event);
    };
    return {
      fetch: ((url: string, init: RequestInit) => device.endpoint.fetch(url, init)) as typeof fetch,
      get localStorage() {
        return device.localStorage;
      },
      get indexedDB() {
        return device.indexedDB;
      },
      navigator: {
        get locks() {
          return device.locks as LockManager;
        },
      },
      Date: { now: () => device.now },
      Math: { random: () => device.random },
      requestIdleCallback: (work) => setTimeout(work),
      setTimeout: (work, milliseconds) => device.timers.push({ work, at: device.now + milliseconds }),
      clearTimeout: (timer) => {
        if (typeof timer === 'number')
          device.timers.splice(timer - 1, 1, { work: () => undefined, at: Infinity });
      },
      addEventListener: (type, listener) => listeners.push([type, listener]),
      BroadcastChannel: device.#site.BroadcastChannel,
      dispatchEvent: (event) => {
        const { settled: lead } = event as Event & { settled: SettledLead };
        settled.push(lead);
        device.settled.push(lead);
        wake(event);
        return true;
      },
      settled,
      wake: (type, persisted = true) => wake(new PageTransitionEvent(type, { persisted })),
    };
  }
}

/** Until what a page has begun by itself has come to its end. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve));
}
