import { expect } from 'chai';
import { Outbox, type LeadOutcome, submitLead } from '@fluenzr/client/leads';
import { Device, problem } from './leads-fixture.js';

const asks = (code = 'CHALLENGE_REQUIRED'): Response =>
  problem(422, { errors: [{ pointer: '/challenge', code, message: 'Solve one and send again.' }] });

describe('a form endpoint that asks for a challenge', () => {
  let device: Device;
  let outbox: Outbox;
  let asked: string[];

  beforeEach(() => {
    device = new Device();
    outbox = new Outbox(device.window());
    asked = [];
  });

  const submit = (lead: object = {}): Promise<LeadOutcome> =>
    submitLead(
      {
        endpoint: 'https://leads.example.com',
        form: 'frm_1',
        lead: { email: 'ada@example.com', ...lead },
      },
      outbox,
    );

  const solve =
    (...solutions: (string | undefined)[]) =>
    (url: string): Promise<string | undefined> => {
      asked.push(url);
      return Promise.resolve(solutions.shift());
    };

  const shown = (): (string | undefined)[] => device.endpoint.requests.map(({ lead }) => lead.challenge);

  it('is not solved for where nothing is asked', async () => {
    outbox.solveChallenge = solve();
    expect((await submit()).state).to.equal('accepted');
    expect(asked).to.be.empty;
  });

  for (const code of ['CHALLENGE_REQUIRED', 'CHALLENGE_EXPIRED', 'CHALLENGE_USED', 'CHALLENGE_INVALID'])
    it(`gets the same lead again with a fresh solution: ${code}`, async () => {
      outbox.solveChallenge = solve('fresh');
      device.endpoint.turns.push(asks(code));
      expect((await submit({ challenge: 'old' })).state).to.equal('accepted');
      expect(shown()).to.deep.equal(['old', 'fresh']);
      expect(asked).to.deep.equal(['https://leads.example.com/forms/frm_1/submissions']);
      expect(new Set(device.endpoint.requests.map(({ lead }) => lead.id)).size).to.equal(1);
    });

  it('gets a lead that waited, with a solution made at that time', async () => {
    device.endpoint.turns.push('no connection');
    expect((await submit()).state).to.equal('queued');
    device.endpoint.turns.push(asks());
    device.now += 86_400_000;
    const later = new Outbox(device.window());
    later.solveChallenge = solve('fresh');
    await later.drain(true);
    expect(shown()).to.deep.equal([undefined, undefined, 'fresh']);
    expect([...new Set(device.settled.map(({ outcome }) => outcome))]).to.deep.equal(['accepted']);
  });

  it('is asked again later where a challenge cannot be had now, and the lead is kept', async () => {
    outbox.solveChallenge = () => Promise.reject(new TypeError('Failed to fetch'));
    device.endpoint.turns.push(asks());
    expect((await submit()).state).to.equal('queued');
    outbox.solveChallenge = solve('fresh');
    device.endpoint.turns.push(asks());
    device.now += 60_000;
    await outbox.drain();
    expect(device.endpoint.leads.size).to.equal(1);
  });

  it('gets a plain form where it takes a person and none was asked: the endpoint lets a person look', async () => {
    outbox.solveChallenge = solve(undefined);
    device.endpoint.turns.push(asks());
    const at = '2026-01-05T08:59:00Z';
    const outcome = await submit({
      fields: { company: 'Northlight', interests: ['crm', 'mail'] },
      consent: { version: '1', textHash: 'ab', at },
      attribution: { last: { utm_source: 'newsletter' } },
    });
    expect(outcome.state).to.equal('accepted');
    const { body } = device.endpoint.requests[1]!.init;
    expect([...(body as URLSearchParams)].filter(([name]) => name !== 'id')).to.deep.equal([
      ['email', 'ada@example.com'],
      ['utm_source', 'newsletter'],
      ['company', 'Northlight'],
      ['interests', 'crm'],
      ['interests', 'mail'],
      ['consent', 'on'],
    ]);
  });

  it('refuses a person who did not pass, and a page that cannot solve', async () => {
    device.endpoint.otherwise = asks('CHALLENGE_INVALID');
    const refused = await submit({ challenge: 'token' });
    expect(refused.state === 'failed' && Object.keys(refused.error.fieldErrors)).to.deep.equal(['challenge']);
    outbox.solveChallenge = solve(undefined);
    expect((await submit({ challenge: 'token' })).state).to.equal('failed');
    expect(device.endpoint.requests).to.have.length(2);
  });
});
