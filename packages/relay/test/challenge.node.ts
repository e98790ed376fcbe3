import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { expect } from 'chai';
import type { FormInput, Store } from '../src/index.js';
import { createWorld, lead, memoryStore, refusalOf, site, type World } from './world.js';

type Challenge = Parameters<typeof solveChallenge>[0]['challenge'];

async function fetchChallenge(world: World, form = 'frm_website'): Promise<Challenge> {
  const response = await world.request(`/forms/${form}/challenge`, { headers: { origin: site } });
  expect(response.status).to.equal(200);
  const { kind, ...challenge } = (await response.json()) as Challenge & { kind: string };
  expect(kind).to.equal('proof-of-work');
  return challenge;
}

/** What a page sends for a challenge. */
async function solve(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return btoa(JSON.stringify({ challenge, solution }));
}

describe('proof of work', () => {
  let store: Store;
  let empty: () => Promise<void>;
  before(async () => ({ store, empty } = await memoryStore()));
  beforeEach(() => empty());
  after(() => store.close());

  const form: Partial<FormInput> = { challenge: { kind: 'proof-of-work', cost: 1 } };

  it('lets a lead through, once', async () => {
    const world = await createWorld({ store, form });
    const challenge = await solve(await fetchChallenge(world));
    const submission = lead({ challenge });
    expect((await world.post(submission)).status).to.equal(202);
    expect((await world.post(submission)).status, 'the same lead again').to.equal(202);
    const replayed = await refusalOf(await world.post(lead({ challenge })));
    expect(replayed).to.deep.include({ status: 422, pointers: ['/challenge CHALLENGE_USED'] });
    await world.relay.work();
    expect(await world.contacts()).to.deep.equal([submission.email]);
  });

  it('may be shown again by the same lead after a mistake was corrected', async () => {
    const world = await createWorld({ store, form });
    const submission = lead({ challenge: await solve(await fetchChallenge(world)) });
    expect((await world.post({ ...submission, firstName: '=1' })).status).to.equal(422);
    expect((await world.post(submission)).status).to.equal(202);
  });

  it('is used up over all relays of a store', async () => {
    const one = await createWorld({ store, form });
    const two = await createWorld({ store, form });
    const challenge = await solve(await fetchChallenge(one));
    expect((await two.post(lead({ challenge }))).status).to.equal(202);
    expect((await one.post(lead({ challenge }))).status).to.equal(422);
  });

  it('is refused when it is missing, too old, changed, or of another form', async () => {
    const { website } = await createWorld({ store, form });
    const world = await createWorld({ store, forms: [website, { ...website, id: 'frm_other' }] });
    const challenge = await fetchChallenge(world);
    const solved = await solve(challenge);
    const payload = JSON.parse(atob(solved)) as {
      challenge: Challenge;
      solution: { counter: number; derivedKey: string };
    };
    const changed = (change: (copy: typeof payload) => void) => {
      const copy = structuredClone(payload);
      change(copy);
      return btoa(JSON.stringify(copy));
    };
    const other = await solve(await fetchChallenge(world, 'frm_other'));
    for (const [what, shown, code] of [
      ['missing', undefined, 'CHALLENGE_REQUIRED'],
      ['no base64', '%%%', 'CHALLENGE_INVALID'],
      ['no JSON', btoa('x'), 'CHALLENGE_INVALID'],
      ['null', btoa('null'), 'CHALLENGE_INVALID'],
      ['a number', btoa('7'), 'CHALLENGE_INVALID'],
      ['empty parts', btoa('{"challenge":{"parameters":{}},"solution":{}}'), 'CHALLENGE_INVALID'],
      ['of another form', other, 'CHALLENGE_INVALID'],
      ['with another answer', changed(({ solution }) => (solution.counter += 1)), 'CHALLENGE_INVALID'],
      [
        'with another key',
        changed(({ solution }) => (solution.derivedKey = '00'.repeat(32))),
        'CHALLENGE_INVALID',
      ],
      ['made easier', changed((copy) => (copy.challenge.parameters.keyPrefix = '0')), 'CHALLENGE_INVALID'],
      [
        'made to live longer',
        changed((copy) => (copy.challenge.parameters.data = { form: 'frm_website', expires: 9e15 })),
        'CHALLENGE_INVALID',
      ],
      ['made dear for us', changed((copy) => (copy.challenge.parameters.cost = 1e9)), 'CHALLENGE_INVALID'],
    ] as const) {
      const refusal = await refusalOf(await world.post(lead({ challenge: shown })));
      expect(refusal, what).to.deep.include({ status: 422, pointers: [`/challenge ${code}`] });
    }
    world.clock.advance(7 * 86_400_000);
    expect((await refusalOf(await world.post(lead({ challenge: solved })))).pointers).to.deep.equal([
      '/challenge CHALLENGE_EXPIRED',
    ]);
  });

  it('costs more the busier the relay is', async () => {
    const world = await createWorld({
      store,
      form: { challenge: { kind: 'proof-of-work', cost: 100 } },
      limit: { max: 4, seconds: 60 },
    });
    const costs = [(await fetchChallenge(world)).parameters.cost];
    for (let sent = 0; sent < 4; sent += 1) {
      await world.post(lead());
      costs.push((await fetchChallenge(world)).parameters.cost);
    }
    expect(costs).to.deep.equal([100, 325, 550, 775, 1000]);
    world.clock.advance(60_000);
    expect((await fetchChallenge(world)).parameters.cost).to.equal(100);
  });

  it('cannot be had by a page without scripts, so its lead waits for review', async () => {
    const world = await createWorld({ store, form });
    expect((await world.postForm({ email: 'ada@fintech.example' })).status).to.equal(202);
    expect((await store.leads.list('QUARANTINED', 5)).map(({ reasons }) => reasons)).to.deep.equal([
      ['CHALLENGE_MISSING'],
    ]);
  });

  it('is given only to the pages of the form', async () => {
    const world = await createWorld({ store, form });
    const wrong = await world.request('/forms/frm_website/challenge', {
      headers: { origin: 'https://evil.example' },
    });
    expect(await refusalOf(wrong)).to.include({ status: 403, code: 'ORIGIN_NOT_ALLOWED' });
    const referred = await world.request('/forms/frm_website/challenge', {
      headers: { referer: `${site}/signup?x=1` },
    });
    expect(referred.status).to.equal(200);
  });
});

