import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Loads what an element shows. The last call wins: one that is under way is ended. What was loaded stays while it is
 * loaded again, and when that fails. An element that leaves the page ends its request, and starts it anew when it
 * comes back.
 */
export class RemoteData<Data> implements ReactiveController {
  /** What was loaded last. */
  data: Data | undefined;
  /** Why the last try failed; `undefined` after one that succeeded. */
  error: unknown;
  /** When `data` came: milliseconds since 1970. */
  loadedAt = 0;

  #running: AbortController | undefined;
  #interrupted = false;

  /**
   * @param host the element
   * @param request asks for the data; its signal says when nobody waits for them any more
   * @param settled hears when a try has ended
   */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly request: (signal: AbortSignal) => Promise<Data>,
    private readonly settled: () => void = () => undefined,
  ) {
    host.addController(this);
  }

  /** Whether a request is under way. */
  get busy(): boolean {
    return this.#running !== undefined;
  }

  /** Loads, again where it was loaded before. */
  async load(): Promise<void> {
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    this.host.requestUpdate();
    const [data, error] = await this.request(running.signal).then(
      (loaded) => [loaded, undefined] as const,
      (reason: unknown) => [undefined, reason ?? new Error('The request failed.')] as const,
    );
    if (this.#running !== running) return;
    this.#running = undefined;
    this.error = error;
    if (error === undefined) {
      this.data = data;
      this.loadedAt = Date.now();
    }
    this.host.requestUpdate();
    this.settled();
  }

  /** Forgets everything: what comes next is something else. */
  forget(): void {
    this.#running?.abort();
    this.#running = this.data = this.error = undefined;
    this.#interrupted = false;
  }

  hostConnected(): void {
    if (this.#interrupted) void this.load();
    this.#interrupted = false;
  }

  hostDisconnected(): void {
    this.#interrupted = this.busy;
    this.#running?.abort();
    this.#running = undefined;
  }
}
