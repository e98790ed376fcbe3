import type { Lead } from './lead.js';

/** A lead on this device, until the endpoint has settled it. */
export interface KeptLead {
  readonly id: string;
  /** Where it goes. */
  readonly url: string;
  /** What is posted there. */
  readonly lead: Lead & { id: string };
  /** When it was submitted, in milliseconds since 1970, as all times here. */
  readonly madeAt: number;
  /** How often it was sent without being settled. */
  readonly tries: number;
  readonly triedAt: number;
  /** Milliseconds from `triedAt` to the next try. */
  readonly wait: number;
  /** The last answer's status; 0 when none came; undefined while a try may be under way. */
  readonly status?: number | undefined;
}

/** Safari deletes what scripts have stored after seven days without a visit: the page shall hear of it before. */
const longestAge = 6.5 * 86_400_000;

/** Whether a lead is too old to be sent. */
export const isExpired = ({ madeAt }: KeptLead, now: number): boolean => now - madeAt >= longestAge;

/**
 * Whether the next try is due. Where no answer came last time, it is as soon as something wakes the page: there may be a
 * network again. A clock that was set back makes it due as well.
 */
export const isDue = ({ triedAt, wait, status }: KeptLead, now: number, woken: boolean): boolean =>
  now < triedAt || now >= triedAt + wait || (woken && status === 0);

/**
 * Milliseconds to wait after so many tries: 2, 4, 8 seconds and so on to 15 minutes, of which a random part of at most
 * half is taken off, so that the visitors of a site that was down do not come back in one moment.
 */
export const backOff = (tries: number, random: number): number =>
  Math.min(900_000, 1000 * 2 ** tries) * (1 - random / 2);
