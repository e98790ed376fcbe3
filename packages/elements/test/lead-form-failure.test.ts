import { expect } from 'chai';
import type { FluenzrLeadForm, LeadFormFailure } from '@fluenzr/elements';
import { classify } from '../src/lead-form/failure.js';
import {
  FakeClient,
  failure,
  field,
  fill,
  leadForm,
  part,
  settled,
  submit,
  type,
  typed,
} from './lead-form-fixture.js';

const uuidPattern = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

describe('<fluenzr-lead-form> when sending fails', () => {
  let client: FakeClient;
  let element: FluenzrLeadForm;
  let logged: unknown[][];
  const log = console.error;

  beforeEach(async () => {
    logged = [];
    console.error = (...parts: unknown[]) => void logged.push(parts);
    client = new FakeClient();
    element = await leadForm(client);
  });

  afterEach(() => {
    console.error = log;
  });

  const fail = async (error: unknown): Promise<void> => {
    fill(element);
    submit(element);
    client.refuse(error);
    await settled(element);
  };

  const classes: [string, object, LeadFormFailure, RegExp][] = [
    [
      'the connection fails',
      { name: 'ConnectionError' },
      'connection',
      /could not reach the server.*try again/,
    ],
    ['the time is out', { name: 'TimeoutError' }, 'timeout', /took too long.*try again/],
    ['the backend answers 408', { status: 408 }, 'timeout', /took too long/],
    ['the backend answers 425', { status: 425 }, 'server', /on our side.*try again/],
    ['429, wait a second', { status: 429, retryAfter: 400 }, 'rateLimit', /try again in 1 second\./],
    [
      '429, wait half a minute',
      { status: 429, retryAfter: 30_000 },
      'rateLimit',
      /try again in 30 seconds\./,
    ],
    ['429, wait ten minutes', { status: 429, retryAfter: 599_000 }, 'rateLimit', /try again in 10 minutes\./],
    ['429, nothing said about waiting', { status: 429 }, 'rateLimit', /try again in a moment/],
    ['the backend is down', { status: 500, code: 'INTERNAL_ERROR' }, 'server', /on our side/],
    ['the backend is overloaded', { status: 503, code: 'SERVICE_UNAVAILABLE' }, 'server', /on our side/],
    [
      'the first try is still running',
      { status: 409, code: 'IDEMPOTENCY_KEY_IN_USE' },
      'server',
      /on our side/,
    ],
    ['the credentials are wrong', { status: 401 }, 'configuration', /cannot be sent right now/],
    ['the credentials are not enough', { status: 403 }, 'configuration', /cannot be sent right now/],
    ['the address of the backend is wrong', { status: 404 }, 'configuration', /cannot be sent right now/],
    [
      'the group does not exist',
      { status: 422, code: 'GROUP_NOT_FOUND', fieldErrors: { groupId: [{ code: 'GROUP_NOT_FOUND' }] } },
      'configuration',
      /cannot be sent right now/,
    ],
    [
      'the group is smart',
      { status: 409, code: 'GROUP_IS_SMART' },
      'configuration',
      /cannot be sent right now/,
    ],
    [
      'the group is archived',
      { status: 409, code: 'GROUP_ARCHIVED' },
      'configuration',
      /cannot be sent right now/,
    ],
    [
      'the answer makes no sense',
      { name: 'ResponseValidationError', status: 200 },
      'unexpected',
      /try again/,
    ],
    ['the client has a mistake in it', { name: 'TypeError' }, 'unexpected', /try again/],
  ];

  for (const [when, members, expected, text] of classes)
    it(`keeps what was typed, and says what to do, when ${when}`, async () => {
      const seen: unknown[] = [];
      const listener = (event: GlobalEventHandlersEventMap['fluenzr-error']): void =>
        void seen.push(event.failure, event.error);
      document.addEventListener('fluenzr-error', listener, { once: true });
      const error = failure(members);
      await fail(error);
      expect(part(element, 'failure')?.textContent).to.match(text);
      expect(part(element, 'failure')?.textContent).to.contain('What you typed is still here');
      expect(part(element, 'failure')?.closest('[role=alert]')).to.exist;
      expect(typed(element)).to.deep.equal({
        email: 'ada@example.com',
        firstName: 'Ada',
        lastName: 'Lovelace',
      });
      expect(element.matches(':state(error)')).to.be.true;
      expect(seen).to.deep.equal([expected, error]);
      const isForDeveloper = expected === 'configuration' || expected === 'unexpected';
      expect(logged.map((parts) => parts.includes(error))).to.deep.equal(isForDeveloper ? [true] : []);
    });

  it('tells a visitor without a network so', () => {
    expect(classify(failure({ name: 'ConnectionError' }), false, [])).to.equal('offline');
    expect(classify(failure({ name: 'ConnectionError' }), true, [])).to.equal('connection');
  });

  for (const thrown of [undefined, null, 'a string', 42])
    it(`bears a client that throws ${String(thrown)}`, async () => {
      await fail(thrown);
      expect(part(element, 'failure')?.textContent).to.contain('could not be sent');
      expect(typed(element).email).to.equal('ada@example.com');
    });

  it('bears a client that throws before it returns', async () => {
    element.client = {
      contacts: {
        create: () => {
          throw failure({ name: 'ConnectionError' });
        },
      },
    };
    fill(element);
    submit(element);
    await settled(element);
    expect(part(element, 'failure')?.textContent).to.contain('could not reach the server');
  });

  it('takes the message away at the next try, which succeeds', async () => {
    await fail(failure({ status: 503 }));
    submit(element);
    await element.updateComplete;
    expect(part(element, 'failure')).to.equal(null);
    client.accept();
    await settled(element);
    expect(element.matches(':state(accepted)')).to.be.true;
    expect(element.matches(':state(error)')).to.be.false;
  });

  describe('the idempotency key', () => {
    const keys = (): string[] => client.calls.map(({ idempotencyKey }) => idempotencyKey);

    for (const members of [
      { name: 'ConnectionError' },
      { name: 'TimeoutError' },
      { status: 429 },
      { status: 503 },
    ])
      it(`is the same when the visitor tries again after ${JSON.stringify(members)}`, async () => {
        await fail(failure(members));
        submit(element);
        client.refuse(failure(members));
        await settled(element);
        submit(element);
        expect(keys()).to.have.length(3);
        expect(new Set(keys()).size).to.equal(1);
        expect(keys()[0]).to.match(uuidPattern);
      });

    it('is another for the next lead, even one with the same words', async () => {
      fill(element);
      submit(element);
      client.accept();
      await settled(element);
      element.reset();
      fill(element);
      submit(element);
      expect(new Set(keys()).size).to.equal(2);
    });

    it('is another when the words have changed: the backend refuses a key with a different body', async () => {
      await fail(failure({ status: 503 }));
      type(element, 'lastName', 'King');
      submit(element);
      expect(new Set(keys()).size).to.equal(2);
    });

    it('is another after a refusal, which the old key would bring back', async () => {
      await fail(failure({ status: 409, code: 'GROUP_ARCHIVED' }));
      submit(element);
      expect(new Set(keys()).size).to.equal(2);
    });

    it('is not shared by two forms with the same words', async () => {
      const other = await leadForm(client);
      for (const each of [element, other]) {
        fill(each);
        submit(each);
      }
      expect(new Set(keys()).size).to.equal(2);
    });
  });

  describe('for want of configuration', () => {
    it('says nothing before the submit, then tells the visitor and the developer: no client', async () => {
      element.client = undefined;
      fill(element);
      await settled(element);
      expect(logged).to.be.empty;
      expect(part(element, 'failure')).to.equal(null);
      submit(element);
      await settled(element);
      expect(part(element, 'failure')?.textContent).to.contain('cannot be sent right now');
      expect(logged).to.have.length(1);
      expect(logged[0]?.map(String).join(' ')).to.contain('Set the property client');
      expect(typed(element).email).to.equal('ada@example.com');

      element.client = client; // it may come late
      submit(element);
      expect(client.calls).to.have.length(1);
    });

    it('the same without a group', async () => {
      element.removeAttribute('group-id');
      fill(element);
      submit(element);
      await settled(element);
      expect(client.calls).to.be.empty;
      expect(part(element, 'failure')?.textContent).to.contain('cannot be sent right now');
      expect(logged).to.have.length(1);
      expect(logged[0]?.map(String).join(' ')).to.contain('Set group-id');
      expect(field(element, 'email').getAttribute('aria-invalid')).to.equal('false');
    });
  });
});
