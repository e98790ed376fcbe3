import type { Form } from './forms.js';
import type { Proofs } from './proofs.js';
import { invalidAt } from './refusal.js';

type Captcha = Extract<Form['challenge'], { kind: 'turnstile' | 'hcaptcha' | 'recaptcha' }>;

const addresses: Record<Captcha['kind'], string> = {
  turnstile: 'https://challenges.cloudflare.com/turnstile/v0/siteverify',
  hcaptcha: 'https://api.hcaptcha.com/siteverify',
  recaptcha: 'https://www.google.com/recaptcha/api/siteverify',
};

/** How long a verdict is kept: a provider takes each token once, but a submission may be sent again. */
const keptFor = 86_400_000;

/**
 * What a provider thinks. `TOO_OLD`: the token has expired or was used, as happens to a lead that waited for a connection.
 * `UNREACHABLE`: there is no answer that can be used. Both are for a person to look at.
 */
export type Verdict = 'PASSED' | 'LOW_SCORE' | 'TOO_OLD' | 'UNREACHABLE';

/** What asking needs. */
export interface Asking {
  fetch: (request: Request) => Promise<Response>;
  proofs: Proofs;
  submissionId: string;
  now: number;
}

/**
 * Asks the provider about a token, once for each submission: the verdict is kept under the submission id.
 *
 * @throws Refusal 422 `CHALLENGE_INVALID` at `/challenge` where the provider does not know the token. The page shows the
 * widget again.
 */
export async function askProvider(
  form: Form,
  captcha: Captcha,
  token: string,
  { fetch, proofs, submissionId, now }: Asking,
): Promise<Verdict> {
  const key = `${captcha.kind}:${form.id}:${submissionId}`;
  const known = await proofs.find(key);
  if (known) return known.verdict as Verdict;
  const answer = await ask(captcha, token, fetch);
  if (answer === undefined || hasCode(answer, ourFault)) return 'UNREACHABLE';
  if (hasCode(answer, /^timeout-or-duplicate$/)) return 'TOO_OLD';
  const hosts = form.origins.filter((origin) => origin !== 'null').map((origin) => new URL(origin).hostname);
  const { hostname, score } = answer;
  if (answer.success !== true || (typeof hostname === 'string' && !hosts.includes(hostname))) {
    throw invalidAt(
      '/challenge',
      'CHALLENGE_INVALID',
      'This check was not passed. Do it again and send again.',
    );
  }
  const low = captcha.kind === 'recaptcha' && typeof score === 'number' && score < captcha.minScore;
  const verdict = low ? 'LOW_SCORE' : 'PASSED';
  await proofs.keep(key, { submissionId, verdict }, now + keptFor);
  return verdict;
}

type Answer = Readonly<Record<string, unknown>>;

async function ask(captcha: Captcha, token: string, fetch: Asking['fetch']): Promise<Answer | undefined> {
  try {
    const response = await fetch(
      new Request(addresses[captcha.kind], {
        method: 'POST',
        body: new URLSearchParams({ secret: captcha.secret, response: token }),
        signal: AbortSignal.timeout(5000),
      }),
    );
    const answer: unknown = await response.json();
    return response.ok && typeof answer === 'object' && answer !== null ? (answer as Answer) : undefined;
  } catch {
    return undefined;
  }
}

/** A wrong secret says nothing about the visitor. */
const ourFault = /secret|sitekey|bad-request|internal-error/;

const hasCode = (answer: Answer, pattern: RegExp): boolean => {
  const codes = answer['error-codes'];
  return Array.isArray(codes) && codes.some((code) => pattern.test(String(code)));
};
