import { retryAfter } from '../transport/retry.js';
import type { KeptLead } from './kept-lead.js';
import { LeadError } from './lead-error.js';

/** How one try to send a lead ended. */
export interface Answer {
  /**
   * `later`: it can be sent again, and must be. `foreign`: a success, but not of a form endpoint, such as the page of a
   * proxy.
   */
  readonly verdict: 'accepted' | 'later' | 'refused' | 'foreign';
  readonly receiptId?: string | undefined;
  /** Unless it was accepted. */
  readonly error?: LeadError | undefined;
}

/**
 * Posts a lead. The request outlives the page, and needs no preflight: JSON, sent as plain text. Never rejects.
 *
 * @param now for a `Retry-After` that names a time
 * @param body what to send in its place, such as the lead as a plain form
 */
export async function sendLead(
  { url, lead }: KeptLead,
  fetch: typeof globalThis.fetch,
  now: number,
  body: BodyInit = JSON.stringify(lead),
): Promise<Answer> {
  let status = 0;
  let content: unknown;
  let wait: number | undefined;
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { accept: 'application/json' }, // a plain form would be answered with a page
      keepalive: true,
      signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    status = response.status;
    wait = retryAfter(status, response.headers, now);
    content = JSON.parse(text);
  } catch {
    // no answer, or one that is no JSON
  }
  const { receiptId } = Object(content) as { receiptId?: string };
  if (status < 300 && receiptId) return { verdict: 'accepted', receiptId };
  const error = new LeadError(url, status, content, wait);
  if (/^(0|408|409|425|429|5..)$/.test(String(status))) return { verdict: 'later', error };
  return { verdict: status < 400 ? 'foreign' : 'refused', error };
}
