// `npm run bench:smart-groups`: 100,000 contacts and 200 smart groups. What a change of one contact costs, with the groups
// that it can concern re-evaluated, as a request to the API from its parsing to the answer's JSON.
import { createMockBackend } from '@fluenzr/mocks';
import { report } from './report.js';

const contactCount = 100_000;
const groupCount = 200;
const mostMilliseconds = 5;

const backend = createMockBackend({ rateLimit: Infinity });
const headers = { Authorization: `Bearer ${backend.apiKey}`, 'Content-Type': 'application/json' };

async function call(line: string, body?: object): Promise<Record<string, unknown>> {
  const [method = '', path = ''] = line.split(' ');
  const response = await backend.fetch(`https://crm.example.com/api/v1${path}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${line}: ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}

/** CPU milliseconds that a piece of work takes. */
async function cpu(work: () => unknown): Promise<number> {
  const started = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

await call('POST /fields', { key: 'seats', name: 'Seats', type: 'number' });
await call('POST /fields', { key: 'company', name: 'Company', type: 'text' });
const ids: string[] = [];
for (let start = 0; start < contactCount; start += 1000) {
  const items = Array.from({ length: Math.min(1000, contactCount - start) }, (_, index) => ({
    email: `person${String(start + index)}@example.com`,
    firstName: 'Ada',
    tags: [`tag${String((start + index) % 50)}`],
    fields: { seats: (start + index) % 1000, company: `Company ${String((start + index) % 700)}` },
  }));
  const { results } = (await call('POST /contacts/batch', { items })) as { results: { id: string }[] };
  ids.push(...results.map(({ id }) => id));
}
// Every group reads the tag, the seats and the name: a change of the first two below concerns all 200.
for (let index = 0; index < groupCount; index += 1) {
  await call('POST /groups', {
    name: `Smart ${String(index)}`,
    type: 'SMART',
    query: `(tag = tag${String(index % 50)} OR company ~ "${String(index + 100)}") AND seats > ${String(index * 4)} AND name ~ ada`,
  });
}
const evaluation = (await cpu(() => backend.clock.advance(1000))) / groupCount;

const changes: [name: string, body: (round: number) => object][] = [
  ['a tag, which all 200 groups read', (round) => ({ tags: [`tag${String(round % 50)}`] })],
  ['a number, which all 200 groups read', (round) => ({ fields: { seats: (round * 37) % 1000 } })],
  ['the language, which none reads', (round) => ({ language: round % 2 === 0 ? 'fr' : 'de' })],
];

console.log(
  `\nSmart groups: ${String(groupCount)} of them, ${contactCount.toLocaleString('en')} contacts (node ${process.version}; CPU milliseconds)\n`,
);
report({ name: 'first evaluation of a group', figures: { 'CPU ms': evaluation.toFixed(1) } });
console.log(`  first evaluation of a group      ${evaluation.toFixed(1)}`);
for (const [name, body] of changes) {
  const rounds = 300;
  const patch = (round: number) =>
    call(`PATCH /contacts/${ids[(round * 7919) % ids.length] ?? ''}`, body(round));
  for (let round = 0; round < 50; round += 1) await patch(round); // warms up
  const each =
    (await cpu(async () => {
      for (let round = 50; round < 50 + rounds; round += 1) await patch(round);
    })) / rounds;
  report({
    name: `change ${name}`,
    figures: { 'CPU ms': each.toFixed(3) },
    limit: `${String(mostMilliseconds)} ms`,
  });
  console.log(`  change ${name.padEnd(36)} ${each.toFixed(3)}  (at most ${String(mostMilliseconds)})`);
  if (each > mostMilliseconds) process.exitCode = 1;
}
