// `npm run bench:client`: the CPU that a call of the SDK takes beside ky alone; memory and speed of createMany and
// exportCsv beside bare fetch. Everything answers from memory: the network would hide the differences.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createClient as createFullClient } from '@fluenzr/client';
import { contacts } from '@fluenzr/client/contacts';
import { createClient } from '@fluenzr/client/core';
import ky from 'ky';
import { type Figure, printFigures, race } from './table.js';
import { report } from './report.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const baseUrl = 'https://crm.example.com';
const apiKey = 'fk_live_0123456789abcdef';
const moment = '2026-11-23T10:00:00.000Z';
const answer = JSON.stringify({
  ...{ id: 'con_1', email: 'ada@example.com', emailStatus: 'VALID', firstName: 'Ada', lastName: null },
  ...{ status: 'ACTIVE', language: null, tags: ['vip'], fields: {}, groups: [], version: 1 },
  ...{ createdAt: moment, updatedAt: moment, lastEngagedAt: null },
  enrollments: [{ campaignId: 'cmp_1', status: 'ENROLLED' }],
});
const input = { email: 'ada@example.com', firstName: 'Ada', groupId: 'grp_1' };
const jsonHeaders = { 'content-type': 'application/json' };

/** Seconds that a work takes, and the most live heap, in bytes, that it adds; `look` is called at its milestones. */
async function weigh(
  work: (look: () => void) => Promise<unknown>,
): Promise<{ seconds: number; growth: number }> {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  let most = before;
  let looking = 0;
  const started = performance.now();
  await work(() => {
    const begun = performance.now();
    collectGarbage();
    most = Math.max(most, process.memoryUsage().heapUsed);
    looking += performance.now() - begun;
  });
  return { seconds: (performance.now() - started - looking) / 1000, growth: most - before };
}

// --- one call

const fetch = () => Promise.resolve(new Response(answer, { status: 201, headers: jsonHeaders }));
const lean = createClient({ resources: { contacts }, baseUrl, apiKey, fetch });
const full = createFullClient({ baseUrl, apiKey, fetch });
const headers = { authorization: `Bearer ${apiKey}` };
const kyAlone = () =>
  ky
    .post(`${baseUrl}/api/v1/contacts`, {
      json: input,
      headers,
      fetch,
      retry: { limit: 3, methods: ['post'] },
    })
    .json();

const times = 500;
const repeat = (work: () => Promise<unknown>) => async () => {
  for (let count = 0; count < times; count += 1) await work();
};
const [leanTime = 0, fullTime = 0, kyTime = 0] = await race(
  repeat(() => lean.contacts.create(input)),
  repeat(() => full.contacts.create(input)),
  repeat(kyAlone),
);
const call = { other: kyTime, otherName: 'ky alone, with retries' };
const figures: Figure[] = [
  { name: `${String(times)} calls, core`, ours: leanTime, ...call, atMost: 1.25 },
  { name: `${String(times)} calls, all checked`, ours: fullTime, ...call },
];

// --- 100,000 contacts created

const count = 100_000;
function* people() {
  for (let index = 0; index < count; index += 1)
    yield { email: `person${String(index)}@example.com`, firstName: 'Ada' };
}
const batchAnswer = async (request: Request) => {
  const { items } = (await request.json()) as { items: unknown[] };
  const results = items.map((_, index) => ({ index, status: 'CREATED', id: `con_${String(index)}` }));
  return Response.json({ results });
};
const creating = createClient({ resources: { contacts }, baseUrl, apiKey, fetch: batchAnswer });
const created = await weigh((look) => creating.contacts.createMany(people(), { onProgress: look }));
const createdBare = await weigh(async (look) => {
  let items: unknown[] = [];
  for (const person of people()) {
    if (items.push(person) < 1000) continue;
    const body = JSON.stringify({ items });
    await (
      await batchAnswer(new Request(`${baseUrl}/api/v1/contacts/batch`, { method: 'POST', body }))
    ).json();
    items = [];
    look();
  }
});

// --- 1,000,000 contacts exported

const rows = 1_000_000;
const part = new TextEncoder().encode(
  'ada@example.com,Ada,Lovelace,Analytical Engines,2026-11-23T10:00:00.000Z\r\n'.repeat(1000),
);
const file = () => {
  let parts = rows / 1000;
  return new ReadableStream<Uint8Array>({
    pull: (controller) => ((parts -= 1) < 0 ? controller.close() : controller.enqueue(part)),
  });
};
const progress = { total: rows, processed: rows, succeeded: rows, skipped: 0, failed: 0 };
const job = {
  ...{ id: 'job_1', type: 'EXPORT', status: 'SUCCEEDED', progress, createdAt: moment, startedAt: moment },
  ...{ finishedAt: moment, expiresAt: moment, result: { url: `${baseUrl}/file`, expiresAt: moment, rows } },
};
const exporting = createFullClient({
  baseUrl,
  apiKey,
  fetch: (request) =>
    Promise.resolve(request.url.endsWith('/file') ? new Response(file()) : Response.json(job)),
});
const read = async (stream: ReadableStream<Uint8Array>, look: () => void) => {
  const reader = stream.getReader();
  for (let parts = 1; !(await reader.read()).done; parts += 1) if (parts % 100 === 0) look();
};
const exported = await weigh(async (look) => read((await exporting.groups.exportCsv('grp_1')).stream, look));
const exportedBare = await weigh((look) => read(file(), look));

printFigures('SDK', figures);
console.log('\nMany (seconds on the clock; heap that is live at once)\n');
for (const [name, ours, bare, items] of [
  ['createMany, 100,000 contacts', created, createdBare, count],
  ['exportCsv, 1,000,000 rows', exported, exportedBare, rows],
] as const) {
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  const speed = ({ seconds }: { seconds: number }) =>
    `${Math.round(items / seconds).toLocaleString('en')} rows/s`;
  report({
    name,
    figures: {
      'ours, heap': megabytes(ours.growth),
      'ours, speed': speed(ours),
      'bare fetch, heap': megabytes(bare.growth),
      'bare fetch, speed': speed(bare),
    },
    limit: 'heap 50 MB',
  });
  const verdict = ours.growth < 50e6 ? '(below 50 MB)' : 'BEYOND 50 MB';
  console.log(
    `${name.padEnd(34)}${megabytes(ours.growth).padStart(9)} ${verdict}  ${speed(ours)}; bare fetch ${speed(bare)}, ${megabytes(bare.growth)}`,
  );
  if (ours.growth >= 50e6) process.exitCode = 1;
}
