import { expect } from 'chai';
import { fixture, html, oneEvent } from '@open-wc/testing';
import type { FluenzrLeadForm } from '@fluenzr/elements';
import { TestEndpoint, refusal } from './lead-form-endpoint.js';
import { field, fill, part, settled, submit, until } from './lead-form-fixture.js';
import { proofOfWork, solvedNonce } from './lead-form-proof-of-work.js';

describe('the proof of work of <fluenzr-lead-form>', () => {
  let endpoint: TestEndpoint;
  let element: FluenzrLeadForm;
  let nonces: string[];

  /** A fresh challenge at each question, as the relay gives them. */
  const issue = async (): Promise<void> => {
    const challenge = await proofOfWork();
    endpoint.challenge = challenge;
    nonces.push(challenge.parameters.nonce);
  };

  beforeEach(async () => {
    endpoint = new TestEndpoint();
    nonces = [];
    await issue();
    element = await fixture(
      html`<fluenzr-lead-form endpoint="https://leads.example.com" form="frm_website"></fluenzr-lead-form>`,
    );
  });

  afterEach(() => endpoint.remove());

  const asks = (code: string): Response =>
    refusal(422, { errors: [{ pointer: '/challenge', code, message: 'Solve one and send again.' }] });

  const send = async (): Promise<void> => {
    fill(element);
    const accepted = oneEvent(element, 'fluenzr-accepted');
    submit(element);
    await accepted;
    await settled(element);
  };

  const leads = (): { challenge?: string }[] => endpoint.requests.map(({ lead }) => lead);

  it('asks the endpoint at the first focus, and not before', async () => {
    await settled(element);
    expect(endpoint.asked).to.equal(0);
    field(element, 'email').focus();
    field(element, 'firstName').focus();
    await until(() => endpoint.asked > 0);
    await settled(element);
    expect(endpoint.asked).to.equal(1);
  });

  it('asks nothing in test mode', async () => {
    element.mode = 'test';
    field(element, 'email').focus();
    await settled(element);
    await send();
    expect(endpoint.asked).to.equal(0);
  });

  it('does not hold a submit up: the lead goes at once, and again with the solution where one is wanted', async () => {
    endpoint.turns.push(asks('CHALLENGE_REQUIRED'));
    await send();
    expect(leads()[0]?.challenge).to.equal(undefined);
    expect(await solvedNonce(leads()[1]?.challenge)).to.equal(nonces[0]);
    expect(endpoint.leads.size).to.equal(1);
    expect(part(element, 'success')?.textContent).to.contain('Thank you!');
  });

  it('is solved while the visitor types, and goes with the lead; the next lead gets one of its own', async () => {
    const shown: string[] = [];
    let made = 0;
    const encode = window.btoa;
    window.btoa = (text) => {
      if (nonces.some((nonce) => text.includes(nonce))) made += 1; // and not one that another test has left to be solved
      return encode(text);
    };
    for (const round of [0, 1]) {
      field(element, 'email').focus();
      await until(() => made === round + 1);
      await settled(element);
      await send();
      shown.push(await solvedNonce(leads()[round]?.challenge));
      await issue();
      part(element, 'again')?.click();
      await settled(element);
    }
    window.btoa = encode;
    expect(shown).to.deep.equal(nonces.slice(0, 2));
  });

  it('makes a new one where the first has expired', async () => {
    endpoint.turns.push(asks('CHALLENGE_EXPIRED'));
    await send();
    expect(leads()).to.have.length(2);
    await solvedNonce(leads()[1]?.challenge);
  });

  it('keeps the lead where no challenge can be had, and says that it is saved', async () => {
    const answer = window.fetch;
    window.fetch = (url, init) =>
      init?.method === 'POST' ? answer(url, init) : Promise.reject(new TypeError('Failed to fetch'));
    endpoint.turns.push(asks('CHALLENGE_REQUIRED'));
    fill(element);
    const queued = oneEvent(element, 'fluenzr-queued');
    submit(element);
    await queued;
  });

  it('says so when no solution is good enough, and keeps the text', async () => {
    endpoint.turns.push(asks('CHALLENGE_INVALID'), asks('CHALLENGE_INVALID'));
    fill(element);
    const error = oneEvent(element, 'fluenzr-error') as unknown as Promise<
      GlobalEventHandlersEventMap['fluenzr-error']
    >;
    submit(element);
    expect((await error).failure).to.equal('challenge');
    await settled(element);
    expect(part(element, 'failure')?.textContent).to.contain('was not passed');
    expect(field(element, 'email').value).to.equal('ada@example.com');
  });
});
