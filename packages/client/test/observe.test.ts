import { expect } from 'chai';
import {
  type ClientOptions,
  createClient,
  type Logger,
  type RequestEvent,
  type ResponseEvent,
  type RetryEvent,
} from '../src/index.js';
import { contact, page } from './samples.js';
import { json, problem, scriptedFetch, type Step } from './scripted-fetch.js';

const token = 'token-0123456789';

function setUp(steps: Step[], options: Partial<ClientOptions>) {
  const { fetch } = scriptedFetch(...steps);
  return createClient({ baseUrl: 'https://crm.example.com', apiKey: () => token, fetch, ...options });
}

describe('observers', () => {
  it('hear of each try, each answer and each wait', async () => {
    const told: [string, RequestEvent][] = [];
    const fluenzr = setUp([problem(503, 'SERVICE_UNAVAILABLE', {}, { 'retry-after': '0' }), json(contact)], {
      onRequest: (event) => told.push(['request', event]),
      onResponse: (event) => told.push(['response', event]),
      onRetry: (event) => told.push(['retry', event]),
    });
    await fluenzr.contacts.get('con_1');
    expect(told.map(([what, { attempt }]) => `${what} ${attempt}`)).to.deep.equal([
      'request 1',
      'response 1',
      'retry 1',
      'request 2',
      'response 2',
    ]);
    expect(new Set(told.map(([, { requestId }]) => requestId))).to.have.property('size', 1);
    for (const [, event] of told) {
      expect(event).to.include({
        route: 'GET /contacts/{id}',
        url: 'https://crm.example.com/api/v1/contacts/con_1',
      });
    }
    const [, response, retry] = told.map(([, event]) => event) as [RequestEvent, ResponseEvent, RetryEvent];
    expect(response.status).to.equal(503);
    expect(response.headers.get('retry-after')).to.equal('0');
    expect(response.elapsed).to.be.at.least(0);
    expect(retry.delay).to.equal(0);
    expect(retry.error).to.include({ name: 'APIError', code: 'SERVICE_UNAVAILABLE' });
  });

  it('hear of a broken connection that is tried again', async () => {
    const retries: RetryEvent[] = [];
    const fluenzr = setUp([new TypeError('Failed to fetch'), json(contact)], {
      onRetry: (event) => retries.push(event),
    });
    await fluenzr.contacts.get('con_1');
    expect(retries).to.have.length(1);
    expect(retries[0]!.error.name).to.equal('ConnectionError');
    expect(retries[0]!.delay).to.be.within(0, 500);
  });

  it('say nothing when there are none', async () => {
    await setUp([json(contact)], {}).contacts.get('con_1');
  });
});

describe('a logger', () => {
  function recorder() {
    const lines: string[] = [];
    const record = (level: string) => (message: string, details?: object) =>
      lines.push(`${level} ${message} ${JSON.stringify(details ?? '')}`);
    const logger: Logger = { debug: record('debug'), info: record('info'), warn: record('warn') };
    return { lines, logger };
  }

  it('takes a line for each request, answer and retry, by level, without secrets', async () => {
    const { lines, logger } = recorder();
    const steps = [problem(503, 'SERVICE_UNAVAILABLE', {}, { 'retry-after': '0' }), json(contact)];
    const fluenzr = setUp(steps, {
      logger,
      headers: { cookie2: 'hidden', 'x-api-key': 'hidden', 'x-tenant': 'shown' },
    });
    await fluenzr.contacts.get('con_1');
    expect(lines.map((line) => line.split(' ')[0])).to.deep.equal(['debug', 'info', 'warn', 'debug', 'info']);
    expect(lines.join('\n')).to.not.contain(token).and.to.not.contain('hidden');
    expect(lines[0]).to.contain('shown').and.to.contain('"authorization":"***"');
  });

  it('warns of a deprecated endpoint once', async () => {
    const { lines, logger } = recorder();
    const headers = { deprecation: '@1767225600', sunset: 'Thu, 31 Dec 2026 00:00:00 GMT' };
    const steps = [json(contact, 200, headers), json(contact, 200, headers), json(page([]), 200, headers)];
    const fluenzr = setUp(steps, { logger });
    await fluenzr.contacts.get('con_1');
    await fluenzr.contacts.get('con_2');
    await fluenzr.contacts.list();
    const warnings = lines.filter((line) => line.startsWith('warn'));
    expect(warnings).to.have.length(2);
    expect(warnings[0]).to.contain('GET /contacts/{id} is deprecated').and.to.contain('31 Dec 2026');
    expect(warnings[1]).to.contain('GET /contacts is deprecated');
  });

  it('may leave levels out', async () => {
    await setUp([json(contact)], { logger: {} }).contacts.get('con_1');
  });
});
