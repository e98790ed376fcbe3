import type { Context } from 'hono';
import { Hono } from 'hono/tiny'; // its router is made at the start of a worker, and is 2 KB smaller
import { isFormPost, type Posted, readBody } from './body.js';
import { issueChallenge } from './challenge.js';
import { type RelayConfig, requireConfig } from './config.js';
import type { Form, Forms } from './forms.js';
import { keyMaker, randomToken, sha256 } from './hash.js';
import { Limits, memoryHits, networkOf } from './limits.js';
import { jsonLog } from './log.js';
import { Metrics } from './metrics.js';
import { callerOrigin, corsHeaders, requireOrigin } from './origin.js';
import { acceptedPage, confirmedPage, confirmPage, refusalPage } from './page.js';
import { problem } from './problem.js';
import { memoryProofs } from './proofs.js';
import { RefusalLog } from './refusal-log.js';
import { Refusal, unavailable } from './refusal.js';
import type { Store } from './store/store.js';
import { Submit } from './submit.js';
import { connectUpstream } from './upstream.js';

/** What the platform knows of a request. */
export interface RequestContext {
  /** The sender's IP address. */
  address?: string | undefined;
  /** Keeps a worker alive until the promise is settled. */
  waitUntil?: ((promise: Promise<unknown>) => void) | undefined;
}

/** A form endpoint. */
export interface Relay {
  /** Answers a request. Never throws, and never answers 500 for what a client sent. */
  fetch(request: Request, context?: RequestContext): Promise<Response>;
  /**
   * Does what is due: sends leads and confirm mails, removes what has expired. Called again while it runs, it looks once
   * more. What fails is logged and is due again; the promise is always kept.
   */
  work(): Promise<void>;
  /** Takes other forms from now on. */
  setForms(forms: Forms): void;
  /** What happened so far, in Prometheus' text format. */
  metrics(): Promise<string>;
}

interface Environment {
  Bindings: RequestContext;
  Variables: { requestId: string; form?: Form; origin?: string; posted?: Posted };
}
type Call = Context<Environment>;

const tokenPattern = /^[\w-]{43}$/;

/** A relay without a store answers on a grid of this many milliseconds, so that its delay does not tell what FluenzR knows. */
const grid = 500;

/**
 * Makes the form endpoint: a page posts leads to it and holds no key.
 *
 * @throws Error where the configuration contradicts itself; the message says what to add.
 * @example
 * ```ts
 * const relay = createRelay({
 *   forms: parseForms(document),
 *   upstream: { baseUrl: 'https://crm.example.com', apiKey: process.env.FLUENZR_API_KEY ?? '' },
 * });
 * const request = new Request('https://leads.example.com/healthz');
 * const response = await relay.fetch(request, { address: '203.0.113.7' });
 * ```
 */
