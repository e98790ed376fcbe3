// `npm run bench:mocks`: the mock backend at 100,000 contacts in 200 groups, beside @msw/data and a bare Map, and how
// many contacts a second it takes over HTTP.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createMockBackend, type MockBackend } from '@fluenzr/mocks';
import { Collection } from '@msw/data';
import * as z from 'zod/mini';
import { Clock } from '../../mocks/src/clock.js';
import { takeInContact } from '../../mocks/src/domain/contacts.js';
import { createGroup } from '../../mocks/src/domain/groups.js';
import { Store } from '../../mocks/src/store/store.js';
import { report } from './report.js';

const groupCount = 200;
const origin = 'http://crm.example.com/api/v1';

/** One kind of work, in CPU milliseconds for doing it once. */
interface Row {
  name: string;
  ours: number;
  map?: number;
  mswData?: number;
  /** What ours may take: milliseconds, or times the bare Map. */
  limit?: { milliseconds: number } | { timesMap: number };
}

const emailOf = (index: number) => `person${String(index)}@example.com`;

/** CPU milliseconds that a piece of work takes, all told. */
async function cpu(work: () => unknown): Promise<number> {
  const started = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** The same for one of many times: after a warm-up, so that what is built on first use counts as what it is, once. */
async function cpuOfOne(times: number, work: (time: number) => unknown): Promise<number> {
  for (let time = 0; time < Math.min(times, 20); time += 1) await work(time);
  const all = await cpu(async () => {
    for (let time = 0; time < times; time += 1) await work(time);
  });
  return all / times;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

// --- the bare Map: what somebody would write for one test

class BareMap {
  readonly contacts = new Map<string, { id: string; email: string; status: string }>();
  readonly byEmail = new Map<string, { id: string }>();
  readonly members = new Map<string, Set<string>>();
  readonly groupsOf = new Map<string, Set<string>>();

  create(email: string, groupId: string): void {
    if (this.byEmail.has(email)) throw new Error('taken');
    const now = new Date().toISOString();
    const contact = {
      id: `con_${String(this.contacts.size)}`,
      email,
      emailStatus: 'VALID',
      firstName: 'Ada',
      lastName: 'Lovelace',
      status: 'ACTIVE',
      language: null,
      tags: ['newsletter'],
      fields: {},
      createdAt: now,
      updatedAt: now,
      lastEngagedAt: null,
      version: 1,
    };
    this.contacts.set(contact.id, contact);
    this.byEmail.set(email, contact);
    this.join(groupId, contact.id);
  }

  join(groupId: string, contactId: string): void {
    const members = this.members.get(groupId) ?? new Set();
    this.members.set(groupId, members.add(contactId));
    const groups = this.groupsOf.get(contactId) ?? new Set();
    this.groupsOf.set(contactId, groups.add(groupId));
  }

  page(groupId: string): unknown[] {
    return [...(this.members.get(groupId) ?? [])].slice(0, 50).map((id) => this.contacts.get(id));
  }

  active(groupId: string): number {
    return [...(this.members.get(groupId) ?? [])].filter((id) => this.contacts.get(id)?.status === 'ACTIVE')
      .length;
  }
}

// --- creating

function createInStore(count: number): void {
  const store = new Store(new Clock('real', Date.now()), 'benchmark');
  const groups = store.transaction(() =>
    Array.from({ length: groupCount }, (_, index) =>
      createGroup(store, { name: `Group ${String(index)}`, type: 'STATIC' }),
    ),
  );
  for (let index = 0; index < count; index += 1) {
    const groupId = groups[index % groupCount]?.id ?? '';
    store.transaction(() =>
      takeInContact(store, {
        email: emailOf(index),
        firstName: 'Ada',
        lastName: 'Lovelace',
        groupId,
        tags: ['newsletter'],
      }),
    );
  }
}

function createInMap(count: number): BareMap {
  const map = new BareMap();
  for (let index = 0; index < count; index += 1)
    map.create(emailOf(index), `grp_${String(index % groupCount)}`);
  return map;
}

const Record = z.object({
  id: z.string(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  status: z.string(),
  tags: z.array(z.string()),
  groupIds: z.array(z.string()),
  createdAt: z.string(),
});

async function createInMswData(count: number): Promise<Collection<typeof Record>> {
  const contacts = new Collection({ schema: Record });
  for (let index = 0; index < count; index += 1) {
    await contacts.create({
      id: `con_${String(index)}`,
      email: emailOf(index),
      firstName: 'Ada',
      lastName: 'Lovelace',
      status: 'ACTIVE',
      tags: ['newsletter'],
      groupIds: [`grp_${String(index % groupCount)}`],
      createdAt: new Date().toISOString(),
    });
  }
  return contacts;
}

async function creation(count: number): Promise<Row[]> {
  const ours: number[] = [];
  const map: number[] = [];
  for (let round = -1; round < 5; round += 1) {
    const [oursTook, mapTook] = [await cpu(() => createInStore(count)), await cpu(() => createInMap(count))];
    if (round < 0) continue; // the first round only warms up
    ours.push(oursTook);
    map.push(mapTook);
  }
  const mswData = await cpu(() => createInMswData(count));
  const overApi = await cpu(() => filled(count));
  const name = `create ${count.toLocaleString('en')} contacts`;
  return [
    { name: `${name}, in the store`, ours: median(ours), map: median(map), mswData, limit: { timesMap: 5 } },
    { name: `${name}, by POST /contacts/batch`, ours: overApi, map: median(map), mswData },
  ];
}

// --- everything else: ours as a request to the API, from its parsing to the answer's JSON

interface Filled {
  backend: MockBackend;
  groupIds: string[];
  contactIds: string[];
  call: (line: string, body?: object) => Promise<unknown>;
}

async function filled(count: number): Promise<Filled> {
  const backend = createMockBackend({ rateLimit: Infinity });
  const headers = { Authorization: `Bearer ${backend.apiKey}`, 'Content-Type': 'application/json' };
  const call = async (line: string, body?: object): Promise<unknown> => {
    const [method = '', path = ''] = line.split(' ');
    const response = await backend.fetch(origin + path, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${line}: ${text}`);
    return JSON.parse(text) as unknown;
  };
  const groupIds: string[] = [];
  for (let index = 0; index < groupCount; index += 1) {
    const { id } = (await call('POST /groups', { name: `Group ${String(index)}`, type: 'STATIC' })) as {
      id: string;
    };
    groupIds.push(id);
  }
  const contactIds: string[] = [];
  for (let start = 0; start < count; start += 1000) {
    const items = Array.from({ length: Math.min(1000, count - start) }, (_, offset) => ({
      email: emailOf(start + offset),
      firstName: 'Ada',
      lastName: 'Lovelace',
      tags: ['newsletter'],
      groupId: groupIds[(start + offset) % groupCount],
    }));
    const { results } = (await call('POST /contacts/batch', { items })) as { results: { id: string }[] };
    contactIds.push(...results.map((result) => result.id));
  }
  return { backend, groupIds, contactIds, call };
}

/** One of a list, another each time. */
const some = (ids: readonly string[], time: number) => ids[(time * 7919) % ids.length] ?? '';

async function requests(count: number): Promise<Row[]> {
  const { groupIds, contactIds, call } = await filled(count);
  // A campaign's mails in a tenth of the groups, so that the statistics have something to say.
  const steps = [{ type: 'SEND_EMAIL', subject: 'Hello', body: 'Hello, @contact.first_name' }];
  const { id: campaignId } = (await call('POST /campaigns', { name: 'Newsletter', steps })) as { id: string };
  const linked = groupIds.slice(0, 4);
  for (const groupId of linked) await call(`PUT /campaigns/${campaignId}/groups/${groupId}`);
  await call(`POST /campaigns/${campaignId}/launch`);
  const label = (name: string) => `${name}, of ${count.toLocaleString('en')}`;
  const times = 2000;
  const limit = { milliseconds: 1 };
  return [
    {
      name: label('find by id'),
      ours: await cpuOfOne(times, (time) => call(`GET /contacts/${some(contactIds, time)}`)),
      limit,
    },
    {
      name: label('find by e-mail (create, known)'),
      ours: await cpuOfOne(times, (time) =>
        call('POST /contacts', { email: emailOf((time * 7919) % count) }),
      ),
      limit,
    },
    {
      name: label('list a page of 50 contacts'),
      ours: await cpuOfOne(times, () => call('GET /contacts')),
      limit,
    },
    {
      name: label('list a page of 50 of a group'),
      ours: await cpuOfOne(times, (time) => call(`GET /groups/${some(groupIds, time)}/contacts`)),
      limit,
    },
    {
      name: label('add to a group'),
      ours: await cpuOfOne(times, (time) =>
        call(`PUT /groups/${some(groupIds.slice(4), time)}/contacts/${some(contactIds, time * 31 + 1)}`, {}),
      ),
      limit,
    },
    {
      name: label('statistics of a group'),
      ours: await cpuOfOne(times, (time) => call(`GET /groups/${some(linked, time)}/statistics`)),
      limit,
    },
  ];
}

/** The same, by hand in Maps and with @msw/data's queries: of the work itself, without a request around it. */
async function compared(rows: Row[], count: number): Promise<Row[]> {
  const map = createInMap(count);
  const contacts = await createInMswData(count);
  const times = 20; // each takes it tens of milliseconds
  const id = (time: number) => `con_${String((time * 7919) % count)}`;
  const group = (time: number) => `grp_${String((time * 7919) % groupCount)}`;
  const inGroup = (groupId: string) => (groupIds: string[]) => groupIds.includes(groupId);
  const byHand = [
    (time: number) => map.contacts.get(id(time)),
    (time: number) => map.byEmail.get(emailOf((time * 7919) % count)),
    () => [...map.contacts.values()].slice(0, 50),
    (time: number) => map.page(group(time)),
    (time: number) => map.join(group(time + 1), id(time)),
    (time: number) => map.active(group(time)),
  ];
  const withMswData = [
    (time: number) => contacts.findFirst((q) => q.where({ id: id(time) })),
    (time: number) => contacts.findFirst((q) => q.where({ email: emailOf((time * 7919) % count) })),
    () => contacts.findMany(undefined, { take: 50 }),
    (time: number) => contacts.findMany((q) => q.where({ groupIds: inGroup(group(time)) }), { take: 50 }),
    (time: number) =>
      contacts.update((q) => q.where({ id: id(time) }), {
        data: (draft) => {
          draft.groupIds.push(group(time + 1));
        },
      }),
    (time: number) =>
      contacts.findMany((q) => q.where({ status: 'ACTIVE', groupIds: inGroup(group(time)) })).length,
  ];
  const both: Row[] = [];
  for (const [index, row] of rows.entries()) {
    both.push({
      ...row,
      map: await cpuOfOne(2000, byHand[index] ?? (() => undefined)),
      mswData: await cpuOfOne(times, withMswData[index] ?? (() => undefined)),
    });
  }
  return both;
}

// --- over HTTP: the server in a process of its own, so that its CPU time is its own

interface Report {
  url: string;
  apiKey: string;
  cpu: number;
}

async function serve(): Promise<void> {
  const backend = createMockBackend({ rateLimit: Infinity, clock: 'real' });
  const { url } = await backend.listen();
  const report = () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ url, apiKey: backend.apiKey, cpu: (user + system) / 1e6 } satisfies Report);
  };
  process.on('message', report);
  process.on('disconnect', () => process.exit());
  report();
}

async function overHttp(): Promise<void> {
  const server = fork(fileURLToPath(import.meta.url), ['serve']);
  const ask = async (): Promise<Report> => {
    const [report] = (await once(server, 'message')) as [Report];
    return report;
  };
  const { url, apiKey } = await ask();
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const headers = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' };
  const post = (email: string) =>
    new Promise<void>((resolve, reject) => {
      const sent = request(`${url}/api/v1/contacts`, { method: 'POST', agent, headers }, (response) => {
        response.resume();
        response.on('end', () => {
          if (response.statusCode === 201) resolve();
          else reject(new Error(`POST /contacts was answered ${String(response.statusCode)}`));
        });
      });
      sent.on('error', reject);
      sent.end(JSON.stringify({ email, firstName: 'Ada', lastName: 'Lovelace' }));
    });
  const run = async (from: number, to: number) => {
    let next = from;
    const worker = async () => {
      while (next < to) await post(emailOf(next++));
    };
    await Promise.all(Array.from({ length: 16 }, worker));
  };
  await run(0, 5000); // warms up
  const before = ask();
  server.send('report');
  const { cpu: cpuBefore } = await before;
  const count = 20_000;
  const started = performance.now();
  await run(5000, 5000 + count);
  const seconds = (performance.now() - started) / 1000;
  const after = ask();
  server.send('report');
  const { cpu: cpuAfter } = await after;
  server.disconnect();
  agent.destroy();
  const perCore = count / (cpuAfter - cpuBefore);
  const verdict = perCore > 2000 ? 'more than 2,000' : 'BELOW 2,000';
  report({
    name: 'POST /contacts over HTTP, for each second of CPU',
    figures: { requests: Math.round(perCore) },
    limit: 'at least 2,000',
  });
  console.log(
    `\nPOST /contacts over HTTP: ${perCore.toFixed(0)} for each second of the server's CPU (${verdict}), ${(count / seconds).toFixed(0)} a second by the clock`,
  );
  if (perCore <= 2000) process.exitCode = 1;
}

/** Three digits of a figure that may be thousands or thousandths. */
const figure = (value: number) =>
  value.toLocaleString('en', { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });

function print(rows: readonly Row[]): void {
  console.log(
    `\nThe mock backend (node ${process.version}, ${process.arch}; CPU milliseconds, in brackets how many times ours)\n`,
  );
  const cell = (other: number | undefined, ours: number) =>
    other === undefined ? '' : `${figure(other)} (${figure(other / ours)})`;
  console.log(`${''.padEnd(52)}${'ours'.padStart(9)}${'bare Map'.padStart(20)}${'@msw/data'.padStart(20)}`);
  for (const { name, ours, map, mswData, limit } of rows) {
    const most = limit && ('milliseconds' in limit ? limit.milliseconds : limit.timesMap * (map ?? 0));
    const beyond = most !== undefined && ours > most;
    if (beyond) process.exitCode = 1;
    const bound =
      limit &&
      ('milliseconds' in limit ? `${String(limit.milliseconds)} ms` : `${String(limit.timesMap)} x Map`);
    report({
      name,
      figures: {
        'ours, CPU ms': figure(ours),
        ...(map !== undefined && { 'bare Map': figure(map) }),
        ...(mswData !== undefined && { '@msw/data': figure(mswData) }),
        ...(map !== undefined && { 'ours/Map': figure(ours / map) }),
        ...(mswData !== undefined && { 'ours/@msw/data': figure(ours / mswData) }),
      },
      ...(bound && { limit: bound }),
    });
    console.log(
      `${name.padEnd(52)}${figure(ours).padStart(9)}${cell(map, ours).padStart(20)}${cell(mswData, ours).padStart(20)}${bound ? `   ${beyond ? 'BEYOND' : 'within'} ${bound}` : ''}`,
    );
  }
}

if (process.argv[2] === 'serve') await serve();
else {
  const rows = await creation(100_000);
  rows.push(...(await requests(1000)), ...(await compared(await requests(100_000), 100_000)));
  print(rows);
  await overHttp();
}
