import type { HttpHandler } from 'msw';
import { createApi } from './api/handle.js';
import { RateLimiter } from './api/rate-limit.js';
import { changesOf, type Changes } from './changes.js';
import { Clock, type ClockMode } from './clock.js';
import { advance } from './domain/run-due.js';
import { listen, type Listening } from './doors/http.js';
import { mswHandlers } from './doors/msw.js';
import { dueTimer } from './due-timer.js';
import { Faults } from './faults.js';
import { keepUnder } from './persistence/keep-under.js';
import type { Persistence } from './persistence/persistence.js';
import { hashText, seededRandom } from './random.js';
import { playScenario } from './scenarios/play-scenario.js';
import { simulateOn, type Simulate } from './simulate.js';
import type { MailRow, StepErrorRow } from './store/rows.js';
import { Store, type StoreState } from './store/store.js';

/** How a mock backend is made. */
export interface MockBackendOptions {
  /** Decides ids, and which requests meet a fault with a probability. The same seed and calls give the same answers. Default: `fluenzr`. */
  seed?: string | number;
  /** How long each answer takes, in milliseconds of real time. Default: 0. */
  latency?: number;
  /**
   * `virtual` stands still until `clock.advance`: for tests. `real` follows the machine's clock, and workflows go on by
   * themselves: for a demo; `advance` skips ahead. Default: `virtual`.
   */
  clock?: ClockMode;
  /** When the clock starts. Default: 2026-01-05T09:00:00.000Z on a virtual clock, now on a real one. */
  now?: Date | string | number;
  /**
   * What the backend holds at the start: nothing, or `agency`, four months in the life of an agency that wins customers
   * over the web, at a trade show and on LinkedIn: its groups, campaigns, and what people did with their mails.
   */
  scenario?: 'agency';
  /** How many contacts the scenario has. Default: 600. */
  contacts?: number;
  /** Requests a minute, for each key; `Infinity` for no limit. Default: 600. */
  rateLimit?: number;
}

/** A sent e-mail in the inbox. */
export type Mail = MailRow;

/** Something that a workflow step could not do. */
export type StepError = StepErrorRow;

/** Everything that a backend knows, as plain JSON: to be kept, and given to `restore`. */
export type Snapshot = StoreState;

/** A FluenzR backend in memory. */
export interface MockBackend {
  /** The API key that it accepts. */
  readonly apiKey: string;
  /** Answers a request as the backend would; takes what the global `fetch` takes, and can stand in for it. */
  readonly fetch: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;
  /** Handlers for MSW, in a browser or in Node: every request below `/api/v1`, whatever its origin. */
  readonly handlers: HttpHandler[];
  /**
   * Serves the backend over real HTTP on 127.0.0.1 (Node only). Port 0 takes a free one.
   *
   * @throws Error in a browser, and when the port is taken.
   */
  listen(port?: number): Promise<Listening>;
  /** The backend's time. */
  readonly clock: {
    /** Milliseconds since 1970. */
    now(): number;
    /**
     * Lets time pass, in milliseconds, and does what becomes due in it, in order.
     *
     * @throws RangeError for a negative time.
     */
    advance(milliseconds: number): void;
  };
  /** The e-mails that workflows sent, in order. */
  readonly inbox: readonly Mail[];
  /** What workflow steps could not do, in order: a group that is gone, an expression that fails. They went on. */
  readonly stepErrors: readonly StepError[];
  /** Lets people open, click, answer and unsubscribe, and campaigns be over. */
  readonly simulate: Simulate;
  /** Tells of every change, as it is committed. A refused request makes none. */
  readonly changes: Changes;
  /** What goes wrong with requests. */
  readonly faults: Faults;
  /** A copy of everything that the backend knows. */
  snapshot(): Snapshot;
  /**
   * Goes back to a snapshot.
   *
   * @throws TypeError for anything else.
   */
  restore(snapshot: Snapshot): void;
  /**
   * Keeps everything in IndexedDB under a name, or in Node in a file of that name, and takes up what is kept there. Open
   * it in one tab, or one process, at a time: they do not see each other's changes.
   *
   * @param name default: `fluenzr-mocks`
   * @returns whether there was something to take up
   * @throws Error where there is neither, when the file is something else, and when it was called before.
   */
  persist(name?: string): Promise<boolean>;
  /** Forgets everything, kept data included, and starts afresh. Faults stay. */
  reset(): Promise<void>;
}

