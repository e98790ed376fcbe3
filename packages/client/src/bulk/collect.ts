type Bytes = Uint8Array<ArrayBuffer>;

/** Reads a stream into a Blob. (`new Response(stream).blob()` would hide the stream's error behind one of its own.) */
export async function collect(stream: ReadableStream<Bytes>, type: string): Promise<Blob> {
  const chunks: Bytes[] = [];
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(chunks, { type });
    chunks.push(value);
  }
}
