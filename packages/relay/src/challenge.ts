import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Form } from './forms.js';
import type { Proofs } from './proofs.js';
import { invalidAt } from './refusal.js';

type ProofOfWork = Extract<Form['challenge'], { kind: 'proof-of-work' }>;

/** How long a challenge counts: a lead that was filled in without a connection waits on its device for 6.5 days. */
const lifetime = 7 * 86_400_000;

/** At full load a guess costs ten times as much. */
const costliest = 10;

/**
 * Makes a proof-of-work challenge for one form: the page has to guess a number. Nothing is kept of it: the challenge is
 * signed.
 *
 * @param load how busy the relay is, 0 to 1
 */
export async function issueChallenge(
  form: Form,
  { cost }: ProofOfWork,
  { secret, load, now }: { secret: string; load: number; now: number },
) {
  const { parameters, signature } = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: Math.round(cost * (1 + (costliest - 1) * load)),
    deriveKey,
    hmacSignatureSecret: secret,
    data: { form: form.id, expires: now + lifetime },
  });
  return { parameters, signature };
}

/**
 * Checks a solved challenge and uses it up for a submission. The same submission may show it again, when it is sent again.
 *
 * @throws Refusal 422 at `/challenge`: `CHALLENGE_INVALID`, `CHALLENGE_EXPIRED` or `CHALLENGE_USED`. The page gets a new
 * challenge and sends again.
 */
export async function useChallenge(
  form: Form,
  solved: string,
  {
    secret,
    proofs,
    submissionId,
    now,
  }: { secret: string; proofs: Proofs; submissionId: string; now: number },
): Promise<void> {
  const payload = parsePayload(solved);
  const valid =
    payload !== undefined &&
    (await verifySolution({ ...payload, deriveKey, hmacSignatureSecret: secret }).then(
      ({ verified }) => verified,
      () => false, // a challenge that is not one of ours can hold anything
    ));
  const data = payload?.challenge.parameters.data;
  if (!valid || data?.form !== form.id) throw refused('CHALLENGE_INVALID', 'This challenge is not solved.');
  const expires = Number(data.expires);
  if (expires <= now) throw refused('CHALLENGE_EXPIRED', 'This challenge is too old.');
  const key = `proof-of-work:${payload.challenge.parameters.nonce}`;
  const proof = await proofs.keep(key, { submissionId, verdict: 'SOLVED' }, expires);
  if (proof.submissionId !== submissionId) throw refused('CHALLENGE_USED', 'This challenge was used before.');
}

const refused = (code: string, message: string) =>
  invalidAt('/challenge', code, `${message} Get a new one and send again.`);

type Payload = Pick<Parameters<typeof verifySolution>[0], 'challenge' | 'solution'>;

/** The page sends altcha's payload: `{challenge, solution}` as JSON in base64. The signature vouches for the rest. */
function parsePayload(solved: string): Payload | undefined {
  try {
    const payload = JSON.parse(atob(solved)) as Partial<Payload> | null;
    return typeof payload?.challenge?.parameters === 'object' && typeof payload.solution === 'object'
      ? (payload as Payload)
      : undefined;
  } catch {
    return undefined;
  }
}
