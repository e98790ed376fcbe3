import type { Attribution } from './attribution.js';

/** What a visitor has filled in, as the endpoint takes it. */
export interface Lead {
  /** The UUID of this filled form. Left out, one is made: then a repeated call is another lead. */
  id?: string;
  email: string;
  firstName?: string;
  lastName?: string;
  /** Answers to the questions that the form record has beside e-mail and names. */
  fields?: Record<string, string | number | readonly string[]>;
  /** What the visitor agreed to: the version, the SHA-256 of its text in hexadecimal, and when. */
  consent?: { version: string; textHash: string; at: string };
  attribution?: Attribution;
  /** What the form's challenge asks for, solved: a proof of work, or the token of a captcha. */
  challenge?: string;
  /** When the visitor began (ISO 8601). */
  startedAt?: string;
}
