/**
 * How tabs of a site tell each other of leads that do not wait any more. A part of its own: few visits need it.
 *
 * @module
 */
import { LeadError } from './lead-error.js';
import { LeadSettledEvent, type SettledLead } from './lead-settled-event.js';
import type { OutboxScope } from './outbox.js';

/** What is told. An error as such does not go through a channel. */
export interface SettledMessage {
  readonly settled: Omit<SettledLead, 'error'>;
  /** What the error is made of. */
  readonly error: ConstructorParameters<typeof LeadError> | undefined;
}

/** The browser's `BroadcastChannel`, as far as it is used. */
export interface SettledChannel {
  onmessage: ((event: MessageEvent<SettledMessage>) => void) | null;
  postMessage(message: SettledMessage): void;
  close(): void;
}

const open = ({ BroadcastChannel }: OutboxScope): SettledChannel | undefined =>
  BroadcastChannel && new BroadcastChannel('fluenzr-leads');

/** Tells the other tabs. */
export function tell(scope: OutboxScope, { error, ...settled }: SettledLead, url: string): void {
  const channel = open(scope);
  channel?.postMessage({
    settled,
    error: error && [url, error.status, error.problem, error.retryAfter],
  });
  channel?.close();
}

/** Fires the event here when another tab has settled a lead that this page has been told is saved. */
export function hear(scope: OutboxScope, promised: Set<string>): void {
  const channel = open(scope);
  if (!channel) return;
  scope.addEventListener('fluenzr-lead-settled', (event) =>
    promised.delete((event as Event & { settled: SettledLead }).settled.lead.id),
  );
  channel.onmessage = ({ data: { settled, error } }) => {
    if (promised.has(settled.lead.id))
      scope.dispatchEvent(new LeadSettledEvent({ ...settled, error: error && new LeadError(...error) }));
  };
}
