import type { FieldErrors } from '../errors.js';
import type { RequestOptions } from '../options.js';
import type { ContactBatchResult } from '../schemas/contact-batch-result.js';
import type { ContactInput } from '../schemas/contact-input.js';
import type { OnConflict } from '../schemas/on-conflict.js';
import type { Call } from '../transport/call.js';

/** What became of one contact: created, updated, attached (known, joined the groups), or failed with an `error`. */
export type ContactOutcome = ContactBatchResult;

/** How far `createMany` has come. */
export interface CreateManyProgress {
  processed: number;
  created: number;
  updated: number;
  attached: number;
  failed: number;
}

/** What became of all contacts. */
export interface CreateManyReport extends CreateManyProgress {
  /** Every contact's outcome, in the order of the source; empty when `onResult` took them. */
  results: ContactOutcome[];
}

/** How `createMany` goes about it. The options of a request hold for each request that it makes. */
export interface CreateManyOptions extends RequestOptions {
  /** Milliseconds for all tries of one request. 300,000 unless told otherwise: long enough to wait for a rate limit to end. */
  totalTimeout?: number | undefined;
  /** What to do with a known e-mail address. `ATTACH` unless told otherwise. */
  onConflict?: OnConflict | undefined;
  /** Whether joining a dynamic group enrols the contacts. True unless told otherwise. */
  enroll?: boolean | undefined;
  /** Requests under way at once. 4 unless told otherwise. */
  concurrency?: number | undefined;
  /** Hears of every chunk that is done. */
  onProgress?: ((progress: CreateManyProgress) => void) | undefined;
  /** Takes every contact's outcome, in order, in place of the report: however many there are, none is kept. */
  onResult?: ((result: ContactOutcome) => void) | undefined;
}

/** The API takes at most so many contacts in one request. */
const chunkSize = 1000;

const counters = new Map<string, 'created' | 'updated' | 'attached' | 'failed'>([
  ['CREATED', 'created'],
  ['UPDATED', 'updated'],
  ['ATTACHED', 'attached'],
  ['FAILED', 'failed'],
]);

type Source = Iterable<ContactInput> | AsyncIterable<ContactInput>;

