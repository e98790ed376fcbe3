import { expect } from 'chai';
import { LeadError, type LeadOutcome, Outbox, submitLead } from '@fluenzr/client/leads';
import { Device, problem } from './leads-fixture.js';

const id = '0b7e5a0c-6f0e-4f4e-9a51-3f4d0a1b2c3d';
const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

describe('submitLead', () => {
  let device: Device;
  let outbox: Outbox;

  beforeEach(() => {
    device = new Device();
    outbox = new Outbox(device.window());
  });

  const submit = (lead: object = {}): Promise<LeadOutcome> =>
    submitLead(
      {
        endpoint: 'https://leads.example.com/',
        form: 'frm_a b',
        lead: { email: 'ada@example.com', ...lead },
      },
      outbox,
    );

  /** What a later visit finds on this device: it sends all of it. */
  const found = async (): Promise<string[]> => {
    device.now += 86_400_000;
    device.endpoint.requests.length = 0;
    await new Outbox(device.window()).drain();
    return device.endpoint.requests.map(({ lead }) => lead.id);
  };

  it('posts JSON that needs no preflight and outlives the page', async () => {
    const outcome = await submit({ id, firstName: 'Ada', fields: { interests: ['crm', 'mail'] } });
    expect(outcome).to.deep.equal({ state: 'accepted', receiptId: `rcp_${id}` });
    const [request] = device.endpoint.requests;
    expect(request?.url).to.equal('https://leads.example.com/forms/frm_a%20b/submissions');
    expect(request?.lead).to.deep.equal({
      email: 'ada@example.com',
      id,
      firstName: 'Ada',
      fields: { interests: ['crm', 'mail'] },
    });
    const { method, keepalive, headers } = request?.init ?? {};
    expect([method, keepalive, headers]).to.deep.equal(['POST', true, { accept: 'application/json' }]);
  });

  it('gives a lead without an id one of its own', async () => {
    await submit();
    await submit();
    const ids = device.endpoint.requests.map(({ lead }) => lead.id);
    expect(new Set(ids).size).to.equal(2);
    for (const each of ids) expect(each).to.match(uuid);
  });

  it('begins in one task: the request, then localStorage, then IndexedDB', async () => {
    const log: string[] = [];
    const { endpoint, localStorage } = device;
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as (
      ...parts: unknown[]
    ) => IDBRequest<IDBValidKey>;
    IDBObjectStore.prototype.put = function (...parts) {
      log.push('IndexedDB');
      return put.apply(this, parts);
    };
    const window = device.window();
    const spied = new Outbox({
      ...window,
      fetch: ((url: string, init: RequestInit) => {
        log.push('fetch');
        return endpoint.fetch(url, init);
      }) as typeof fetch,
      localStorage: Object.assign(Object.create(localStorage) as Storage, {
        setItem: () => void log.push('localStorage'),
      }),
    });
    spied.warmUp();
    await spied.drain(); // the database is open
    const channel = new MessageChannel();
    const nextTask = new Promise((resolve) => (channel.port1.onmessage = resolve));
    channel.port2.postMessage('');
    const submitted = submitLead(
      { endpoint: 'https://leads.example.com', form: 'frm_1', lead: { email: 'ada@example.com' } },
      spied,
    );
    expect(log).to.deep.equal(['fetch', 'localStorage']);
    await nextTask;
    expect(log).to.deep.equal(['fetch', 'localStorage', 'IndexedDB']);
    await submitted;
    IDBObjectStore.prototype.put = put;
    channel.port1.close();
  });

  describe('settles by the answer', () => {
    for (const status of [408, 409, 425, 429, 500, 502, 503, 504])
      it(`${status}: queued, and sent later`, async () => {
        device.endpoint.turns.push(problem(status));
        const outcome = await submit({ id });
        expect([outcome.state, outcome.state === 'queued' && outcome.error.status]).to.deep.equal([
          'queued',
          status,
        ]);
        expect(await found()).to.deep.equal([id]);
      });

    for (const turn of ['no connection', 'answer lost'] as const)
      it(`${turn}: queued, and sent later`, async () => {
        device.endpoint.turns.push(turn);
        const outcome = await submit({ id });
        expect(outcome.state).to.equal('queued');
        expect(await found()).to.deep.equal([id]);
        expect(device.endpoint.leads.size).to.equal(1);
      });

    for (const status of [400, 403, 404, 410, 413, 415, 422])
      it(`${status}: failed, and nothing kept`, async () => {
        device.endpoint.turns.push(problem(status, { code: 'SOME_CODE', detail: 'What was wrong.' }));
        const outcome = await submit({ id });
        if (outcome.state !== 'failed') throw new Error(outcome.state);
        const { error } = outcome;
        expect(error).to.be.instanceOf(LeadError);
        expect([error.name, error.status, error.code]).to.deep.equal(['LeadError', status, 'SOME_CODE']);
        expect(error.message).to.equal(
          'https://leads.example.com/forms/frm_a%20b/submissions: What was wrong.',
        );
        expect(await found()).to.be.empty;
      });

    const foreign: [string, () => Response][] = [
      ['an HTML page', () => new Response('<h1>Please log in</h1>')],
      ['JSON of something else', () => Response.json({ ok: true })],
      ['nothing', () => new Response(null, { status: 204 })],
      ['null', () => Response.json(null)],
    ];
    for (const [what, answer] of foreign)
      it(`a success that holds ${what} is none: failed, and the developer is told`, async () => {
        device.endpoint.turns.push(answer());
        const outcome = await submit();
        expect(outcome.state === 'failed' && outcome.error.message).to.match(
          /frm_a%20b.*not from a form endpoint/,
        );
        expect(await found()).to.be.empty;
      });

    it("401: failed, and FluenzR's advice to send a key stays out of a public page", async () => {
      device.endpoint.turns.push(problem(401, { code: 'UNAUTHENTICATED', detail: 'Send a key.' }));
      const outcome = await submit();
      if (outcome.state !== 'failed') throw new Error(outcome.state);
      expect([outcome.error.status, outcome.error.code]).to.deep.equal([401, 'UNAUTHENTICATED']);
      expect(outcome.error.message).to.equal(
        'https://leads.example.com/forms/frm_a%20b/submissions: 401, not from a form endpoint',
      );
      expect(await found()).to.be.empty;
    });

    it('202: accepted, and nothing kept', async () => {
      expect((await submit()).state).to.equal('accepted');
      expect(await found()).to.be.empty;
    });

    it('gives up waiting for an answer after ten seconds', async () => {
      const timeout = AbortSignal.timeout.bind(AbortSignal);
      const controller = new AbortController();
      let limit = 0;
      AbortSignal.timeout = (milliseconds) => {
        limit = milliseconds;
        return controller.signal;
      };
      outbox = new Outbox({
        ...device.window(),
        fetch: (_: unknown, { signal }: RequestInit = {}) =>
          new Promise((_resolve, reject) => {
            signal?.addEventListener('abort', () => reject(signal.reason as Error));
          }),
      });
      const outcome = submit();
      AbortSignal.timeout = timeout;
      expect(limit).to.equal(10_000);
      controller.abort();
      expect((await outcome).state).to.equal('queued');
    });
  });

  it('tells what is wrong by field', async () => {
    const invalid = { code: 'INVALID_EMAIL_FORMAT', message: 'Not an address.' };
    const required = { code: 'REQUIRED', message: 'This is required.' };
    device.endpoint.turns.push(
      problem(422, {
        errors: [
          { pointer: '/email', ...invalid },
          { pointer: '/fields/company', ...required },
          { pointer: '/__proto__', ...required },
        ],
      }),
    );
    const outcome = await submit();
    expect(outcome.state === 'failed' && Object.entries(outcome.error.fieldErrors)).to.deep.equal([
      ['email', [invalid]],
      ['fields.company', [required]],
      ['__proto__', [required]],
    ]);
  });

  it('takes the words of a problem only in their shape', async () => {
    device.endpoint.turns.push(problem(422, { errors: 'none', detail: 7 }));
    const outcome = await submit();
    expect(outcome.state).to.equal('failed');
  });

  describe('says "queued" only of a lead that is saved', () => {
    const blocked = (): never => {
      throw new DOMException('Blocked', 'SecurityError');
    };
    const full = (): never => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
    const withoutLocal: [string, () => void][] = [
      ['blocked', () => Object.defineProperty(device, 'localStorage', { get: blocked })],
      [
        'full',
        () => (device.localStorage = Object.assign(Object.create(null) as Storage, { setItem: full })),
      ],
    ];
    const withoutDatabase: [string, () => void][] = [
      ['blocked', () => (device.indexedDB = { open: blocked })],
      ['missing', () => Object.assign(device, { indexedDB: undefined })],
      [
        'full',
        () => {
          const { open } = device.indexedDB;
          device.indexedDB = {
            open: (name, version) => {
              const request = open(name, version);
              request.addEventListener('success', () => {
                const { result } = request;
                const transaction = result.transaction.bind(result);
                result.transaction = (...parts) => {
                  const begun = transaction(...parts);
                  if (parts[1] === 'readwrite') begun.abort();
                  return begun;
                };
              });
              return request;
            },
          };
        },
      ],
    ];

    for (const [how, block] of withoutLocal)
      it(`localStorage ${how}: IndexedDB has it`, async () => {
        block();
        device.endpoint.turns.push('no connection');
        expect((await submit({ id })).state).to.equal('queued');
        expect(await found()).to.deep.equal([id]);
      });

    for (const [how, block] of withoutDatabase)
      it(`IndexedDB ${how}: localStorage has it`, async () => {
        block();
        device.endpoint.turns.push('no connection');
        expect((await submit({ id })).state).to.equal('queued');
        expect(await found()).to.deep.equal([id]);
      });

    for (const [how, block] of withoutDatabase)
      it(`both, IndexedDB ${how}: failed, and a second try with the same id is the same lead`, async () => {
        withoutLocal[1]?.[1]();
        block();
        device.endpoint.turns.push('answer lost');
        const outcome = await submit({ id });
        expect(outcome.state === 'failed' && outcome.error.status).to.equal(0);
        expect((await submit({ id })).state).to.equal('accepted');
        expect(device.endpoint.leads.size).to.equal(1);
      });
  });
});
