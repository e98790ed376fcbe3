import { type ConfirmMailParts, ConfirmMails } from './confirm-mail.js';
import { Delivery, type DeliveryParts } from './delivery.js';
import type { RelayConfig } from './config.js';
import { singleFlight } from './single-flight.js';
import type { Store } from './store/store.js';

/** How often what has expired is removed. */
const purgeEvery = 60_000;

/** What the work on a store is done with. */
export type WorkParts = DeliveryParts &
  Pick<ConfirmMailParts, 'keyOf'> &
  Pick<RelayConfig, 'mail' | 'publicUrl' | 'takesMail'>;

/**
 * What happens after the 202: leads and mails that are due go out, and what has expired is removed. What fails is logged,
 * and is due again.
 */
export function backgroundWork(parts: WorkParts): () => Promise<void> {
  const { store, mail, publicUrl, takesMail, log, now } = parts;
  const delivery = new Delivery(parts);
  // a mail server that is slow must not hold up leads, so each has a flight of its own
  const flight = (job: () => Promise<void>) =>
    singleFlight(() => job().catch((error: unknown) => log.error('work_failed', { message: String(error) })));
  const jobs = [() => delivery.run(), flight(purge(store, now))];
  if (mail && publicUrl !== undefined) {
    const mails = new ConfirmMails({ ...parts, mail, publicUrl, takesMail });
    jobs.push(flight(() => mails.run()));
  }

  const running = new Set<Promise<void>>();
  let idle: Promise<void> | undefined;
  const untilIdle = async () => {
    while (running.size > 0) await Promise.all(running);
    idle = undefined;
  };
  return () => {
    for (const job of jobs) {
      const promise = job();
      // a relay that is never idle must not attach something to a job's promise with every submission
      if (running.has(promise)) continue;
      running.add(promise);
      void promise.finally(() => running.delete(promise));
    }
    return (idle ??= untilIdle());
  };
}

function purge(store: Store, now: () => number): () => Promise<void> {
  let dueAt = 0;
  return async () => {
    if (now() < dueAt) return;
    dueAt = now() + purgeEvery;
    await store.purge(now());
  };
}
