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

/**
 * Kills a relay process (`kill -9`) again and again while pages send leads to it, and starts it anew. Pages behave as the
 * form's outbox does: what got no answer is sent again under its id.
 *
 * @param kills how often
 * @returns the addresses of leads that got a 202 and never arrived, and of those whose campaign's mail went out twice
 */
export async function killTrial({ program, kills, seed }: { program: string; kills: number; seed: number }) {
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
  const environment = { FLUENZR_BASE_URL: listening.url, FLUENZR_API_KEY: backend.apiKey };
  const start = () =>
    new ChildRelay(
      program,
      [...local, '--limit', '1000000', '--config', config, '--data', `${folder}/data`],
      environment,
    );

  const accepted = new Set<string>();
  const unanswered = new Map<string, string>();
  let relay = start();
  try {
    for (let kill = 0; kill <= kills; kill += 1) {
      const url = await relay.url();
      const dieAfter = kill === kills ? Infinity : 1 + Math.floor(random() * 60);
      let answers = 0;
      const send = async (leadId: string, email: string) => {
        try {
          const response = await fetch(`${url}/forms/frm_website/submissions`, {
            method: 'POST',
            headers: { 'content-type': 'text/plain', origin: site },
            body: JSON.stringify({ id: leadId, email }),
          });
          if (response.status === 202) {
            accepted.add(email);
            unanswered.delete(leadId);
          }
        } catch {
          // no answer: it is sent again to the next process
        }
        answers += 1;
        // in the midst of others' requests and deliveries
        if (answers === dieAfter) relay.process.kill('SIGKILL');
      };
      await Promise.all([...unanswered].map(([leadId, email]) => send(leadId, email)));
      if (kill === kills) break;
      while (relay.process.signalCode === null) {
        const fresh = Array.from({ length: 8 }, () => {
          const leadId = randomUUID();
          unanswered.set(leadId, `lead.${leadId}@fintech.example`);
          return leadId;
        });
        await Promise.all(fresh.map((leadId) => send(leadId, unanswered.get(leadId) ?? '')));
        if (relay.process.killed) await relay.exited;
      }
      relay = start();
    }
    const arrived = async () =>
      new Set(
        (await fluenzr.contacts.list({ limit: 200 }).toArray({ limit: 1e6 })).map(({ email }) => email),
      );
    const deadline = Date.now() + 30_000;
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
    await relay.kill();
    await listening.close();
    remove();
  }
}
