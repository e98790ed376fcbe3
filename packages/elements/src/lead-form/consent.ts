import type { Lead } from '@fluenzr/client/leads';
import { CONSENT } from './input.js';
import type { FluenzrLeadForm } from './lead-form.js';
import type { LeadAddition } from './parts.js';

/**
 * What is sent as proof of a consent: the version, and the SHA-256 of the text that the visitor read. The hash is made
 * ahead, since a submit has no time to wait for it. Pages without TLS cannot make one, and send no consent.
 */
class Consent {
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

/** Sends the consent of the checkbox with the name `consent`, the element's own or the page's. */
export function attach(host: FluenzrLeadForm): LeadAddition {
  const consent = new Consent();
  const box = (): HTMLInputElement | null => host.querySelector(`form [name=${CONSENT}]`);
  const read = (): void => {
    const label = box()?.labels?.[0]?.textContent.trim();
    void consent.read(host.consent || (label ?? ''));
  };
  read();
  host.addEventListener('focusin', read);
  host.addEventListener('change', read);
  return () => {
    const proof = box()?.checked ? consent.proof(host.getAttribute('consent-version') ?? '') : undefined;
    return proof ? { consent: proof } : {};
  };
}
