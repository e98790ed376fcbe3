import { attributionFields } from './attribution.js';
import type { Posted } from './body.js';
import { botScore, type Signals, suspicious } from './bot-score.js';
import { askProvider } from './captcha.js';
import { useChallenge } from './challenge.js';
import type { Form } from './forms.js';
import { sha256, uuidOf } from './hash.js';
import type { Limits } from './limits.js';
import { mailboxOf, mailPolicy } from './mail-domain.js';
import type { Proofs } from './proofs.js';
import { receiptOf } from './receipt.js';
import { invalidAt, Refusal, unavailable } from './refusal.js';
import type { LeadState } from './store/leads.js';
import type { Store } from './store/store.js';
import { checkSubmission, type Draft, draftOf, type Submission, uuidPattern } from './submission.js';
import type { Upstream } from './upstream.js';

/** How long a submission id is remembered. */
const remembered = 30 * 86_400_000;

/** What accepting works with. */
export interface SubmitParts {
  /** Left out on edge functions: then FluenzR itself keeps the lead before the 202. */
  store: Store | undefined;
  upstream: Upstream;
  limits: Limits;
  proofs: Proofs;
  disposableDomains: ReadonlySet<string>;
  fetch: (request: Request) => Promise<Response>;
  now: () => number;
  /** Secret and keys, which may come from the store. */
  keys: () => Promise<{ secret: string; keyOf: (text: string) => Promise<string> }>;
}

/** A submission that was taken: it is kept durably. */
export interface Taken {
  receiptId: string;
  outcome: 'accepted' | 'quarantined' | 'repeated';
  /** Why a person should look first. */
  reasons: readonly string[];
  /** Where a plain form asked to be sent to. */
  redirect: string | undefined;
}

/**
 * Takes submissions, in the order of work of the contract: look-up of the submission id, limits, bot score, strict schema,
 * durable accept.
 */
export class Submit {
  readonly #parts: SubmitParts;
  /** Submission ids that are being worked on in this process. */
  readonly #running = new Set<string>();

  constructor(parts: SubmitParts) {
    this.#parts = parts;
  }

  /**
   * Takes what was posted to a form.
   *
   * @param network the sender's network, see `networkOf`
   * @throws Refusal 409, 422, 429, 503
   */
  async take(form: Form, posted: Posted, network: string): Promise<Taken> {
    const consentHash = form.consent && (await sha256(form.consent.text));
    const { now } = this.#parts;
    const draft = draftOf(posted, form, () => ({
      version: form.consent?.version,
      textHash: consentHash,
      at: new Date(now()).toISOString(),
    }));
    if (posted.by === 'form') draft.members.id ??= await this.#idOf(form, draft);
    const id = submissionId(draft);
    if (id === undefined) return this.#takeOnce(form, draft, posted, network, consentHash);
    if (this.#running.has(id)) {
      throw new Refusal(409, 'IDEMPOTENCY_KEY_IN_USE', 'This submission is being worked on. Ask again.', {
        retryAfter: 1,
      });
    }
    this.#running.add(id);
    try {
      return await this.#takeOnce(form, draft, posted, network, consentHash);
    } finally {
      this.#running.delete(id);
    }
  }

  /** A page without scripts cannot make an id: what was typed and the day make one, so that a reload does not double. */
  async #idOf(form: Form, { members }: Draft): Promise<string> {
    const today = Math.floor(this.#parts.now() / 86_400_000);
    const { email, firstName, lastName, fields } = members;
    return uuidOf(JSON.stringify([form.id, today, email, firstName, lastName, fields]));
  }

