import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { expect } from 'chai';

const hmacSignatureSecret = 'secret';

/** A challenge as the relay gives it, fresh, and easy to solve. */
export async function proofOfWork() {
  const { parameters, signature } = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 1,
    keyPrefix: '0',
    deriveKey,
    hmacSignatureSecret,
  });
  return { kind: 'proof-of-work', parameters, signature };
}

/** The nonce of a challenge that a lead shows solved. */
export async function solvedNonce(challenge = ''): Promise<string> {
  const payload = JSON.parse(atob(challenge)) as Pick<
    Parameters<typeof verifySolution>[0],
    'challenge' | 'solution'
  >;
  expect((await verifySolution({ ...payload, deriveKey, hmacSignatureSecret })).verified).to.be.true;
  return payload.challenge.parameters.nonce;
}
