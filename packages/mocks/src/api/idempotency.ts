import { ProblemError, refuseAt } from '../problem.js';
import { hashText } from '../random.js';
import type { StoredAnswerRow } from '../store/rows.js';
import type { Store } from '../store/store.js';

const keptFor = 24 * 60 * 60_000;
const longestKey = 255;

/** Routes that nobody should run twice by accident. */
const keyRequired = new Set(['POST /groups/{id}/actions/delete-contacts']);

/** The answers of POST requests that carried an `Idempotency-Key`, kept for 24 hours on the backend's clock. */
export class IdempotentAnswers {
  readonly #store: Store;
  readonly #running = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
  }

  /**
   * Begins a request with a key, before its body is read. Null for a request without one.
   *
   * @throws ProblemError `IDEMPOTENCY_KEY_IN_USE` (409 with `Retry-After`) while one with the same key is running.
   */
  begin(route: string, path: string, key: string | null): IdempotentRequest | null {
    if (!route.startsWith('POST ')) return null;
    if (key === null) {
      if (!keyRequired.has(route)) return null;
      throw new ProblemError(
        400,
        'IDEMPOTENCY_KEY_REQUIRED',
        'This request needs an Idempotency-Key header.',
      );
    }
    if (key === '' || key.length > longestKey) {
      throw new ProblemError(
        400,
        'MALFORMED_REQUEST',
        `An Idempotency-Key has 1 to ${longestKey} characters.`,
      );
    }
    const id = `${path} ${key}`;
    if (this.#running.has(id)) {
      throw new ProblemError(
        409,
        'IDEMPOTENCY_KEY_IN_USE',
        'A request with this Idempotency-Key is still running. Ask again shortly.',
        { headers: { 'Retry-After': '1' } },
      );
    }
    this.#running.add(id);
    return new IdempotentRequest(this.#store, id, () => this.#running.delete(id));
  }
}

/** One request with an `Idempotency-Key`. */
export class IdempotentRequest {
  readonly #store: Store;
  readonly #id: string;
  /** To be called when the request is answered, whatever the answer. */
  readonly end: () => void;

  constructor(store: Store, id: string, end: () => void) {
    this.#store = store;
    this.#id = id;
    this.end = end;
  }

  /**
   * The answer that the key already has, if any.
   *
   * @throws ProblemError `IDEMPOTENCY_KEY_REUSED` (422) when it answered another body.
   */
  storedAnswer(body: string): StoredAnswerRow | undefined {
    const stored = this.#store.storedAnswers.get(this.#id);
    if (!stored || stored.expiresAt <= this.#store.clock.now()) return undefined;
    if (stored.bodyHash === hashOf(body)) return stored;
    throw refuseAt(
      '',
      422,
      'IDEMPOTENCY_KEY_REUSED',
      'This Idempotency-Key was used for another body. Take a new key for a new request.',
    );
  }

  /**
   * Keeps the answer, in the transaction that made it. Refusals are not kept: they changed nothing, and the same
   * request may well succeed once its cause is gone.
   */
  keep(requestBody: string, answer: Pick<StoredAnswerRow, 'status' | 'headers' | 'body'>): void {
    const now = this.#store.clock.now();
    for (;;) {
      const oldest = this.#store.storedAnswersByExpiry.list('').first;
      if (!oldest || oldest.expiresAt > now) break;
      this.#store.storedAnswers.delete(oldest.id);
    }
    this.#store.storedAnswers.put({
      id: this.#id,
      bodyHash: hashOf(requestBody),
      expiresAt: now + keptFor,
      ...answer,
    });
  }
}

const hashOf = (body: string) => `${body.length} ${hashText(body)} ${hashText(`again ${body}`)}`;
