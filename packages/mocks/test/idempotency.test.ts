import { expect } from 'chai';
import { backendWithCall, newGroup, runningCampaign } from './caller.js';

const key = (value: string) => ({ 'Idempotency-Key': value });
const lead = { email: 'ada@example.com' };

describe('An Idempotency-Key', () => {
  it('gives the stored answer again, and nothing happens twice', async () => {
    const { backend, call } = backendWithCall();
    const groupId = await newGroup(call, '[DYN] Inbound Leads');
    await runningCampaign(call, 'Nurture', [groupId]);
    const changes: unknown[] = [];
    const first = await call('POST /contacts', { ...lead, groupId }, key('k1'));
    backend.changes.subscribe((change) => changes.push(change));
    const second = await call('POST /contacts', { ...lead, groupId }, key('k1'));
    expect(first.headers.get('Idempotency-Replayed')).to.be.null;
    expect(second.headers.get('Idempotency-Replayed')).to.equal('true');
    expect(second.status).to.equal(201);
    expect(second.text).to.equal(first.text);
    expect(second.headers.get('Location')).to.equal(first.headers.get('Location'));
    expect(second.headers.get('ETag')).to.equal('"1"');
    expect(backend.inbox).to.have.length(1);
    expect(changes).to.be.empty;
  });

  it('is refused with another body', async () => {
    const { call } = backendWithCall();
    await call('POST /contacts', lead, key('k1'));
    const { status, body } = await call('POST /contacts', { email: 'grace@example.com' }, key('k1'));
    expect(status).to.equal(422);
    expect(body.code).to.equal('IDEMPOTENCY_KEY_REUSED');
    expect((await call('GET /contacts')).body.data).to.have.length(1);
  });

  it('belongs to one route', async () => {
    const { call } = backendWithCall();
    await call('POST /contacts', lead, key('k1'));
    const { status } = await call('POST /groups', { name: 'Active Customers', type: 'STATIC' }, key('k1'));
    expect(status).to.equal(201);
  });

  it('is forgotten after 24 hours', async () => {
    const { backend, call } = backendWithCall();
    await call('POST /contacts', lead, key('k1'));
    backend.clock.advance(24 * 3_600_000 - 1);
    expect((await call('POST /contacts', lead, key('k1'))).status).to.equal(201);
    backend.clock.advance(1);
    const later = await call('POST /contacts', lead, key('k1'));
    expect(later.status).to.equal(200); // done anew: the address is known by now
    expect(later.headers.get('Idempotency-Replayed')).to.be.null;
  });

  it('of a request that is still running is refused for now', async () => {
    const { backend, call } = backendWithCall();
    backend.faults.add({ kind: 'delay', ms: 500, times: 1 }); // the second comes late through WebKit's service worker
    const first = call('POST /contacts', lead, key('k1'));
    const second = await call('POST /contacts', lead, key('k1'));
    expect(second.status).to.equal(409);
    expect(second.body.code).to.equal('IDEMPOTENCY_KEY_IN_USE');
    expect(second.headers.get('Retry-After')).to.equal('1');
    expect((await first).status).to.equal(201);
    expect((await call('POST /contacts', lead, key('k1'))).headers.get('Idempotency-Replayed')).to.equal(
      'true',
    );
  });

  it('is free again after a refusal, which changed nothing', async () => {
    const { call } = backendWithCall();
    expect((await call('POST /contacts', { email: 'ada@' }, key('k1'))).status).to.equal(422);
    expect((await call('POST /contacts', lead, key('k1'))).status).to.equal(201);
  });

  it('has 1 to 255 characters', async () => {
    const { call } = backendWithCall();
    const { status, body } = await call('POST /contacts', lead, key('x'.repeat(256)));
    expect(status).to.equal(400);
    expect(body.code).to.equal('MALFORMED_REQUEST');
  });
});
