import { expect } from 'chai';
import { createWorld, lead, site } from './world.js';

describe('refusals', () => {
  const told = (world: Awaited<ReturnType<typeof createWorld>>) =>
    world.logged().filter(({ event }) => event === 'lead_refused');

  it('are logged with form, code, pointers and origin, and without what was typed', async () => {
    const world = await createWorld({ form: { fields: { company: { required: true } } } });
    const typed = lead({ email: 'ada@nowhere', fields: { team: 'Northlight' } });
    await world.post(typed);
    await world.post(typed, { origin: 'https://evil.example' });
    await world.post(typed, { form: 'frm_unknown' });
    const about = { time: '2027-01-04T09:00:00.000Z', level: 'warn', event: 'lead_refused' };
    expect(told(world)).to.deep.equal([
      {
        ...about,
        form: 'frm_website',
        status: 422,
        code: 'VALIDATION_FAILED',
        pointers: ['/email INVALID_EMAIL_FORMAT', '/fields/team UNKNOWN_MEMBER', '/fields/company REQUIRED'],
        origin: site,
      },
      {
        ...about,
        form: 'frm_website',
        status: 403,
        code: 'ORIGIN_NOT_ALLOWED',
        pointers: [],
        origin: 'https://evil.example',
      },
      { ...about, form: 'frm_unknown', status: 404, code: 'FORM_NOT_FOUND', pointers: [], origin: site },
    ]);
    expect(world.lines.join()).not.to.match(/ada|Lovelace|Northlight/);
  });

  it('are counted, those of unknown forms together', async () => {
    const world = await createWorld();
    await world.post(lead(), { form: 'frm_unknown' });
    await world.post(lead(), { form: '__proto__' });
    await world.post(lead({ tags: [] }));
    const text = await world.relay.metrics();
    expect(text).to.include('submissions_total{form="unknown",code="FORM_NOT_FOUND"} 2');
    expect(text).to.include('submissions_total{form="frm_website",code="VALIDATION_FAILED"} 1');
  });

  it('do not flood the log, nor does what a stranger makes long', async () => {
    const world = await createWorld();
    for (let sent = 0; sent < 100; sent += 1) await world.post(lead({ tags: [] }));
    expect(told(world)).to.have.length(60);
    world.clock.advance(60_000);
    const unknown: Record<string, string> = {};
    for (let index = 0; index < 50; index += 1) unknown[`${'x'.repeat(100)}${index}`] = '';
    await world.post(lead(unknown), { origin: `https://${'e'.repeat(999)}` });
    await world.post(lead(unknown));
    const last = told(world).slice(60);
    expect(last[0]).to.include({ notLogged: 40 });
    expect(last[1]).not.to.have.property('notLogged');
    expect(last[1]?.pointers).to.have.length(10);
    for (const line of last) expect(JSON.stringify(line).length).to.be.below(1500);
  });

  it('that ask a script for a challenge, or to wait, are not logged', async () => {
    const world = await createWorld({
      secret: 's'.repeat(32),
      form: { challenge: { kind: 'proof-of-work' }, limits: { form: { max: 1, seconds: 60 } } },
    });
    await world.post(lead());
    expect((await world.post(lead())).status).to.equal(429);
    expect(told(world)).to.deep.equal([]);
  });
});
