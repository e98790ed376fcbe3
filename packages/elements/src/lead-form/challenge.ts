/**
 * What the form's record asks of a sender beside a filled form, loaded at the first focus. The challenge is solved while
 * the visitor types; a submit never waits for it: where the solution is not there yet, the outbox sends again with it.
 *
 * @module
 */
import type { FluenzrLeadForm } from './lead-form.js';
import type { LeadAddition } from './parts.js';
import { type ProofOfWork, solveProofOfWork } from './proof-of-work.js';

/** The answer of `GET {endpoint}/forms/{form}/challenge`. */
type Challenge = { readonly honeypot?: string } & (
  | { readonly kind: 'none' }
  | ({ readonly kind: 'proof-of-work' } & ProofOfWork)
  | { readonly kind: 'turnstile' | 'hcaptcha' | 'recaptcha'; readonly siteKey: string }
);

/** How long a lead waits for a solution before the visitor is told that it is saved. */
const patience = 10_000;

/** Solutions still being made for a lead that has been sent already, by the address that it went to. */
const handedOver = new Map<string, Promise<string | undefined>>();

async function ask(url: string): Promise<Challenge> {
  const response = await fetch(url.replace(/submissions$/, 'challenge'), {
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return (await response.json()) as Challenge;
}

/** Without TLS a page has no `crypto.subtle`: then the endpoint takes the lead as a plain form. */
const solution = (challenge: Challenge): Promise<string> | undefined =>
  challenge.kind === 'proof-of-work' && 'subtle' in crypto ? solveProofOfWork(challenge) : undefined;

/**
 * Solves the challenge of a form for one lead, as `outbox.solveChallenge` wants it. What takes longer than a visitor waits
 * is an error, goes on, and is there at the next try.
 */
export async function solve(url: string): Promise<string | undefined> {
  // nothing handed over: there was no answer, or a person is asked
  const solving = (async () => (await handedOver.get(url)) ?? (await solution(await ask(url))))();
  handedOver.set(url, solving);
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('The challenge is still being solved.')), patience),
  );
  solving.then(
    () => handedOver.delete(url),
    () => handedOver.delete(url),
  );
  return Promise.race([solving, late]);
}

/** Asks what the form's record wants, sets that up, and solves ahead, again for each further lead. */
export function attach(host: FluenzrLeadForm): LeadAddition {
  /** For the next lead. */
  let ahead:
    { url: string; solving: Promise<string | undefined>; solved?: string; ended?: boolean } | undefined;

  const prepare = (): void => {
    const url = host.submissionsUrl;
    if (ahead?.url === url) return;
    const next: typeof ahead = { url, solving: setUp(host, url).catch(() => undefined) };
    ahead = next;
    void next.solving.then((solved) => {
      next.ended = true;
      if (solved) next.solved = solved;
      else if (!navigator.onLine && ahead === next) ahead = undefined; // the next focus asks again
    });
  };

  host.addEventListener('focusin', ({ target }) => {
    if (target !== host) prepare(); // the summary and the panel need no challenge
  });
  prepare();
  return () => {
    if (!ahead || ahead.url !== host.submissionsUrl) return {};
    const { url, solving, solved, ended } = ahead;
    if (ended && !solved) return {}; // nothing to solve for a script, now and next time
    if (!ended) handedOver.set(url, solving);
    ahead = undefined;
    return solved ? { challenge: solved } : {};
  };
}

/** What the form's record wants of a person or of the page is put into the form's settings; the rest is solved. */
async function setUp(host: FluenzrLeadForm, url: string): Promise<string | undefined> {
  const challenge = await ask(url);
  const { kind, honeypot } = challenge;
  if (honeypot) host.setAttribute('honeypot', honeypot);
  if (kind !== 'none' && kind !== 'proof-of-work') {
    if (!host.hasAttribute('captcha')) host.setAttribute('captcha', kind);
    if (!host.hasAttribute('captcha-key')) host.setAttribute('captcha-key', challenge.siteKey);
  }
  return solution(challenge);
}