export function createRelay(config: RelayConfig): Relay {
  const { store, publicUrl, now = Date.now, random = Math.random, bodyTimeout = 10_000 } = config;
  const log = config.log ?? jsonLog((line) => console.log(line));
  let forms = config.forms;
  requireConfig(config, forms);
  const ownOrigin = publicUrl && new URL(publicUrl).origin;
  const upstream = connectUpstream(config.upstream);
  const metrics = new Metrics();
  const refusals = new RefusalLog(log, now);
  const proofs = store?.proofs ?? memoryProofs(now);
  const limits = new Limits(store?.hits ?? memoryHits(now), config.limit ?? { max: 3000, seconds: 60 }, now);
  const keys = remember(async () => {
    const secret = config.secret ?? (await store?.secret()) ?? randomToken();
    return { secret, keyOf: await keyMaker(secret) };
  });
  const submit = new Submit({
    store,
    upstream,
    limits,
    proofs,
    disposableDomains: new Set(config.disposableDomains),
    fetch: config.fetch ?? ((request) => fetch(request)),
    now,
    keys,
  });

  // without a store, everything happens before the answer
  const work =
    store?.worker({
      ...config,
      upstream,
      keyOf: async (text) => (await keys()).keyOf(text),
      forms: () => forms,
      log,
      metrics,
      now,
      random,
    }) ?? (() => Promise.resolve());
  const app = new Hono<Environment>();

  app.use(async (call, next) => {
    const asked = call.req.header('x-request-id') ?? '';
    call.set('requestId', /^[\w-]{1,64}$/.test(asked) ? asked : randomToken().slice(0, 22));
    await next();
    // a refusal holds no secret, and a page that may not read it would take it for a broken connection
    const origin = call.get('origin') ?? (call.res.ok ? undefined : call.req.header('origin'));
    const headers = {
      'X-Request-Id': call.get('requestId'),
      ...(origin !== undefined && corsHeaders(origin)),
    };
    for (const [name, value] of Object.entries(headers)) call.res.headers.set(name, value);
  });

  app.post('/forms/:formId/submissions', async (call) => {
    const started = performance.now();
    let code: string | undefined;
    try {
      const form = formOf(call);
      const posted = await readBody(call.req.raw, bodyTimeout);
      call.set('posted', posted);
      allowOrigin(call, form);
      const taken = await submit.take(form, posted, networkOf(call.env.address ?? 'unknown'));
      code = taken.outcome.toUpperCase();
      log.info('submission', { form: form.id, receipt: taken.receiptId, code, reasons: taken.reasons });
      kick(call);
      return taken.redirect !== undefined
        ? new Response(null, { status: 303, headers: { Location: taken.redirect } })
        : wantsPage(call)
          ? acceptedPage(form.locale)
          : json(202, { receiptId: taken.receiptId, status: 'ACCEPTED' });
    } catch (error) {
      code ??= error instanceof Refusal ? error.code : 'UNEXPECTED';
      if (error instanceof Refusal) {
        refusals.tell(call.req.param('formId'), callerOrigin(call.req.raw), error);
      }
      throw error;
    } finally {
      if (!store) await (config.delay ?? wait)(grid - ((performance.now() - started) % grid));
      metrics.count('submissions', { form: call.get('form')?.id ?? 'unknown', code: code ?? '' });
      metrics.took(performance.now() - started);
    }
  });

  app.get('/forms/:formId/challenge', async (call) => {
    const form = formOf(call);
    allowOrigin(call, form);
    await countVisit(call);
    const { challenge, honeypot } = form;
    const trap = honeypot === undefined ? {} : { honeypot };
    switch (challenge.kind) {
      case 'none':
        return json(200, { kind: 'none', ...trap });
      case 'proof-of-work': {
        const { secret } = await keys();
        const issued = await issueChallenge(form, challenge, { secret, load: limits.load, now: now() });
        return json(200, { kind: 'proof-of-work', ...issued, ...trap });
      }
      default:
        return json(200, { kind: challenge.kind, siteKey: challenge.siteKey, ...trap });
    }
  });

  for (const [path, method] of [
    ['/forms/:formId/submissions', 'POST'],
    ['/forms/:formId/challenge', 'GET'],
  ] as const) {
    app.options(path, (call) => {
      allowOrigin(call, formOf(call));
      const headers = {
        'Access-Control-Allow-Methods': method,
        'Access-Control-Allow-Headers': 'Content-Type, X-Request-Id',
        'Access-Control-Max-Age': '86400',
      };
      return new Response(null, { status: 204, headers });
    });
    app.all(path, () => notAllowed(method));
  }

  app.get('/confirm/:token', async (call) => {
    const { form, token } = await confirmation(call, (hash, kept) => kept.confirmations.look(hash, now()));
    return confirmPage(form, `${publicUrl ?? ''}/confirm/${token}`);
  });

  app.post('/confirm/:token', async (call) => {
    const { form } = await confirmation(call, (hash, kept) => kept.confirmations.redeem(hash, now()));
    metrics.count('confirmations', { form: form.id });
    log.info('confirmed', { form: form.id });
    kick(call);
    return form.confirmedRedirect === undefined
      ? confirmedPage(form.locale)
      : new Response(null, {
          status: 303,
          headers: { Location: form.confirmedRedirect, 'Referrer-Policy': 'no-referrer' },
        });
  });
  app.all('/confirm/:token', () => notAllowed('GET, POST'));

  app.get('/healthz', async () => {
    await store?.ping();
    return json(200, { status: 'ok' });
  });

  // not app.notFound(): what that throws gets past the headers above
  app.all('*', () => {
    throw new Refusal(404, 'NOT_FOUND', 'There is nothing here.');
  });

  app.onError((error, call) => {
    let refusal = error;
    if (!(refusal instanceof Refusal)) {
      // the lead stays with its sender, who sends it again
      log.error('unexpected', {
        message: `${error.name}: ${error.message}`,
        requestId: call.get('requestId'),
      });
      refusal = unavailable('The relay cannot do this just now. Send it again.');
    }
    return answerRefusal(call, refusal as Refusal);
  });

  function formOf(call: Call): Form {
    const form = forms.get(call.req.param('formId') ?? '');
    if (!form) throw new Refusal(404, 'FORM_NOT_FOUND', 'There is no form of this id.');
    call.set('form', form);
    return form;
  }

  function allowOrigin(call: Call, form: Form): void {
    const origin = callerOrigin(call.req.raw);
    requireOrigin(form, origin, ownOrigin);
    if (origin !== undefined) call.set('origin', origin);
  }

  async function countVisit(call: Call): Promise<void> {
    const { keyOf } = await keys();
    await limits.countVisit(await keyOf(networkOf(call.env.address ?? 'unknown')));
  }

  async function confirmation(
    call: Call,
    ask: (tokenHash: string, store: Store) => ReturnType<Store['confirmations']['look']>,
  ): Promise<{ form: Form; token: string }> {
    await countVisit(call);
    const token = call.req.param('token') ?? '';
    const found =
      store && tokenPattern.test(token)
        ? await ask(await sha256(token), store)
        : { outcome: 'UNKNOWN' as const };
    const form = found.outcome === 'UNKNOWN' ? undefined : forms.get(found.formId);
    if (form) call.set('form', form);
    if (form && found.outcome === 'CONFIRMED') return { form, token };
    if (found.outcome === 'USED') {
      throw new Refusal(410, 'CONFIRM_LINK_USED', 'This link was used before. There is nothing more to do.');
    }
    const expired = found.outcome === 'EXPIRED';
    throw new Refusal(expired ? 410 : 404, 'CONFIRM_LINK_DEAD', 'This link is incomplete or too old.');
  }

  function answerRefusal(call: Call, refusal: Refusal): Response {
    const { retryAfter, headers: further } = refusal.parts;
    const headers = {
      ...further,
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    };
    if (!wantsPage(call)) {
      return problem(refusal, { instance: call.req.path, requestId: call.get('requestId') }, headers);
    }
    const form = call.get('form');
    const posted = call.get('posted');
    const again =
      form && posted?.by === 'form' && publicUrl !== undefined
        ? { action: `${publicUrl}/forms/${form.id}/submissions`, pairs: posted.pairs }
        : undefined;
    return refusalPage(refusal, headers, {
      locale: form?.locale,
      again,
      redirects: form?.redirectAllow,
    });
  }

  /** Starts the work that a request made due, without waiting for it. */
  function kick(call: Call): void {
    const working = work();
    call.env.waitUntil?.(working);
  }

  return {
    fetch: async (request, context = {}) => app.fetch(request, context),
    work,
    setForms(changed) {
      requireConfig(config, changed);
      forms = changed;
    },
    async metrics() {
      const counts = (await store?.leads.count()) ?? [];
      return metrics.text(
        counts.flatMap(({ state, leads, oldest }) => [
          { name: 'leads', labels: { state }, value: leads },
          { name: 'oldest_lead_seconds', labels: { state }, value: Math.max(0, (now() - oldest) / 1000) },
        ]),
      );
    },
  };
}

/** Whether a person looks at the answer. */
function wantsPage(call: Call): boolean {
  const accept = call.req.header('accept') ?? '';
  return (
    accept.includes('text/html') ||
    (isFormPost(call.req.raw) && !/application\/(?:problem\+)?json/.test(accept))
  );
}

const json = (status: number, body: object): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  });

function notAllowed(methods: string): never {
  throw new Refusal(405, 'METHOD_NOT_ALLOWED', `Use ${methods} here.`, { headers: { Allow: methods } });
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Does something once, and again only where it failed. */
function remember<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined;
  return () =>
    (made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    }));
}