  async #takeOnce(
    form: Form,
    draft: Draft,
    posted: Posted,
    network: string,
    consentHash: string | undefined,
  ): Promise<Taken> {
    const { store, limits, keys, now } = this.#parts;
    const redirect = allowedRedirect(form, draft.redirect);
    const id = submissionId(draft);
    const known = id === undefined ? undefined : await store?.submissions.find(id);
    if (known) {
      const submission = checkSubmission(draft, form, consentHash);
      return this.#repeated(
        submission.id,
        known.fingerprint,
        await fingerprintOf(form, submission),
        redirect,
      );
    }

    const { keyOf } = await keys();
    const address = addressOf(draft);
    await limits.count(form, {
      networkKey: await keyOf(network),
      addressKey: address === undefined ? undefined : await keyOf(mailboxOf(address)),
    });

    const proof = await this.#proof(form, draft, posted);
    const submission = checkSubmission(draft, form, consentHash);
    const reasons = this.#suspicions(form, submission, draft, proof);
    const fingerprint = await fingerprintOf(form, submission);
    const receiptId = await receiptOf(submission.id);
    const contact = contactOf(form, submission);
    if (!store) {
      if (reasons.length > 0) {
        // nobody could review it later, so it is said now
        throw new Refusal(
          422,
          'SUBMISSION_SUSPECT',
          'This could not be taken automatically. Write to us instead.',
        );
      }
      await this.#deliverNow(form, submission, contact);
      return { receiptId, outcome: 'accepted', reasons, redirect };
    }
    const state: LeadState =
      reasons.length > 0 ? 'QUARANTINED' : form.optIn === 'confirm' ? 'CONFIRM_DUE' : 'PENDING';
    const earlier = await store.submissions.accept({
      submissionId: submission.id,
      formId: form.id,
      fingerprint,
      state,
      contact: JSON.stringify(contact),
      addressKey: await keyOf(submission.email),
      reasons,
      acceptedAt: now(),
      expiresAt: now() + remembered,
    });
    if (earlier) return this.#repeated(submission.id, earlier.fingerprint, fingerprint, redirect);
    return { receiptId, outcome: reasons.length > 0 ? 'quarantined' : 'accepted', reasons, redirect };
  }

  async #repeated(id: string, known: string, now: string, redirect: string | undefined): Promise<Taken> {
    if (known !== now) throw reused();
    return { receiptId: await receiptOf(id), outcome: 'repeated', reasons: [], redirect };
  }

  async #proof(form: Form, { members }: Draft, posted: Posted): Promise<Signals['proof']> {
    const { challenge } = form;
    if (challenge.kind === 'none') return 'NOT_ASKED';
    const shown = members.challenge;
    if (typeof shown !== 'string' || shown === '') {
      // a script can fetch a challenge and send again; a page without scripts cannot, and behind it may be a person
      if (posted.by === 'form') return 'MISSING';
      throw invalidAt(
        '/challenge',
        'CHALLENGE_REQUIRED',
        'This form asks for a challenge. Solve one and send again.',
      );
    }
    const { proofs, now, fetch, keys } = this.#parts;
    const id = typeof members.id === 'string' ? members.id.trim().toLowerCase() : '';
    if (challenge.kind === 'proof-of-work') {
      const { secret } = await keys();
      await useChallenge(form, shown, { secret, proofs, submissionId: id, now: now() });
      return 'PASSED';
    }
    return askProvider(form, challenge, shown, { fetch, proofs, submissionId: id, now: now() });
  }

  /** Why a person should look at a submission before anything happens with it. */
  #suspicions(form: Form, submission: Submission, { honeypot }: Draft, proof: Signals['proof']): string[] {
    const { firstName = '', lastName = '', fields, startedAt, email } = submission;
    const { score, reasons } = botScore({
      honeypot,
      timeOnForm: startedAt === undefined ? undefined : elapsed(startedAt, this.#parts.now()),
      names: [firstName, lastName],
      answers: Object.values(fields).map(String),
      proof,
    });
    const { action, code } = mailPolicy(form, email, this.#parts.disposableDomains);
    if (action === 'refuse' && code) {
      throw invalidAt('/email', code, 'Addresses of this provider are not taken here. Use another one.');
    }
    return [...(score >= suspicious ? reasons : []), ...(action === 'quarantine' && code ? [code] : [])];
  }

  async #deliverNow(form: Form, submission: Submission, contact: Contact): Promise<void> {
    const result = await this.#parts.upstream.deliver(
      { ...contact, groupId: form.groupId, onConflict: 'ATTACH' },
      submission.id,
    );
    if (result.outcome === 'DELIVERED') return;
    if (result.outcome === 'LATER') {
      throw unavailable(
        'The lead could not be kept just now. Send it again.',
        Math.ceil((result.retryAfter ?? 30_000) / 1000),
      );
    }
    if (result.reason === 'IDEMPOTENCY_KEY_REUSED') throw reused();
    const errors = Object.entries(result.fieldErrors)
      .filter(([field]) => /^(?:email|firstName|lastName|fields\..+)$/.test(field))
      .flatMap(([field, faults]) =>
        faults.map(({ code, message }) => ({ pointer: `/${field.replaceAll('.', '/')}`, code, message })),
      );
    if (errors.length > 0)
      throw new Refusal(422, 'VALIDATION_FAILED', 'FluenzR does not take this.', { errors });
    throw unavailable('This form is not set up rightly. Its owner has to look.', 600);
  }
}

/** A start in the future is a visitor's clock that is wrong: it says nothing. */
function elapsed(startedAt: string, now: number): number | undefined {
  const milliseconds = now - Date.parse(startedAt);
  return milliseconds < 0 ? undefined : milliseconds;
}

type Contact = ReturnType<typeof contactOf>;

function contactOf(form: Form, { email, firstName, lastName, fields, consent, attribution }: Submission) {
  const all: Record<string, string | number> = {
    ...attributionFields(attribution, form.attribution),
    ...fields,
  };
  if (consent && form.consent?.field) {
    all[form.consent.field] = `${consent.version} ${consent.at} ${consent.textHash}`;
  }
  return {
    email,
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
    ...(form.locale !== undefined && { language: form.locale }),
    ...(Object.keys(all).length > 0 && { fields: all }),
  };
}

/** What of a submission is its content: a repetition may show another challenge, but not another lead. */
const fingerprintOf = (form: Form, { email, firstName, lastName, fields }: Submission): Promise<string> =>
  sha256(JSON.stringify([form.id, email, firstName, lastName, fields]));

const reused = () =>
  invalidAt(
    '/id',
    'IDEMPOTENCY_KEY_REUSED',
    'This id was used for another submission. Make a new UUID for each filled form.',
  );

/** The submission id, where there is one that can be looked up. */
function submissionId({ members: { id } }: Draft): string | undefined {
  const text = typeof id === 'string' ? id.trim().toLowerCase() : '';
  return uuidPattern.test(text) ? text : undefined;
}

/** The address for the limits; whether it is a good one is seen later. */
function addressOf({ members: { email } }: Draft): string | undefined {
  return typeof email === 'string' && email.trim() !== '' ? email.trim().toLowerCase() : undefined;
}

function allowedRedirect(form: Form, redirect: string | undefined): string | undefined {
  if (redirect === undefined || form.redirectAllow.includes(redirect)) return redirect;
  throw invalidAt('/redirect', 'REDIRECT_NOT_ALLOWED', 'This page is not in the form\'s "redirectAllow".');
}
