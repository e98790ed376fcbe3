import { createHash } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';

/**
 * The socket in a data directory is two things: whoever listens on it holds the directory (the system ends that with the
 * process, however it dies, so that no stale lock is left), and commands reach the running relay through it.
 */
export interface ControlServer {
  /** Answers commands from now on. */
  serve(handler: (command: unknown) => Promise<unknown>): void;
  close(): Promise<void>;
}

function socketPath(directory: string): string {
  const full = path.resolve(directory);
  if (process.platform === 'win32') {
    return `\\\\.\\pipe\\fluenzr-relay-${createHash('sha256').update(full).digest('hex').slice(0, 32)}`;
  }
  const file = path.join(full, 'relay.sock');
  const relative = path.relative(process.cwd(), file);
  const shorter = relative.length < file.length ? relative : file;
  if (Buffer.byteLength(shorter) > 100) {
    throw new Error(`The path of the data directory is too long for a socket (100 bytes): ${directory}`);
  }
  return shorter;
}

/**
 * Takes a data directory for this process.
 *
 * @throws Error when another process has it.
 */
export async function claimSocket(directory: string): Promise<ControlServer> {
  const file = socketPath(directory);
  if (await isServed(file)) throw new Error(`Another relay uses the data directory ${directory}.`);
  if (process.platform !== 'win32') removeStale(file);
  let answer: ((command: unknown) => Promise<unknown>) | undefined;
  const answerTo = async (socket: net.Socket): Promise<unknown> => {
    try {
      const command: unknown = JSON.parse(await readAll(socket));
      return { value: await answer?.(command) };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  };
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => undefined); // whoever asked is gone
    void answerTo(socket).then((result) => socket.end(JSON.stringify(result)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(file, resolve);
  });
  server.unref();
  return {
    serve(handler) {
      answer = handler;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/**
 * Sends a command to the relay that holds a data directory; undefined where none runs.
 *
 * @throws Error with what the relay says went wrong.
 */
export async function sendCommand(
  directory: string,
  command: unknown,
): Promise<{ value: unknown } | undefined> {
  const socket = await connect(socketPath(directory));
  if (!socket) return undefined;
  socket.end(JSON.stringify(command));
  const result = JSON.parse(await readAll(socket)) as { value?: unknown; error?: string };
  if (result.error !== undefined) throw new Error(result.error);
  return { value: result.value };
}

const connect = (file: string): Promise<net.Socket | undefined> =>
  new Promise((resolve) => {
    const socket = net.connect({ path: file, allowHalfOpen: true });
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });

async function isServed(file: string): Promise<boolean> {
  const socket = await connect(file);
  socket?.destroy();
  return socket !== undefined;
}

/** The socket file of a process that was killed stays behind, and nobody answers on it. */
function removeStale(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Everything that the other side sends. Not an async loop over the socket: its end would close the other direction too. */
const readAll = (socket: net.Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (text += chunk));
    socket.once('end', () => resolve(text));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('The other side is gone.')));
  });
