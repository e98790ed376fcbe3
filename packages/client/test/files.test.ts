import { expect } from 'chai';
import {
  AbortError,
  ConnectionError,
  createClient,
  FluenzRError,
  InvalidInputError,
  NotFoundError,
  ResponseValidationError,
  TimeoutError,
  type Job,
} from '../src/index.js';
import { job } from './samples.js';
import { json, problem, rejection, scriptedFetch, type Step } from './scripted-fetch.js';

const ended: Job = {
  ...job,
  status: 'SUCCEEDED',
  finishedAt: '2026-11-23T10:00:05.000Z',
  result: {
    url: 'https://crm.example.com/api/v1/exports/tok',
    expiresAt: '2026-11-23T11:00:00.000Z',
    rows: 3,
  },
};
const soon = { 'retry-after': '0' };

function setUp(...steps: Step[]) {
  const { fetch, seen } = scriptedFetch(...steps);
  const fluenzr = createClient({
    baseUrl: 'https://crm.example.com',
    apiKey: () => 'token-0123456789',
    fetch,
  });
  return { fluenzr, seen };
}
const bytes = (...texts: string[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const text of texts) controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });

describe('jobs.wait', () => {
  it('asks as often as the server says, until the job has ended, and tells how it stands', async () => {
    const running = { ...job, status: 'RUNNING' };
    const { fluenzr } = setUp(json(job, 200, soon), json(running, 200, soon), json(ended));
    const statuses: string[] = [];
    const last = await fluenzr.jobs.wait('job_1', { onProgress: ({ status }) => statuses.push(status) });
    expect(last).to.deep.equal(ended);
    expect(statuses).to.deep.equal(['QUEUED', 'RUNNING', 'SUCCEEDED']);
  });

  it('gives a job that failed or was cancelled like any other', async () => {
    const { fluenzr } = setUp(json({ ...ended, status: 'FAILED' }));
    expect(await fluenzr.jobs.wait('job_1')).to.include({ status: 'FAILED' });
  });

  it('takes a wait that no timer holds for the longest that one does', async () => {
    const controller = new AbortController();
    const { fluenzr, seen } = setUp(json(job, 200, { 'retry-after': '99999999' }));
    const onProgress = () => setTimeout(() => controller.abort(), 20);
    const error = await rejection(fluenzr.jobs.wait('job_1', { signal: controller.signal, onProgress }));
    expect(error).to.be.instanceOf(AbortError);
    expect(seen, 'not asked again meanwhile').to.have.length(1);
  });

  it('ends at once with its signal', async () => {
    const controller = new AbortController();
    const { fluenzr, seen } = setUp(json(job, 200, { 'retry-after': '60' }));
    const onProgress = () => setTimeout(() => controller.abort());
    const error = await rejection(fluenzr.jobs.wait('job_1', { signal: controller.signal, onProgress }));
    expect(error).to.be.instanceOf(AbortError);
    expect(seen).to.have.length(1);
  });
});

