// The form's script, as it is served, under a strict policy, against the real relay with a mock backend behind it.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PGlite } from '@electric-sql/pglite';
import { createClient, type FluenzR } from '@fluenzr/client';
import { createMockBackend } from '@fluenzr/mocks';
import {
  createRelay,
  type FormInput,
  openStore,
  parseForms,
  pgliteDatabase,
  type Relay,
} from '@fluenzr/relay';
import { serve } from '@fluenzr/relay/node';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../tooling/src/find-browser.js';
import { bundle } from './delivery-trials.js';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

const plenty = { max: 1000, seconds: 60 };

describe('<fluenzr-lead-form> and the relay', () => {
  let browser: Browser;
  let server: Server;
  let site: string;
  let relay: Relay;
  let store: Awaited<ReturnType<typeof openStore>>;
  let relayUrl: string;
  let stop: () => Promise<void>;
  let fluenzr: FluenzR;
  let groupId: string;
  let asked: string[];

  before(async () => {
    const { executablePath, env, args } = await findBrowser();
    browser = await chromium.launch({ executablePath, env, args });
    const files = await bundle();
    server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
      const script = files.get(pathname);
      if (script !== undefined) {
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
        return;
      }
      const policy = [
        "default-src 'none'",
        "script-src 'self' https://challenges.cloudflare.com",
        `connect-src ${relayUrl}`,
        `form-action ${relayUrl}`,
        searchParams.has('no-worker') ? "worker-src 'none'" : "worker-src 'self'",
        "require-trusted-types-for 'script'",
        'trusted-types fluenzr',
      ].join('; ');
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy }).end(
        `<!doctype html><html lang="en"><title>Page</title>
           <fluenzr-lead-form endpoint="${relayUrl}" form="${pathname.slice(1)}"></fluenzr-lead-form>
           <script type="module" src="/lead-form.js"></script>`,
      );
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

    const backend = createMockBackend({ rateLimit: Number.POSITIVE_INFINITY });
    const upstream = { baseUrl: 'https://crm.example.com', apiKey: backend.apiKey, fetch: backend.fetch };
    fluenzr = createClient(upstream);
    ({ id: groupId } = await fluenzr.groups.create({ name: '[DYN] Inbound Leads', type: 'DYNAMIC' }));
    const form = (name: string, challenge: FormInput['challenge']): FormInput => ({
      id: `frm_${name}`,
      title: 'Example Ltd',
      groupId,
      origins: [site],
      optIn: 'single',
      honeypot: 'k7_qvw',
      limits: { network: plenty, address: plenty, form: plenty },
      ...(challenge && { challenge }),
    });
    store = await openStore(pgliteDatabase(await PGlite.create()));
    asked = [];
    relay = createRelay({
      forms: parseForms({
        forms: [
          form('work', { kind: 'proof-of-work', cost: 20 }),
          form('turnstile', { kind: 'turnstile', siteKey: '0x4AAA', secret: 'secret' }),
        ],
      }),
      upstream,
      store,
      now: () => Date.now() + 60_000, // nobody here types as slowly as a person
      fetch: async (request) => {
        asked.push(new URLSearchParams(await request.text()).get('response') ?? '');
        return Response.json({ success: true, hostname: '127.0.0.1' });
      },
      log,
    });
    const serving = await serve(relay, { port: 0, host: '127.0.0.1', log });
    relayUrl = serving.url;
    stop = () => serving.stop();
  });

  after(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await stop();
    await store.close();
  });

  /** Opens a form, and notes what its policy forbids. */
  const open = async (path: string, prepare?: (page: Page) => Promise<unknown>) => {
    const device = await browser.newContext();
    const page = await device.newPage();
    const violations: string[] = [];
    await page.exposeFunction('violated', (directive: string) => violations.push(directive));
    await page.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
        (window as unknown as { violated: (directive: string) => void }).violated(violatedDirective),
      ),
    );
    await prepare?.(page);
    await page.goto(`${site}/${path}`);
    return { device, page, violations };
  };

  const fillIn = async (page: Page, email: string): Promise<void> => {
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await page.getByRole('textbox', { name: 'First name' }).fill('Ada');
  };

  const send = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.getByText('Thank you!').waitFor();
  };

  const contacts = async (): Promise<string[]> => {
    await relay.work();
    const found = await fluenzr.groups.contacts.list(groupId, {}).toArray({ limit: 100 });
    return found.map(({ email }) => email);
  };

  it('gives a lead with a proof of work, solved in a worker, without breaking the policy', async () => {
    const { device, page, violations } = await open('frm_work');
    const worker = page.waitForEvent('worker');
    await fillIn(page, 'ada@example.com');
    assert.match((await worker).url(), /proof-of-work-worker/);
    await send(page);
    assert.ok((await contacts()).includes('ada@example.com'));
    assert.deepEqual(violations, []);
    await device.close();
  });

  it('solves it beside the page where the policy allows no worker', async () => {
    const { device, page } = await open('frm_work?no-worker');
    await fillIn(page, 'bob@example.com');
    await send(page);
    assert.ok((await contacts()).includes('bob@example.com'));
    await device.close();
  });

  it('gives a lead that waited on the device, from a page without the form', async () => {
    const { device, page } = await open('frm_work');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('cleo@example.com');
    await device.setOffline(true);
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.getByText('Saved on this device').waitFor();
    await page.close();
    await device.setOffline(false);
    const another = await device.newPage();
    const taken = another.waitForResponse(
      (response) => response.url().endsWith('/submissions') && response.status() === 202,
    );
    await another.goto(`${site}/frm_turnstile`);
    await taken;
    await device.close();
  });

  it('hides the trap of the form record from people', async () => {
    const { device, page } = await open('frm_work');
    await page.getByRole('textbox', { name: 'E-mail' }).focus();
    await page.locator('[name=k7_qvw]').waitFor({ state: 'attached' });
    const session = await device.newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const inputs = nodes.filter(({ ignored, role }) => !ignored && role?.value === 'textbox');
    assert.deepEqual(
      inputs.map(({ name }): unknown => name?.value),
      ['E-mail', 'First name (optional)', 'Last name (optional)'],
    );
    await device.close();
  });

  it("shows the captcha of the form record, and sends the provider's token", async () => {
    const { device, page, violations } = await open('frm_turnstile', (page) =>
      page.route('https://challenges.cloudflare.com/**', (route) =>
        route.fulfill({
          contentType: 'text/javascript',
          body: `window.turnstile = {
            render: (place, { sitekey, callback }) => {
              const input = document.createElement('input');
              Object.assign(input, { type: 'hidden', name: 'cf-turnstile-response', value: 'token-1' });
              place.append(sitekey, input);
              callback('token-1');
            },
            reset: () => {},
          };`,
        }),
      ),
    );
    await fillIn(page, 'dora@example.com');
    await page.getByText('0x4AAA').waitFor();
    await send(page);
    assert.deepEqual(asked, ['token-1']);
    assert.ok((await contacts()).includes('dora@example.com'));
    assert.deepEqual(violations, []);
    await device.close();
  });

  it('lets a person look at the lead of a visitor whose browser blocks the captcha', async () => {
    const { device, page } = await open('frm_turnstile', (page) =>
      page.route('https://challenges.cloudflare.com/**', (route) => route.abort()),
    );
    await fillIn(page, 'emil@example.com');
    await page.getByText('You can send the form all the same').waitFor();
    await send(page);
    assert.ok(!(await contacts()).includes('emil@example.com'));
    const waiting = await store.leads.list('QUARANTINED', 10);
    assert.ok(waiting.some((lead) => lead.contact.includes('emil@example.com')));
    await device.close();
  });

  it('tells the owner, not the visitor, that the form record lacks a field of the page', async () => {
    const { device, page } = await open('frm_work');
    const told: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    await page.locator('form').evaluate((form) => {
      const company = document.createElement('label');
      const input = Object.assign(document.createElement('input'), { name: 'company' });
      company.replaceChildren('Company', input);
      form.prepend(company);
    });
    await fillIn(page, 'hal@example.com');
    await page.getByLabel('Company').fill('Example Ltd');
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.getByRole('alert').filter({ hasText: 'This form cannot be sent right now' }).waitFor();
    assert.doesNotMatch(await page.locator('fluenzr-lead-form').innerText(), /record/);
    assert.ok(told.some((text) => text.includes(`"company" is not in "fields" of the form's record`)));
    await device.close();
  });

  describe('where parts of the script do not arrive', () => {
    const withoutFeedback = (page: Page): Promise<unknown> =>
      page.route(/feedback/, (route) => route.abort());

    it('the lead is taken all the same, plain words say so, and the console says which files to host', async () => {
      const { device, page } = await open('frm_work', withoutFeedback);
      const told: string[] = [];
      page.on('console', (message) => told.push(message.text()));
      await fillIn(page, 'fay@example.com');
      await page.getByRole('button', { name: 'Sign up' }).click();
      await page.getByRole('alert').filter({ hasText: 'If an e-mail asks you to confirm' }).waitFor();
      assert.ok((await contacts()).includes('fay@example.com'));
      assert.equal(told.filter((text) => text.includes('host the folder parts')).length, 1);
      await device.close();
    });

    it('a message for which expressions are missing is replaced', async () => {
      const { device, page } = await open('frm_work', (page) =>
        page.route(/feedback|success-message/, (route) => route.abort()),
      );
      await page.locator('fluenzr-lead-form').evaluate((form) => {
        form.setAttribute('success-message', 'Thank you, @contact.first_name!');
      });
      await fillIn(page, 'ida@example.com');
      await page.getByRole('button', { name: 'Sign up' }).click();
      await page.getByRole('alert').filter({ hasText: 'If an e-mail asks you to confirm' }).waitFor();
      await device.close();
    });

    it("mistakes are told in the browser's own words", async () => {
      const { device, page } = await open('frm_work', withoutFeedback);
      await page.getByRole('button', { name: 'Sign up' }).click();
      await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'email');
      await device.close();
    });

    it('and scripts cannot send, the text stays, and the next try goes as a plain form, once', async () => {
      const { device, page } = await open('frm_work', async (page) => {
        await withoutFeedback(page);
        await page.route(/submissions$/, (route) =>
          route.request().resourceType() === 'fetch'
            ? route.fulfill({ status: 403, body: 'Blocked', headers: { 'access-control-allow-origin': '*' } })
            : route.continue(),
        );
      });
      await fillIn(page, 'gil@example.com');
      await page.getByRole('button', { name: 'Sign up' }).click();
      await page.getByRole('alert').filter({ hasText: 'What you typed is still here' }).waitFor();
      assert.equal(await page.locator('[name=email]').inputValue(), 'gil@example.com');
      await page.getByRole('button', { name: 'Sign up' }).click();
      await page.waitForURL(`${relayUrl}/**`);
      assert.match(await page.locator('body').innerText(), /Thank you/);
      // without a challenge a person looks at it
      const waiting = await store.leads.list('QUARANTINED', 10);
      const leads = waiting.filter((lead) => lead.contact.includes('gil@example.com'));
      assert.equal(leads.length, 1);
      await device.close();
    });
  });
});
