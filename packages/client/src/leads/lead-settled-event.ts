import type { Lead } from './lead.js';
import type { LeadError } from './lead-error.js';

/** What became of a lead that waited. */
export interface SettledLead {
  /** `refused`: for good, see `error`. `expired`: it could not be sent for 6.5 days, and was given up. */
  outcome: 'accepted' | 'refused' | 'expired';
  lead: Lead & { id: string };
  /** If it was accepted. */
  receiptId?: string | undefined;
  /** If it was refused. */
  error?: LeadError | undefined;
}

/**
 * `fluenzr-lead-settled`, fired at the window: a lead that waited on this device does not wait any more.
 *
 * @example
 * ```ts
 * addEventListener('fluenzr-lead-settled', ({ settled }) => console.log(settled.lead.id, settled.outcome));
 * ```
 */
export class LeadSettledEvent extends Event {
  readonly settled: SettledLead;

  constructor(settled: SettledLead) {
    super('fluenzr-lead-settled');
    this.settled = settled;
  }
}

declare global {
  interface WindowEventMap {
    'fluenzr-lead-settled': LeadSettledEvent;
  }
}
