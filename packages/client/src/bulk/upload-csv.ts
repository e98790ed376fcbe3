import type { CoreOptions, RequestOptions } from '../options.js';
import type { ImportQuery } from '../schemas/import-query.js';
import type { Job } from '../schemas/job.js';
import { abortable } from '../transport/abort.js';
import type { Call } from '../transport/call.js';
import { invalidInput } from '../transport/failure.js';
import { collect } from './collect.js';

/** A CSV file: its text, a File or Blob, or a stream of its bytes. */
export type CsvSource = string | Blob | ReadableStream<Uint8Array<ArrayBuffer>>;

/** How to upload. */
export interface ImportOptions extends RequestOptions {
  /** Milliseconds for one try. 300,000 unless told otherwise: a file takes longer than a call. */
  timeout?: number | undefined;
  /** Milliseconds for all tries. 600,000 unless told otherwise. */
  totalTimeout?: number | undefined;
  /**
   * Hears how much is sent. Browsers tell nobody before the end, so there it is called once; it starts again at 0 when the
   * upload is tried again.
   */
  onProgress?: ((progress: { bytes: number; totalBytes: number }) => void) | undefined;
}

/** Request bodies can be streams in Node, Deno and Bun; browsers take them over HTTP/2 only, or not at all. */
const canStream = (): boolean =>
  (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node !== undefined;

/** Sends the file. A module of its own, loaded by the first import. */
export async function uploadCsv(
  call: Call,
  client: CoreOptions,
  csv: CsvSource,
  input: ImportQuery,
  { onProgress, ...options }: ImportOptions = {},
): Promise<Job> {
  if (!(typeof csv === 'string' || csv instanceof Blob || csv instanceof ReadableStream)) {
    throw invalidInput('csv', 'neither text nor a File, Blob or ReadableStream');
  }
  // a file has at most 50 MB: a stream is collected, so that an upload that breaks can be sent again
  const file =
    csv instanceof ReadableStream
      ? await abortable(options.signal ?? client.signal, () => collect(csv, 'text/csv'))
      : new Blob([csv]);
  const { size } = file;
  const streamed = onProgress && canStream();

  const body = () => {
    if (!streamed) return file;
    let bytes = 0;
    return file.stream().pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(chunk, controller) {
          bytes += chunk.byteLength;
          onProgress({ bytes, totalBytes: size });
          controller.enqueue(chunk);
        },
      }),
    );
  };
  // the transport speaks JSON: on its way out the request gets the file as its body, and the mapping as JSON
  const send = (request: Request) => {
    const url = new URL(request.url);
    url.searchParams.set('mapping', JSON.stringify(input.mapping));
    const headers = new Headers(request.headers);
    headers.set('content-type', 'text/csv');
    const init = { method: 'POST', headers, body: body(), duplex: 'half', redirect: 'manual' } as const;
    return (options.fetch ?? client.fetch ?? fetch)(new Request(url, { ...init, signal: request.signal }));
  };
  const job = await call(
    'POST /imports',
    { query: input },
    { timeout: 300_000, totalTimeout: 600_000, ...options, fetch: send },
  );
  if (!streamed) onProgress?.({ bytes: size, totalBytes: size });
  return job;
}
