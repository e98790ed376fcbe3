import { expect } from 'chai';
import { AbortError, type ContactInput, type ContactOutcome, createClient } from '../src/index.js';
import { createClient as createCoreClient } from '../src/core.js';
import { contacts } from '../src/resources/contacts.js';
import { json, problem, rejection, type Seen } from './scripted-fetch.js';

interface Batch {
  items: ContactInput[];
  onConflict?: string;
  enroll?: boolean;
}

/** A server that creates every contact of a batch, unless told otherwise. */
function setUp(refuse?: (batch: Batch) => Response | undefined | Promise<Response | undefined>) {
  const batches: Batch[] = [];
  const seen: Pick<Seen, 'headers'>[] = [];
  let underWay = 0;
  const most = { underWay: 0 };
  const fetch = async (request: Request) => {
    const batch = (await request.json()) as Batch;
    batches.push(batch);
    seen.push({ headers: new Headers(request.headers) });
    underWay += 1;
    most.underWay = Math.max(most.underWay, underWay);
    await new Promise((resolve) => setTimeout(resolve)); // lets others start meanwhile
    underWay -= 1;
    const results = batch.items.map(({ email }, index) => ({ index, status: 'CREATED', id: `con_${email}` }));
    return (await refuse?.(batch)) ?? json({ results });
  };
  const options = { baseUrl: 'https://crm.example.com', apiKey: () => 'token-0123456789', fetch };
  return { fluenzr: createClient(options), options, batches, seen, most };
}

const people = (count: number, from = 0): ContactInput[] =>
  Array.from({ length: count }, (_, index) => ({ email: `p${from + index}@example.com` }));
async function* oneByOne(items: Iterable<ContactInput>) {
  for (const item of items) {
    await Promise.resolve();
    yield item;
  }
}