/**
 * Makes a FluenzR backend in memory: contacts, groups, campaigns and the mails that they send.
 *
 * @throws TypeError for an option that makes no sense.
 * @example
 * ```ts
 * import { createClient } from '@fluenzr/client';
 *
 * const backend = createMockBackend();
 * const fluenzr = createClient({ baseUrl: 'https://crm.example.com', apiKey: backend.apiKey, fetch: backend.fetch });
 * const group = await fluenzr.groups.create({ name: '[DYN] Inbound Leads', type: 'DYNAMIC' });
 * ```
 */
export function createMockBackend(options: MockBackendOptions = {}): MockBackend {
  requireKnown(options);
  const { latency = 0, clock: mode = 'virtual', rateLimit = 600 } = options;
  const seed = String(options.seed ?? 'fluenzr');
  if (!(latency >= 0)) throw new TypeError(`latency is ${latency}: give milliseconds, 0 or more.`);
  if (!(rateLimit > 0)) throw new TypeError(`rateLimit is ${rateLimit}: give requests a minute, 1 or more.`);
  const clock = new Clock(mode, startOf(options.now, mode));
  const store = new Store(clock, seed);
  if (options.scenario) playScenario(store, options.scenario, seed, options.contacts);
  const start = store.state();
  const apiKey = `flz_mock_${hashText(`key ${seed}`).toString(36)}`;
  const faults = new Faults(seededRandom(seed));
  const limiter = new RateLimiter(clock, rateLimit);
  let persistence: Persistence | null = null;
  const kept = () => persistence?.kept() ?? Promise.resolve();
  const handle = createApi({ store, apiKey, faults, limiter, latency, kept });
  const clockMoved = mode === 'real' ? dueTimer(store) : () => undefined;

  const load = (state: StoreState) => {
    store.load(state);
    limiter.reset();
    clockMoved();
  };

  return {
    apiKey,
    fetch: async (input, init) => handle(new Request(input, init)),
    handlers: mswHandlers(handle),
    listen: (port = 0) => listen(handle, port),
    clock: {
      now: () => clock.now(),
      advance: (milliseconds) => {
        if (!(milliseconds >= 0)) throw new RangeError(`The clock cannot advance by ${milliseconds} ms.`);
        advance(store, milliseconds);
        clockMoved();
      },
    },
    get inbox() {
      return [...store.mailsInOrder.list('')];
    },
    get stepErrors() {
      return [...store.stepErrorsInOrder.list('')];
    },
    simulate: simulateOn(store, seed),
    changes: changesOf(store),
    faults,
    snapshot: () => structuredClone(store.state()),
    restore: (snapshot) => {
      requireSnapshot(snapshot);
      load(structuredClone(snapshot));
      void persistence?.replace();
    },
    persist: async (name = 'fluenzr-mocks') => {
      if (persistence) throw new Error('persist() keeps this backend already: call it once.');
      const opened = await keepUnder(store, name);
      persistence = opened.persistence;
      clockMoved();
      return opened.restored;
    },
    reset: async () => {
      load(start);
      await persistence?.replace();
    },
  };
}

/** Every option, so that a slip in a name is no option that is passed over. */
const optionNames: Readonly<Record<keyof MockBackendOptions, true>> = {
  seed: true,
  latency: true,
  clock: true,
  now: true,
  scenario: true,
  contacts: true,
  rateLimit: true,
};

function requireKnown(options: MockBackendOptions): void {
  for (const name of Object.keys(options))
    if (!Object.hasOwn(optionNames, name))
      throw new TypeError(`There is no option ${name}. The options: ${Object.keys(optionNames).join(', ')}.`);
  const { clock = 'virtual', scenario, contacts } = options;
  if (!['virtual', 'real'].includes(clock)) throw new TypeError(`clock is "${clock}": give virtual or real.`);
  if (contacts !== undefined && !scenario)
    throw new TypeError("contacts says how many a scenario has: give scenario: 'agency' with it.");
}

const virtualStart = Date.UTC(2026, 0, 5, 9);

function startOf(now: Date | string | number | undefined, mode: ClockMode): number {
  if (now === undefined) return mode === 'virtual' ? virtualStart : Date.now();
  const start = new Date(now).getTime();
  if (Number.isNaN(start))
    throw new TypeError(`now is ${String(now)}: give a date, such as 2026-01-05T09:00:00Z.`);
  return start;
}

function requireSnapshot(snapshot: Partial<Snapshot>): void {
  const { now, sequence, tables } = snapshot;
  if (typeof now === 'number' && typeof sequence === 'number' && typeof tables === 'object') return;
  throw new TypeError('restore() takes what snapshot() gave, and this is something else.');
}