/** The items of a source, until the signal ends the wait for one. */
async function* abortable(source: Source, signal: AbortSignal) {
  const iterator =
    Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  let stop: (() => void) | undefined;
  const abort = () => stop?.();
  signal.addEventListener('abort', abort);
  try {
    for (;;) {
      const next = await new Promise<IteratorResult<ContactInput>>((resolve, reject) => {
        // has the SDK's mark but not its class: to share that, the bundler would take it out of every program's first file
        const mark = { name: 'AbortError', [Symbol.for('@fluenzr/client/error')]: 'AbortError' };
        stop = () => reject(Object.assign(new Error('Aborted', { cause: signal.reason as unknown }), mark));
        if (signal.aborted) stop();
        else Promise.resolve(iterator.next()).then(resolve, reject);
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', abort);
    Promise.resolve(iterator.return?.()).catch(() => undefined); // not awaited: it may be what stalls
  }
}

async function* chunksOf(source: Source, signal: AbortSignal | undefined) {
  let chunk: ContactInput[] = [];
  for await (const item of signal ? abortable(source, signal) : source) {
    if (chunk.push(item) < chunkSize) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** A contact with its place in the source. */
interface Numbered {
  item: ContactInput;
  index: number;
}

/** What errors of requests have. Read by shape, so that this module needs none of the classes. */
interface RequestFailure extends Error {
  status?: number;
  code?: string;
  fieldErrors?: FieldErrors;
}

const failed = (index: number, code: string, message: string): ContactOutcome => ({
  index,
  status: 'FAILED',
  error: { code, message },
});

/** The items that a refusal blames (`items.17.email`): their first mistake, by position in the body. */
function refusedItems(fieldErrors: FieldErrors = {}): Map<number, { code: string; message: string }> {
  const refused = new Map<number, { code: string; message: string }>();
  for (const [field, [fault]] of Object.entries(fieldErrors)) {
    const [, position, member = ''] = /^items\.(\d+)\.?(.*)$/.exec(field) ?? [];
    if (fault && position && !refused.has(Number(position))) {
      refused.set(Number(position), { code: fault.code, message: `${member}: ${fault.message}` });
    }
  }
  return refused;
}

/** Creates contacts in chunks. A module of its own, loaded by the first `createMany`. */
export async function createMany(
  call: Call,
  source: Source,
  options: CreateManyOptions = {},
): Promise<CreateManyReport> {
  const { onConflict, enroll, concurrency = 4, onProgress, onResult, idempotencyKey, ...request } = options;
  // a plain error: to share the SDK's own, the bundler would take it out of every program's first file
  if (!(concurrency >= 1)) throw new RangeError('concurrency: must be at least 1');
  const progress: CreateManyProgress = { processed: 0, created: 0, updated: 0, attached: 0, failed: 0 };
  const results: ContactOutcome[] = [];
  /** The key may not do this, so there is no use in sending more. */
  let forbidden: RequestFailure | undefined;

  /** Gives the outcome of each item. One that is refused does not hold up the others: they are sent again without it. */
  const send = async (items: Numbered[], key: string | undefined): Promise<ContactOutcome[]> => {
    if (items.length === 0) return [];
    try {
      if (forbidden) throw forbidden;
      const body = { items: items.map(({ item }) => item), onConflict, enroll };
      const settings = { totalTimeout: 300_000, ...request, idempotencyKey: key };
      const answer = await call('POST /contacts/batch', { body }, settings);
      const found = new Map(answer.results.map((result) => [result.index, result]));
      return items.map(({ index }, position) => {
        const result = found.get(position);
        return result ? { ...result, index } : failed(index, 'NO_RESULT', 'The answer does not mention it.');
      });
    } catch (thrown) {
      const error = thrown as RequestFailure;
      if (error.name === 'AbortError') throw error;
      if (error.status === 401 || error.status === 403) forbidden = error;
      const refused = refusedItems(error.fieldErrors);
      const outcomes = items.flatMap(({ index }, position) => {
        const fault =
          refused.size > 0
            ? refused.get(position)
            : { code: error.code ?? error.name, message: error.message };
        return fault ? [failed(index, fault.code, fault.message)] : [];
      });
      const rest = refused.size > 0 ? items.filter((_, position) => !refused.has(position)) : [];
      outcomes.push(...(await send(rest, key && `${key}-rest`)));
      return outcomes.sort((a, b) => a.index - b.index);
    }
  };

  const settle = async (chunk: Promise<ContactOutcome[]>) => {
    for (const outcome of await chunk) {
      progress.processed += 1;
      const counter = counters.get(outcome.status);
      if (counter) progress[counter] += 1;
      if (onResult) onResult(outcome);
      else results.push(outcome);
    }
    onProgress?.({ ...progress });
  };

  const underWay: Promise<ContactOutcome[]>[] = [];
  const settleOldest = async () => {
    const oldest = underWay.shift();
    if (oldest) await settle(oldest);
  };
  try {
    let first = 0;
    for await (const chunk of chunksOf(source, options.signal)) {
      const items = chunk.map((item, position) => ({ item, index: first + position }));
      const sent = send(items, idempotencyKey && `${idempotencyKey}-${first}`);
      sent.catch(() => undefined); // heard of in its turn
      underWay.push(sent);
      first += chunk.length;
      if (underWay.length >= concurrency) await settleOldest();
    }
    while (underWay.length > 0) await settleOldest();
  } catch (error) {
    // the source or a callback failed, or the caller's signal ended it: what was done by then is still told
    for (const chunk of underWay) await settle(chunk).catch(() => undefined);
    throw error instanceof Error ? Object.assign(error, { report: { ...progress, results } }) : error;
  }
  return { ...progress, results };
}
