import { PGlite } from '@electric-sql/pglite';
import { createClient } from '@fluenzr/client';
import { createMockBackend } from '@fluenzr/mocks';
import {
  createRelay,
  type FormInput,
  inspectForms,
  jsonLog,
  type Mail,
  MailError,
  openStore,
  parseForms,
  pgliteDatabase,
  type RelayConfig,
  type Store,
} from '../src/index.js';

export const site = 'https://www.example.com';
export const publicUrl = 'https://leads.example.com';
export const day = 86_400_000;

/** A store in memory, emptied before each test: making a database takes seconds. */
export async function memoryStore(): Promise<{ store: Store; empty: () => Promise<void> }> {
  const pglite = await PGlite.create();
  const store = await openStore(pgliteDatabase(pglite));
  return {
    store,
    async empty() {
      await pglite.exec(
        'TRUNCATE relay_submission, relay_lead, relay_mailed, relay_confirmation, relay_proof, relay_hit',
      );
    },
  };
}

/** A clock that stands still until it is told. */
export function stillClock(start = Date.UTC(2027, 0, 4, 9)) {
  let time = start;
  return { now: () => time, advance: (milliseconds: number) => (time += milliseconds) };
}

export type World = Awaited<ReturnType<typeof createWorld>>;

/** A relay with a mock backend behind it, a mail box, and a clock. */
export async function createWorld({
  form = {},
  forms,
  ...config
}: { form?: Partial<FormInput>; forms?: FormInput[] } & Partial<Omit<RelayConfig, 'forms'>> = {}) {
  const backend = createMockBackend({ rateLimit: Number.POSITIVE_INFINITY });
  const baseUrl = 'https://crm.example.com';
  const fluenzr = createClient({ baseUrl, apiKey: backend.apiKey, fetch: backend.fetch, maxRetries: 0 });
  const group = await fluenzr.groups.create({ name: '[DYN] Inbound Leads', type: 'DYNAMIC' });
  const mails: Mail[] = [];
  const mailFaults: (() => Error)[] = [];
  const lines: string[] = [];
  const clock = stillClock();
  const website: FormInput = {
    id: 'frm_website',
    title: 'Example Ltd',
    groupId: group.id,
    origins: [site],
    optIn: 'single',
    limits: {
      network: { max: 1000, seconds: 60 },
      address: { max: 1000, seconds: 60 },
      form: { max: 1000, seconds: 60 },
    },
    ...form,
  };
  const upstream = { baseUrl, apiKey: backend.apiKey, fetch: backend.fetch };
  const parsed = parseForms({ forms: forms ?? [website] });
  const log = jsonLog((line) => lines.push(line), clock.now);
  const relay = createRelay({
    forms: parsed,
    upstream,
    publicUrl,
    mail: {
      send(mail) {
        const fault = mailFaults.shift();
        if (fault) return Promise.reject(fault());
        mails.push(mail);
        return Promise.resolve();
      },
    },
    log,
    now: clock.now,
    random: () => 0.5,
    delay: () => Promise.resolve(),
    ...config,
  });

  const request = (path: string, init: RequestInit & { address?: string } = {}) =>
    relay.fetch(new Request(`${publicUrl}${path}`, init), { address: init.address ?? '203.0.113.7' });

  return {
    backend,
    fluenzr,
    groupId: group.id,
    website,
    relay,
    clock,
    mails,
    /** FluenzR takes nothing until the returned function is called, so that leads can be looked at in the outbox. */
    holdLeads: () => backend.faults.add({ match: 'POST /contacts', kind: '500' }),
    /** The next mails fail with these outcomes. */
    failMails(...outcomes: MailError['outcome'][]) {
      mailFaults.push(...outcomes.map((outcome) => () => new MailError(outcome, 'no')));
    },
    inspect: (forms = parsed) => inspectForms(forms, { ...upstream, fetch: backend.fetch }, log),
    lines,
    logged: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    request,
    /** Posts a submission as a script does. */
    post: (members: object, { form = 'frm_website', address = '203.0.113.7', origin = site } = {}) =>
      request(`/forms/${form}/submissions`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain', origin },
        body: JSON.stringify(members),
        address,
      }),
    /** Posts a plain HTML form as a browser without scripts does. */
    postForm: (
      pairs: Record<string, string> | [string, string][],
      { form = 'frm_website', origin = site } = {},
    ) =>
      request(`/forms/${form}/submissions`, {
        method: 'POST',
        headers: { origin, accept: 'text/html,application/xhtml+xml' },
        body: new URLSearchParams(pairs),
      }),
    /** A running campaign on the group that sends one mail to every newcomer: what happens twice is seen in its inbox. */
    async startCampaign() {
      const { id } = await fluenzr.campaigns.create({
        name: 'Welcome',
        steps: [{ type: 'SEND_EMAIL', subject: 'Hello', body: 'Good to have you.' }],
      });
      await fluenzr.campaigns.groups.link(id, group.id);
      await fluenzr.campaigns.launch(id);
      return id;
    },
    /** Lets time pass and works, until nothing is left to send. */
    async deliverAll(store: Store) {
      for (let round = 0; round < 100; round += 1) {
        await relay.work();
        if ((await store.leads.list('PENDING', 1)).length === 0) return;
        clock.advance(3_600_000);
      }
      throw new Error('Leads are left in the outbox.');
    },
    /** All contacts in FluenzR by e-mail. */
    async contacts() {
      const all = await fluenzr.contacts.list().toArray({ limit: 1000 });
      return all.map(({ email }) => email).sort();
    },
    /** The token in the last mail. */
    token: () => /\/confirm\/([\w-]+)/.exec(mails.at(-1)?.text ?? '')?.[1] ?? '',
  };
}

let made = 0;

/** A submission that nothing is wrong with, each time of another person. */
export function lead(
  members: Record<string, unknown> = {},
): { id: string; email: string } & Record<string, unknown> {
  made += 1;
  return {
    id: crypto.randomUUID(),
    email: `ada.${made}@fintech.example`,
    firstName: 'Ada',
    lastName: 'Lovelace',
    ...members,
  };
}

/** A problem document. */
export interface ProblemBody {
  status: number;
  code: string;
  detail: string;
  requestId: string;
  errors?: { pointer: string; code: string; message: string }[];
}

/** Status, code and pointers of a refusal. */
export async function refusalOf(response: Response) {
  const { status, code, errors } = (await response.json()) as ProblemBody;
  return { status, code, pointers: (errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`) };
}
