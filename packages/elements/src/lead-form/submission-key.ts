import { leadId } from '@fluenzr/client/leads';
import type { LeadFormInput } from './input.js';

/**
 * The id of a filled form, under which it is taken once. The same input gets the same key however often the visitor tries, so that a
 * lead whose answer was lost on the way is not made twice. A changed input is another request and gets another key:
 * the backend refuses a key that comes back with a different body (`IDEMPOTENCY_KEY_REUSED`).
 */
export class SubmissionKey {
  #key = '';
  #input = '';

  /** The key to send this input with. */
  for(input: LeadFormInput): string {
    const text = JSON.stringify(input);
    if (text !== this.#input) {
      this.#input = text;
      this.#key = leadId();
    }
    return this.#key;
  }

  /**
   * The backend has given its final answer, accepted or refused: the next try is a new request. After a refusal the
   * old key would only bring the stored refusal back, even when the cause has been cured meanwhile.
   */
  settle(): void {
    this.#input = '';
  }
}
