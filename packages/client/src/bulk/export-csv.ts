import type { CoreOptions, RequestOptions } from '../options.js';
import type { ExportCreate } from '../schemas/export-create.js';
import type { Job } from '../schemas/job.js';
import { abortable } from '../transport/abort.js';
import type { Call } from '../transport/call.js';
import { Failure } from '../transport/failure.js';
import { randomId } from '../transport/random-id.js';
import { send } from '../transport/send.js';
import { collect } from './collect.js';
import { waitForJob } from './wait-for-job.js';

/**
 * How far an export has come: first the server makes the file, then the program reads it. The job that makes the file can be
 * cancelled (`jobs.cancel`); a `signal` ends only the waiting for it.
 */
export type ExportProgress =
  { phase: 'making'; jobId: string; rows: number; totalRows: number } | { phase: 'reading'; bytes: number };

/** What to export, and how. The options of a request hold for each request that it takes. */
export interface ExportCsvOptions extends RequestOptions {
  /** Contact members or `fields.key`, in the order of the columns; all of them unless told otherwise. */
  columns?: ExportCreate['columns'];
  /** Hears how far it has come. */
  onProgress?: ((progress: ExportProgress) => void) | undefined;
}

/** A CSV file that the server has made. It is read once: as a stream or as a Blob. */
export interface CsvExport {
  /** The job that made it. */
  job: Job;
  /** Contacts in the file. */
  rows: number;
  /** The file, requested and read as this is read: however large it is, it is never held in memory. */
  stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Reads the whole file. */
  blob: () => Promise<Blob>;
}

/** Has the server make the file, and gives it to be read. A module of its own, loaded by the first export. */
export async function exportCsv(
  call: Call,
  client: CoreOptions,
  groupId: string,
  { columns, onProgress, ...options }: ExportCsvOptions = {},
): Promise<CsvExport> {
  const body = columns ? { columns } : {};
  const { id } = await call('POST /groups/{id}/actions/export', { path: { id: groupId }, body }, options);
  const job = await waitForJob(call, id, {
    ...options,
    onProgress: ({ progress }) =>
      onProgress?.({ phase: 'making', jobId: id, rows: progress.processed, totalRows: progress.total }),
  });
  const { url, rows } = job.result ?? {};
  if (typeof url !== 'string') {
    throw new Failure('FluenzRError', `The export ended as ${job.status}, without a file (job ${id}).`, {
      code: 'EXPORT_FAILED',
    });
  }
  const file = readFile(new URL(url, client.baseUrl).href, { ...client, ...options });
  let bytes = 0;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const { done, value } = await file.next();
        if (done) {
          controller.close();
          return;
        }
        bytes += value.byteLength;
        onProgress?.({ phase: 'reading', bytes });
        controller.enqueue(value);
      },
      cancel: () => file.return().then(() => undefined),
    },
    { highWaterMark: 0 }, // nothing is read ahead of the program
  );
  return { job, rows: Number(rows), stream, blob: () => collect(stream, 'text/csv;charset=utf-8') };
}

/** Requests a file and gives its bytes as they come. `timeout` holds until the first, and between any two. */
async function* readFile(
  url: string,
  options: CoreOptions & RequestOptions,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const label = 'GET export file';
  const requestId = randomId();
  const { timeout = 10_000 } = options;
  let file = new Blob().stream();

  // send() would read the body to its end: it is shown an empty answer in its place
  const open = async (request: Request) => {
    request.headers.delete('authorization'); // the address is the permission
    const response = await (options.fetch ?? fetch)(request);
    // a proxy's page is no CSV file: send() refuses it, and shows how it begins
    if (!response.ok || response.headers.get('content-type')?.includes('html')) return response;
    if (response.body) file = response.body;
    return new Response('{}', { headers: response.headers });
  };
  await send(label, url, { method: 'GET' }, requestId, () => Promise.resolve(requestId), {
    ...options,
    fetch: open,
  });
  const reader = file.getReader();

  const read = () => {
    let timer: ReturnType<typeof setTimeout>;
    return new Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>>((resolve, reject) => {
      timer = setTimeout(
        () => reject(new Failure('TimeoutError', `${label}: stalled for ${timeout} ms`, { requestId })),
        timeout,
      );
      reader
        .read()
        .then(resolve, (cause: unknown) =>
          reject(new Failure('ConnectionError', `${label}: ${String(cause)}`, { requestId, cause })),
        );
    }).finally(() => clearTimeout(timer));
  };
  try {
    for (;;) {
      const { done, value } = await abortable(options.signal, read);
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => undefined); // frees the connection when the program stops early
  }
}
