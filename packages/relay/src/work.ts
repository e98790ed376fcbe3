import { ConfirmMails } from './confirm-mail.js';
import { Delivery, type DeliveryParts } from './delivery.js';
import type { RelayConfig } from './config.js';
import { singleFlight } from './single-flight.js';
import type { Store } from './store/store.js';

/** How often what has expired is removed. */
const purgeEvery = 3_600_000;

/** What happens after the 202: leads and mails that are due go out, and what has expired is removed. */
export function backgroundWork(
  parts: Omit<DeliveryParts, 'store'> & Pick<RelayConfig, 'store' | 'mail' | 'publicUrl' | 'takesMail'>,
): () => Promise<void> {
  const { store, mail, publicUrl, takesMail, now } = parts;
  // without a store, everything happens before the answer
  if (!store) return () => Promise.resolve();
  const delivery = new Delivery({ ...parts, store });
  // a mail server that is slow must not hold up leads, so each has a flight of its own
  const jobs = [singleFlight(() => delivery.run()), purge(store, now)];
  if (mail && publicUrl !== undefined) {
    const mails = new ConfirmMails({ ...parts, store, mail, publicUrl, takesMail });
    jobs.push(singleFlight(() => mails.run()));
  }
  return async () => {
    await Promise.all(jobs.map((job) => job()));
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