describe('groups.exportCsv', () => {
  it('has the file made, then streams it without the key', async () => {
    const { fluenzr, seen } = setUp(
      json(job, 202),
      json({ ...job, progress: { ...job.progress, total: 3, processed: 1 } }, 200, soon),
      json(ended),
      new Response(bytes('email\r\n', 'ada@example.com\r\n')),
    );
    const told: unknown[] = [];
    const onProgress = (progress: unknown) => told.push(progress);
    const file = await fluenzr.groups.exportCsv('grp_1', { columns: ['email'], onProgress });
    expect(file).to.include({ rows: 3 });
    expect(file.job).to.deep.equal(ended);
    expect(seen, 'nothing is read before the program reads').to.have.length(3);
    // not every browser iterates over streams
    expect(await new Response(file.stream).text()).to.equal('email\r\nada@example.com\r\n');
    expect(JSON.parse(seen[0]!.body)).to.deep.equal({ columns: ['email'] });
    expect(seen[0]!.headers.get('idempotency-key')).to.be.a('string');
    expect(seen[3]).to.include({ method: 'GET', url: 'https://crm.example.com/api/v1/exports/tok' });
    expect([...seen[3]!.headers.keys()]).to.deep.equal([]);
    expect(told).to.deep.equal([
      { phase: 'making', jobId: job.id, rows: 1, totalRows: 3 },
      { phase: 'making', jobId: job.id, rows: 0, totalRows: 0 },
      { phase: 'reading', bytes: 7 },
      { phase: 'reading', bytes: 24 },
    ]);
  });

  it('gives the file as a Blob, also an empty one', async () => {
    const { fluenzr } = setUp(json(job, 202), json(ended), new Response(null));
    const blob = await (await fluenzr.groups.exportCsv('grp_1')).blob();
    expect(blob).to.include({ size: 0 });
    expect(blob.type).to.match(/^text\/csv/);
  });

  it('asks again for a file when the connection breaks before it begins', async () => {
    const { fluenzr } = setUp(
      json(job, 202),
      json(ended),
      new TypeError('Failed to fetch'),
      new Response('x'),
    );
    expect(await (await (await fluenzr.groups.exportCsv('grp_1')).blob()).text()).to.equal('x');
  });

  it('fails in the stream when it stalls, breaks off, or is gone', async () => {
    const stalled = new ReadableStream<Uint8Array>();
    const broken = new ReadableStream<Uint8Array>({ pull: (c) => c.error(new TypeError('network error')) });
    for (const [answer, type] of [
      [new Response(stalled), TimeoutError],
      [new Response(broken), ConnectionError],
      [problem(404, 'NOT_FOUND'), NotFoundError],
    ] as const) {
      const { fluenzr } = setUp(json(job, 202), json(ended), answer);
      const file = await fluenzr.groups.exportCsv('grp_1', { timeout: 300 });
      expect(await rejection(file.blob())).to.be.instanceOf(type);
    }
  });

  it("takes no proxy's page for the file", async () => {
    const page = new Response('<title>Sign in</title>', { headers: { 'content-type': 'text/html' } });
    const { fluenzr } = setUp(json(job, 202), json(ended), page);
    const error = await rejection((await fluenzr.groups.exportCsv('grp_1')).blob());
    expect(error).to.be.instanceOf(ResponseValidationError);
    expect((error as Error).message).to.contain('Sign in');
  });

  it('frees the connection when the program stops early, and ends with its signal', async () => {
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(10)),
      cancel: () => {
        cancelled = true;
      },
    });
    const { fluenzr } = setUp(json(job, 202), json(ended), new Response(endless));
    const file = await fluenzr.groups.exportCsv('grp_1');
    const reader = file.stream.getReader();
    await reader.read();
    await reader.cancel();
    expect(cancelled).to.equal(true);

    const controller = new AbortController();
    const other = setUp(json(job, 202), json(ended), new Response(new ReadableStream()));
    const { stream } = await other.fluenzr.groups.exportCsv('grp_1', { signal: controller.signal });
    const read = stream.getReader().read();
    controller.abort();
    expect(await rejection(read)).to.be.instanceOf(AbortError);
  });

  it('says so when the job ends without a file', async () => {
    const { fluenzr } = setUp(json(job, 202), json({ ...ended, status: 'CANCELLED', result: null }));
    const error = await rejection(fluenzr.groups.exportCsv('grp_1'));
    expect(error).to.be.instanceOf(FluenzRError).that.includes({ code: 'EXPORT_FAILED' });
    expect((error as Error).message).to.contain('CANCELLED');
  });
});

describe('imports.create', () => {
  const csv = 'E-mail\nada@example.com\n';
  const input = { mapping: { 'E-mail': 'email' }, groupId: 'grp_1', enroll: false };

  for (const [what, source] of [
    ['text', () => csv],
    ['a Blob', () => new Blob([csv])],
    ['a File', () => new File([csv], 'leads.csv', { type: 'application/vnd.ms-excel' })],
    ['a stream', () => new Blob([csv]).stream()],
  ] as const) {
    it(`sends ${what} as the body, again with the same key when it breaks`, async () => {
      const { fluenzr, seen } = setUp(new TypeError('Failed to fetch'), json(job, 202));
      expect(await fluenzr.imports.create(source(), input)).to.deep.equal(job);
      expect(seen.map(({ body }) => body)).to.deep.equal([csv, csv]);
      expect(seen[0]!.headers.get('idempotency-key')).to.equal(seen[1]!.headers.get('idempotency-key'));
      for (const { headers, url, method } of seen) {
        expect(method).to.equal('POST');
        expect(headers.get('content-type')).to.equal('text/csv');
        expect(headers.get('authorization')).to.equal('Bearer token-0123456789');
        const { pathname, searchParams } = new URL(url);
        expect(pathname).to.equal('/api/v1/imports');
        expect(Object.fromEntries(searchParams)).to.deep.equal({
          mapping: '{"E-mail":"email"}',
          groupId: 'grp_1',
          enroll: 'false',
        });
      }
    });
  }

  it('ends the wait for a stream that stalls with its signal', async () => {
    const controller = new AbortController();
    const { fluenzr, seen } = setUp();
    const call = fluenzr.imports.create(new ReadableStream(), input, { signal: controller.signal });
    controller.abort();
    expect(await rejection(call)).to.be.instanceOf(AbortError);
    expect(seen).to.have.length(0);
  });

  it('tells when all is sent', async () => {
    const { fluenzr } = setUp(json(job, 202));
    const told: unknown[] = [];
    await fluenzr.imports.create(csv, input, { onProgress: (progress) => told.push(progress) });
    expect(told.at(-1)).to.deep.equal({ bytes: csv.length, totalBytes: csv.length });
  });

  it('refuses what is no file and what is no mapping, before any request', async () => {
    const { fluenzr, seen } = setUp();
    for (const [source, query, field] of [
      [5, input, 'csv'],
      [csv, {}, 'mapping'],
      [csv, { ...input, onConflict: 'MAYBE' }, 'onConflict'],
    ] as const) {
      const error = (await rejection(
        fluenzr.imports.create(source as never, query as never),
      )) as InvalidInputError;
      expect(error).to.be.instanceOf(InvalidInputError);
      expect(error.fieldErrors).to.have.property(field);
    }
    expect(seen).to.have.length(0);
  });
});
