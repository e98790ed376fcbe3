import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Store } from '../src/index.js';
import { createWorld, lead } from './world.js';

/** The heap after each batch of submissions, when all were delivered and the garbage is collected. */
export async function heapAfter(
  batches: readonly number[],
  { seen = () => undefined, store }: { seen?: (sent: number, heap: number) => void; store: Store },
): Promise<number[]> {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const wide = { max: 1e9, seconds: 60 };
  const answer = JSON.stringify({ id: 'con_1', enrollments: [] });
  const world = await createWorld({
    store,
    limit: wide,
    form: { limits: { network: wide, address: wide, form: wide } },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    upstream: {
      baseUrl: 'https://crm.example.com',
      apiKey: 'key',
      fetch: () =>
        Promise.resolve(
          new Response(answer, { status: 201, headers: { 'content-type': 'application/json' } }),
        ),
    },
  });
  const heaps: number[] = [];
  let sent = 0;
  for (const batch of batches) {
    for (let done = 0; done < batch; done += 100) {
      const responses = await Promise.all(
        Array.from({ length: Math.min(100, batch - done) }, () => world.post(lead())),
      );
      if (responses.some(({ status }) => status !== 202)) throw new Error('A submission was refused.');
      world.clock.advance(1000);
    }
    sent += batch;
    await world.relay.work();
    // a month later nothing is kept of them
    world.clock.advance(31 * 86_400_000);
    await world.relay.work();
    collectGarbage();
    heaps.push(process.memoryUsage().heapUsed);
    seen(sent, heaps.at(-1) ?? 0);
  }
  return heaps;
}
