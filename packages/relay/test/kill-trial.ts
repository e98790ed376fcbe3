import { randomUUID } from 'node:crypto';
import { createClient } from '@fluenzr/client';
import { createMockBackend } from '@fluenzr/mocks';
import { ChildRelay, local, makeFolder } from './child-relay.js';

const site = 'https://www.example.com';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a trial is made with. */
export interface KillTrial {
  /** The relay's program, see `buildProgram`. */
  program: string;
  kills: number;
  seed: number;
  /** A PostgreSQL that two relays share, of which one is killed each time. Without it, one relay has a data folder. */
  databaseUrl?: string;
}

/**
 * Kills a relay process (`kill -9`) again and again while pages send leads to it, and starts it anew. Pages behave as the
 * form's outbox does: what got no answer is sent again under its id, to whichever relay.
 *
 * @returns the addresses of leads that got a 202 and never arrived, and of those whose campaign’s mail went out twice
 */
export async function killTrial({ program, kills, seed, databaseUrl }: KillTrial) {
  const random = seeded(seed);
  const backend = createMockBackend({ rateLimit: Number.POSITIVE_INFINITY });
  const listening = await backend.listen();
  const fluenzr = createClient({ baseUrl: listening.url, apiKey: backend.apiKey });
  const group = await fluenzr.groups.create({ name: '[DYN] Inbound Leads', type: 'DYNAMIC' });
  const { id } = await fluenzr.campaigns.create({
    name: 'Welcome',
    steps: [{ type: 'SEND_EMAIL', subject: 'Hello', body: 'Good to have you.' }],
  });
  await fluenzr.campaigns.groups.link(id, group.id);
  await fluenzr.campaigns.launch(id);
  for (const kind of ['503', 'dropped connection', 'answer lost after commit'] as const) {
    backend.faults.add({ match: 'POST /contacts', kind, probability: 0.05 });
  }
  const wide = { max: 1_000_000, seconds: 60 };
  const { folder, config, remove } = makeFolder([
    {
      id: 'frm_website',
      title: 'Example Ltd',
      groupId: group.id,
      origins: [site],
      optIn: 'single',
      limits: { network: wide, address: wide, form: wide },
    },
  ]);
  const environment = {
    FLUENZR_BASE_URL: listening.url,
    FLUENZR_API_KEY: backend.apiKey,
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
  };
  const start = () =>
    new ChildRelay(
      program,
      [...local, '--limit', '1000000', '--config', config, '--data', `${folder}/data`],
      environment,
    );

  const accepted = new Set<string>();
  const unanswered = new Map<string, string>();
  const relays = Array.from({ length: databaseUrl === undefined ? 1 : 2 }, start);
  try {
    for (let kill = 0; kill <= kills; kill += 1) {
      const urls = await Promise.all(relays.map((relay) => relay.url()));
      const turn = Math.floor(random() * relays.length);
      const victim = relays[turn] ?? start();
      const dieAfter = kill === kills ? Infinity : 1 + Math.floor(random() * 60);
      let sent = 0;
      let answers = 0;
      const send = async (leadId: string, email: string) => {
        sent += 1;
        try {
          const response = await fetch(`${urls[sent % urls.length]}/forms/frm_website/submissions`, {
            method: 'POST',
            headers: { 'content-type': 'text/plain', origin: site },
            body: JSON.stringify({ id: leadId, email }),
          });
          if (response.status === 202) {
            accepted.add(email);
            unanswered.delete(leadId);
          }
        } catch {
          // no answer: it is sent again
        }
        answers += 1;
        // in the midst of others' requests and deliveries
        if (answers === dieAfter) victim.process.kill('SIGKILL');
      };
      await Promise.all([...unanswered].map(([leadId, email]) => send(leadId, email)));
      if (kill === kills) break;
      while (victim.process.signalCode === null) {
        const fresh = Array.from({ length: 8 }, () => {
          const leadId = randomUUID();
          unanswered.set(leadId, `lead.${leadId}@fintech.example`);
          return leadId;
        });
        await Promise.all(fresh.map((leadId) => send(leadId, unanswered.get(leadId) ?? '')));
        if (victim.process.killed) await victim.exited;
      }
      relays[turn] = start();
    }
    const arrived = async () =>
      new Set(
        (await fluenzr.contacts.list({ limit: 200 }).toArray({ limit: 1e6 })).map(({ email }) => email),
      );
    // what a relay had taken when it was killed is another one's a minute later
    const deadline = Date.now() + (databaseUrl === undefined ? 30_000 : 120_000);
    let contacts = await arrived();
    while ([...accepted].some((email) => !contacts.has(email)) && Date.now() < deadline)
      contacts = await arrived();
    const mails = new Map<string, number>();
    for (const { to } of backend.inbox) mails.set(to, (mails.get(to) ?? 0) + 1);
    return {
      kills,
      accepted: accepted.size,
      lost: [...accepted].filter((email) => !contacts.has(email)),
      doubled: [...mails].filter(([, times]) => times > 1).map(([email]) => email),
    };
  } finally {
    await Promise.all(relays.map((relay) => relay.kill()));
    await listening.close();
    remove();
  }
}
