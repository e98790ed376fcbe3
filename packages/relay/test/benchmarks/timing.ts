// Does the delay tell what FluenzR knows of an address? --each 1000
import { createWorld, lead, memoryStore } from '../world.js';
import { option, percentile } from './options.js';

const each = option('each', 1000);
const wide = { max: 1e9, seconds: 60 };
const { store } = await memoryStore();
const world = await createWorld({
  store,
  limit: wide,
  form: { limits: { network: wide, address: wide, form: wide } },
});
const statuses = [undefined, 'ACTIVE', 'UNSUBSCRIBED', 'BLOCKED'] as const;
const times = new Map(statuses.map((status) => [status, [] as number[]]));
const emailOf = (status: string | undefined, round: number) =>
  `${String(status).toLowerCase()}.${round}@fintech.example`;
for (let round = 0; round < each; round += 1) {
  for (const status of statuses.filter((status) => status !== undefined)) {
    const { id } = await world.fluenzr.contacts.create({ email: emailOf(status, round) });
    if (status !== 'ACTIVE') await world.fluenzr.contacts.update(id, { status });
  }
}
for (let round = 0; round < each; round += 1) {
  // each kind comes first, second … equally often
  for (const [turn] of statuses.entries()) {
    const status = statuses[(turn + round) % statuses.length];
    const started = performance.now();
    const response = await world.post(lead({ email: emailOf(status, round) }));
    times.get(status)?.push(performance.now() - started);
    if (response.status !== 202) throw new Error(`${response.status}`);
    await world.relay.work(); // so that the delivery of one does not delay the next
  }
}
// Mann-Whitney: how often a new address is slower than one of the other kind; 0.5 is "cannot be told apart"
const fresh = times.get(undefined) ?? [];
for (const [status, values] of times) {
  const slower = fresh.reduce((sum, time) => sum + values.filter((other) => time > other).length, 0);
  const share = slower / (fresh.length * values.length);
  const noise = 1.96 * Math.sqrt((fresh.length + values.length + 1) / (12 * fresh.length * values.length));
  console.log(
    `${(status ?? 'new').padEnd(13)} p50 ${percentile(values, 0.5).toFixed(3)} ms  p99 ${percentile(values, 0.99).toFixed(3)} ms` +
      (status
        ? `  new slower in ${(share * 100).toFixed(1)} % (50 ± ${(noise * 100).toFixed(1)} is noise)`
        : ''),
  );
}
await store.close();