describe('createMany', () => {
  it('sends chunks of 1,000, a few at a time, and reports every contact in order', async () => {
    const { fluenzr, batches, seen, most } = setUp();
    const processed: number[] = [];
    const report = await fluenzr.contacts.createMany(oneByOne(people(4500)), {
      concurrency: 2,
      onConflict: 'UPDATE',
      enroll: false,
      onProgress: (progress) => processed.push(progress.processed),
    });
    expect(batches.map(({ items }) => items.length)).to.deep.equal([1000, 1000, 1000, 1000, 500]);
    expect(batches[0]).to.include({ onConflict: 'UPDATE', enroll: false });
    expect(most.underWay).to.be.at.most(2);
    expect(new Set(seen.map(({ headers }) => headers.get('idempotency-key')))).to.have.property('size', 5);
    expect(report).to.include({ processed: 4500, created: 4500, updated: 0, attached: 0, failed: 0 });
    expect(report.results.map(({ index, id }) => `${index} ${id ?? ''}`)).to.deep.equal(
      people(4500).map(({ email }, index) => `${index} con_${email}`),
    );
    expect(processed).to.deep.equal([1000, 2000, 3000, 4000, 4500]);
  });

  it('has several requests under way at once', async () => {
    // answers only in pairs: one request at a time would wait for ever
    let first: (() => void) | undefined;
    const { fluenzr } = setUp(() => {
      if (!first) return new Promise((resolve) => (first = () => resolve(undefined)));
      first();
      first = undefined;
      return undefined;
    });
    const report = await fluenzr.contacts.createMany(people(4000), { concurrency: 2 });
    expect(report.created).to.equal(4000);
  });

  it('reads its source only as fast as it sends', async () => {
    const { fluenzr, batches } = setUp();
    let read = 0;
    const ahead: number[] = [];
    function* source() {
      for (const person of people(8000)) {
        read += 1;
        ahead.push(read - batches.length * 1000);
        yield person;
      }
    }
    await fluenzr.contacts.createMany(source(), { concurrency: 2 });
    expect(Math.max(...ahead)).to.be.at.most(3000);
  });

  it('hands every outcome to onResult and keeps none', async () => {
    const { fluenzr } = setUp();
    const indexes: number[] = [];
    const onResult = ({ index }: ContactOutcome) => indexes.push(index);
    const report = await fluenzr.contacts.createMany(people(2500), { onResult });
    expect(indexes).to.deep.equal(people(2500).map((_, index) => index));
    expect(report.results).to.deep.equal([]);
    expect(report.created).to.equal(2500);
  });

  for (const concurrency of [0, -1, NaN]) {
    it(`refuses a concurrency of ${concurrency}`, async () => {
      const { fluenzr, batches } = setUp();
      const error = await rejection(fluenzr.contacts.createMany(people(1), { concurrency }));
      expect(error).to.be.instanceOf(RangeError);
      expect(batches).to.have.length(0);
    });
  }

  it('takes nothing for an answer of nothing', async () => {
    const { fluenzr, batches } = setUp();
    expect(await fluenzr.contacts.createMany([])).to.deep.equal({
      processed: 0,
      created: 0,
      updated: 0,
      attached: 0,
      failed: 0,
      results: [],
    });
    expect(batches).to.have.length(0);
  });

  it('does not let a malformed contact hold up the others', async () => {
    const { fluenzr, batches } = setUp();
    const source = [
      ...people(2),
      { email: 'nobody' },
      ...people(1, 2),
      { email: 'ada@example.com', nick: 'x' } as ContactInput,
    ];
    const { results, created, failed } = await fluenzr.contacts.createMany(source);
    expect({ created, failed }).to.deep.equal({ created: 3, failed: 2 });
    expect(results.map(({ index, status }) => `${index} ${status}`)).to.deep.equal([
      '0 CREATED',
      '1 CREATED',
      '2 FAILED',
      '3 CREATED',
      '4 FAILED',
    ]);
    expect(results[2]?.error).to.include({ code: 'INVALID_EMAIL_FORMAT' });
    expect(results[4]?.error).to.deep.equal({ code: 'UNKNOWN_MEMBER', message: 'nick: unknown' });
    expect(batches.map(({ items }) => items.length)).to.deep.equal([3]);
  });

  it('does the same with what the server refuses, where nothing is checked before', async () => {
    const { options, batches } = setUp(({ items }) => {
      const position = items.findIndex(({ email }) => email === 'nobody');
      if (position < 0) return undefined;
      const errors = [{ pointer: `/items/${position}/email`, code: 'INVALID_EMAIL_FORMAT', message: 'No.' }];
      return problem(422, 'VALIDATION_FAILED', { errors });
    });
    const fluenzr = createCoreClient({ ...options, resources: { contacts } });
    const source = [{ email: 'nobody' }, ...people(1), { email: 'nobody' }];
    const { results } = await fluenzr.contacts.createMany(source);
    expect(results.map(({ status }) => status)).to.deep.equal(['FAILED', 'CREATED', 'FAILED']);
    expect(results.map(({ index }) => index)).to.deep.equal([0, 1, 2]);
    expect(batches.map(({ items }) => items.length)).to.deep.equal([3, 2, 1]);
  });

  it("keeps the server's own verdict on single contacts", async () => {
    const error = { code: 'CONTACT_EXISTS', message: 'Known.' };
    const { fluenzr } = setUp(() =>
      json({
        results: [
          { index: 1, status: 'FAILED', error },
          { index: 0, status: 'ATTACHED', id: 'con_1' },
        ],
      }),
    );
    const report = await fluenzr.contacts.createMany(people(3));
    expect(report).to.include({ attached: 1, failed: 2 });
    expect(report.results[1]?.error).to.deep.equal(error);
    expect(report.results[2]?.error?.code).to.equal('NO_RESULT');
  });

  it('reports a chunk that fails as failed, and goes on', async () => {
    let first = true;
    const { fluenzr } = setUp(() => {
      if (!first) return undefined;
      first = false;
      return problem(500, 'INTERNAL_ERROR');
    });
    const report = await fluenzr.contacts.createMany(people(1500), { concurrency: 1, maxRetries: 0 });
    expect(report).to.include({ processed: 1500, created: 500, failed: 1000 });
    expect(report.results[0]?.error?.code).to.equal('INTERNAL_ERROR');
  });

  it('sends no more once the key is refused, and still reports every contact', async () => {
    const { fluenzr, batches } = setUp(() => problem(403, 'FORBIDDEN'));
    const report = await fluenzr.contacts.createMany(people(3500), { concurrency: 1 });
    expect(batches).to.have.length(1);
    expect(report).to.include({ processed: 3500, failed: 3500 });
    expect(report.results.at(-1)).to.deep.include({ index: 3499, status: 'FAILED' });
  });

  it("derives the chunks' keys from the caller's, so that a run can be repeated", async () => {
    const { fluenzr, seen } = setUp();
    await fluenzr.contacts.createMany(people(1500), { idempotencyKey: 'import-42' });
    await fluenzr.contacts.createMany(people(1500), { idempotencyKey: 'import-42' });
    const keys = seen.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).to.deep.equal(['import-42-0', 'import-42-1000', 'import-42-0', 'import-42-1000']);
  });

  it('stops when the signal says so, and tells what was done by then', async () => {
    const controller = new AbortController();
    const { fluenzr, batches } = setUp();
    const run = fluenzr.contacts.createMany(people(5000), {
      concurrency: 1,
      signal: controller.signal,
      onProgress: ({ processed }) => {
        if (processed === 2000) controller.abort();
      },
    });
    const error = (await rejection(run)) as AbortError;
    expect(error).to.be.instanceOf(AbortError);
    expect(error.report).to.include({ processed: 2000, created: 2000 });
    expect(error.report?.results).to.have.length(2000);
    expect(batches.length).to.equal(2);
  });

  it('stops a source that stalls, and closes it', async () => {
    const controller = new AbortController();
    let closed = false;
    const source: AsyncIterableIterator<ContactInput> = {
      next: () => {
        queueMicrotask(() => controller.abort(new Error('the user left')));
        return new Promise(() => undefined);
      },
      return: () => {
        closed = true;
        return new Promise(() => undefined);
      },
      [Symbol.asyncIterator]: () => source,
    };
    const { fluenzr, batches } = setUp();
    const error = await rejection(fluenzr.contacts.createMany(source, { signal: controller.signal }));
    expect(error)
      .to.be.instanceOf(AbortError)
      .with.property('cause')
      .with.property('message', 'the user left');
    expect((error as AbortError).report).to.include({ processed: 0 });
    expect(closed).to.equal(true);
    expect(batches).to.have.length(0);
  });

  it('waits for a rate limit of a minute to end', async () => {
    const controller = new AbortController();
    const delays: number[] = [];
    const { options } = setUp(() => problem(429, 'RATE_LIMITED', {}, { 'retry-after': '60' }));
    const onRetry = ({ delay }: { delay: number }) => {
      delays.push(delay);
      controller.abort();
    };
    const fluenzr = createClient({ ...options, onRetry });
    const run = fluenzr.contacts.createMany(people(3), { signal: controller.signal });
    expect(await rejection(run)).to.be.instanceOf(AbortError);
    expect(delays).to.deep.equal([60_000]);
  });

  it("passes on the source's own error, after what was under way", async () => {
    const { fluenzr } = setUp();
    function* source() {
      yield* people(1000);
      throw new Error('line 1001 is broken');
    }
    const error = (await rejection(fluenzr.contacts.createMany(source()))) as AbortError;
    expect(error.message).to.equal('line 1001 is broken');
    expect(error.report).to.include({ processed: 1000, created: 1000 });
  });
});
