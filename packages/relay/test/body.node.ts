import { expect } from 'chai';
import fc from 'fast-check';
import type { Store } from '../src/index.js';
import { createWorld, lead, memoryStore, refusalOf, site, type World } from './world.js';

/** What the relay may say to anything at all. */
const answers = new Set([202, 303, 400, 408, 409, 413, 415, 422]);

describe('a body', () => {
  let store: Store;
  let world: World;
  before(async () => {
    ({ store } = await memoryStore());
    const wide = { max: 1e9, seconds: 60 };
    world = await createWorld({
      store,
      limit: wide,
      form: {
        limits: { network: wide, address: wide, form: wide },
        fields: { company: {}, size: { type: 'number' }, topics: { options: ['A', 'B'], multiple: true } },
      },
    });
    world.holdLeads();
  });
  after(() => store.close());

  const send = (type: string | undefined, body: BodyInit | null) =>
    world.request('/forms/frm_website/submissions', {
      method: 'POST',
      headers: { origin: site, ...(type !== undefined && { 'content-type': type }) },
      body,
    });

  const types = fc.constantFrom(
    'text/plain',
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'multipart/form-data; boundary="',
    'application/json; charset=utf-16',
    'image/png',
    '',
  );

  it('of any bytes and type gets an answer, and never a 500', async () => {
    const multipart = fc
      .array(fc.tuple(fc.string(), fc.string()))
      .map((parts) =>
        parts
          .map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
          .concat('--x--\r\n')
          .join(''),
      )
      .map((text) => new TextEncoder().encode(text));
    const text = fc
      .oneof(fc.json(), fc.webQueryParameters(), fc.string({ unit: 'binary' }))
      .map((some) => new TextEncoder().encode(some));
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 9000 }), text, multipart);
    await fc.assert(
      fc.asyncProperty(types, bytes, async (type, body) => {
        const response = await send(type || undefined, body);
        expect([...answers], `${type}: ${response.status}`).to.include(response.status);
      }),
      { numRuns: 150 },
    );
  });

  it('of any members gets an answer, and is taken only when all of them are known', async () => {
    const value = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.constant({ ['__proto__']: 1 }));
    const names = [
      'id',
      'email',
      'firstName',
      'lastName',
      'fields',
      'consent',
      'attribution',
      'challenge',
      'startedAt',
    ];
    const name = fc.oneof(fc.constantFrom(...names, '__proto__', 'groupId', 'tags', 'toString'), fc.string());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 4 }), async (pairs) => {
        const members = Object.fromEntries([...Object.entries(lead()), ...pairs]);
        const response = await send('text/plain', JSON.stringify(members));
        expect([...answers]).to.include(response.status);
        if (response.status === 202) expect(names).to.include.members(Object.keys(members));
      }),
      { numRuns: 150 },
    );
  });

  it('of a field with any value is kept as one line or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (company) => {
        const response = await send('text/plain', JSON.stringify(lead({ fields: { company } })));
        expect([202, 422]).to.include(response.status);
        if (/[\0-\x1f\x7f]/.test(company.trim())) expect(response.status).to.equal(422);
      }),
      { numRuns: 150 },
    );
  });

  for (const [what, type, body, status, code] of [
    ['that is empty', 'text/plain', '', 400, 'MALFORMED_JSON'],
    ['of broken JSON', 'text/plain', '{"email":', 400, 'MALFORMED_JSON'],
    ['of JSON that is no object', 'application/json', '[]', 400, 'MALFORMED_REQUEST'],
    ['of null', 'application/json', 'null', 400, 'MALFORMED_REQUEST'],
    ['that is no UTF-8', 'text/plain', new Uint8Array([0x7b, 0xff, 0x7d]), 400, 'MALFORMED_REQUEST'],
    ['of XML', 'text/xml', '<lead/>', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['without a type', undefined, new Uint8Array([0x7b, 0x7d]), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['that is too long', 'text/plain', JSON.stringify({ email: 'a'.repeat(9000) }), 413, 'PAYLOAD_TOO_LARGE'],
  ] as const) {
    it(`${what} is refused with ${status}`, async () => {
      expect(await refusalOf(await send(type, body))).to.include({ status, code });
    });
  }

  it('of exactly 8 KB is read, and of one byte more is not', async () => {
    const text = JSON.stringify(lead());
    expect((await send('text/plain', text.padEnd(8192))).status).to.equal(202);
    expect((await send('text/plain', JSON.stringify(lead()).padEnd(8193))).status).to.equal(413);
  });

  it('that never ends is left after 8 KB', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1024).fill(0x20)),
    });
    const request = new Request('https://leads.example.com/forms/frm_website/submissions', {
      method: 'POST',
      headers: { origin: site, 'content-type': 'text/plain' },
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect((await world.relay.fetch(request)).status).to.equal(413);
  });

  it('that breaks off is refused', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error('gone')),
    });
    const request = new Request('https://leads.example.com/forms/frm_website/submissions', {
      method: 'POST',
      headers: { origin: site, 'content-type': 'text/plain' },
      body: broken,
      duplex: 'half',
    } as RequestInit);
    expect((await world.relay.fetch(request)).status).to.equal(400);
  });
});