describe('a captcha', () => {
  let store: Store;
  let empty: () => Promise<void>;
  before(async () => ({ store, empty } = await memoryStore()));
  beforeEach(() => empty());
  after(() => store.close());

  /** A provider that answers as told, and remembers what it was asked. */
  function provider(...answers: (Record<string, unknown> | (() => Response))[]) {
    const asked: { url: string; secret: string | null; response: string | null }[] = [];
    return {
      asked,
      fetch: async (request: Request): Promise<Response> => {
        const body = new URLSearchParams(await request.text());
        asked.push({ url: request.url, secret: body.get('secret'), response: body.get('response') });
        const answer = answers.shift() ?? { success: false, 'error-codes': ['timeout-or-duplicate'] };
        return typeof answer === 'function' ? answer() : Response.json(answer);
      },
    };
  }
  const turnstile: Partial<FormInput> = { challenge: { kind: 'turnstile', siteKey: 'site', secret: 'hush' } };

  for (const [kind, host, input] of [
    ['turnstile', 'challenges.cloudflare.com', 'cf-turnstile-response'],
    ['hcaptcha', 'api.hcaptcha.com', 'h-captcha-response'],
    ['recaptcha', 'www.google.com', 'g-recaptcha-response'],
  ] as const) {
    it(`of ${kind} is asked about the token that its widget puts into the form`, async () => {
      const { fetch, asked } = provider({ success: true, hostname: 'www.example.com' });
      const world = await createWorld({
        store,
        fetch,
        form: { challenge: { kind, siteKey: 'site', secret: 'hush' } },
      });
      expect((await world.postForm({ email: 'ada@fintech.example', [input]: 'token' })).status).to.equal(202);
      expect(asked.map(({ url, ...rest }) => ({ host: new URL(url).host, ...rest }))).to.deep.equal([
        { host, secret: 'hush', response: 'token' },
      ]);
      await world.relay.work();
      expect(await world.contacts()).to.have.length(1);
      const shown = await world.request('/forms/frm_website/challenge', { headers: { origin: site } });
      expect(await shown.json()).to.deep.equal({ kind, siteKey: 'site' });
    });
  }

  it('is asked once for a submission, because a token is taken once', async () => {
    const { fetch, asked } = provider({ success: true, hostname: 'www.example.com' });
    const world = await createWorld({ store, fetch, form: turnstile });
    const submission = lead({ challenge: 'token' });
    expect((await world.post({ ...submission, firstName: '=1' })).status).to.equal(422);
    expect((await world.post(submission)).status).to.equal(202);
    expect(asked).to.have.length(1);
    // the provider says that the token was used: another lead, or one that waited for a connection for too long
    expect((await world.post(lead({ challenge: 'token' }))).status).to.equal(202);
    expect((await store.leads.list('QUARANTINED', 5))[0]?.reasons).to.deep.equal(['CAPTCHA_TOO_OLD']);
  });

  it('that was passed on another site, or not at all, is refused', async () => {
    const { fetch } = provider({ success: true, hostname: 'evil.example' }, { success: false });
    const world = await createWorld({ store, fetch, form: turnstile });
    for (let times = 0; times < 2; times += 1) {
      const refusal = await refusalOf(await world.post(lead({ challenge: 'token' })));
      expect(refusal.pointers).to.deep.equal(['/challenge CHALLENGE_INVALID']);
    }
  });

  for (const [what, answer] of [
    ['is down', () => new Response('no', { status: 502 })],
    [
      'cannot be reached',
      () => {
        throw new TypeError('fetch failed');
      },
    ],
    ['answers with a page', () => new Response('<html>')],
    ['does not know our secret', { success: false, 'error-codes': ['invalid-input-secret'] }],
  ] as const) {
    it(`whose provider ${what} loses no lead: it waits for review`, async () => {
      const { fetch } = provider(answer);
      const world = await createWorld({ store, fetch, form: turnstile });
      expect((await world.post(lead({ challenge: 'token' }))).status).to.equal(202);
      expect((await store.leads.list('QUARANTINED', 5))[0]?.reasons).to.deep.equal(['CAPTCHA_UNREACHABLE']);
    });
  }

  it('with a low score sends the lead to review', async () => {
    const { fetch } = provider({ success: true, hostname: 'www.example.com', score: 0.3 });
    const world = await createWorld({
      store,
      fetch,
      form: { challenge: { kind: 'recaptcha', siteKey: 's', secret: 'hush' } },
    });
    expect((await world.post(lead({ challenge: 'token' }))).status).to.equal(202);
    expect((await store.leads.list('QUARANTINED', 5))[0]?.reasons).to.deep.equal(['CAPTCHA_LOW_SCORE']);
  });
});
