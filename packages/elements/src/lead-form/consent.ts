import type { Lead } from '@fluenzr/client/leads';

/**
 * What is sent as proof of a consent: the version, and the SHA-256 of the text that the visitor read. The hash is made
 * ahead, since a submit has no time to wait for it. Pages without TLS cannot make one, and send no consent.
 */
export class Consent {
  #text = '';
  #hash = '';

  /** Takes the text that the visitor reads. */
  async read(text: string): Promise<void> {
    if (text === this.#text) return;
    this.#text = text;
    this.#hash = '';
    const { subtle } = crypto as { subtle?: SubtleCrypto };
    const bytes = new Uint8Array((await subtle?.digest('SHA-256', new TextEncoder().encode(text))) ?? []);
    const hash = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    if (text === this.#text) this.#hash = hash;
  }

  /** The proof of a consent given now, if there can be one. */
  proof(version: string): Lead['consent'] {
    return this.#hash ? { version, textHash: this.#hash, at: new Date().toISOString() } : undefined;
  }
}
