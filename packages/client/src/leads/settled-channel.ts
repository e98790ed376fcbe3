import { LeadError } from './lead-error.js';
import type { SettledLead } from './lead-settled-event.js';

/** What tabs of a site tell each other of a lead that does not wait any more. An error as such does not go through. */
export interface SettledMessage {
  readonly settled: Omit<SettledLead, 'error'>;
  /** What the error is made of. */
  readonly error: ConstructorParameters<typeof LeadError> | undefined;
}

/** The way that they tell it. */
export interface SettledChannel {
  onmessage: ((event: MessageEvent<SettledMessage>) => void) | null;
  postMessage(message: SettledMessage): void;
  close(): void;
}

export const packed = ({ error, ...settled }: SettledLead, url: string): SettledMessage => ({
  settled,
  error: error && [url, error.status, error.problem, error.retryAfter],
});

export const unpacked = ({ settled, error }: SettledMessage): SettledLead => ({
  ...settled,
  error: error && new LeadError(...error),
});
