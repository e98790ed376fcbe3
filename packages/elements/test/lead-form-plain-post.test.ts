import axe from 'axe-core';
import { expect } from 'chai';
import { fixture, html, oneEvent } from '@open-wc/testing';
import type { FluenzrLeadForm } from '@fluenzr/elements';
import { TestEndpoint, refusal } from './lead-form-endpoint.js';
import {
  FakeClient,
  failure,
  field,
  fill,
  form,
  leadForm,
  part,
  settled,
  submit,
  typed,
} from './lead-form-fixture.js';

describe('the plain post of <fluenzr-lead-form>', () => {
  let endpoint: TestEndpoint;
  let element: FluenzrLeadForm;
  let posts: { action: string | null; charset: string; pairs: Record<string, unknown> }[];
  const { submit: browserSubmit } = HTMLFormElement.prototype;
  const log = console.error;

  beforeEach(async () => {
    endpoint = new TestEndpoint();
    posts = [];
    console.error = () => undefined;
    // the browser would leave this page
    HTMLFormElement.prototype.submit = function () {
      posts.push({
        action: this.getAttribute('action'),
        charset: this.acceptCharset,
        pairs: Object.fromEntries(new FormData(this)),
      });
    };
    element = await fixture(
      html`<fluenzr-lead-form endpoint="https://leads.example.com" form="frm_website"></fluenzr-lead-form>`,
    );
    fill(element);
  });

  afterEach(() => {
    console.error = log;
    HTMLFormElement.prototype.submit = browserSubmit;
    endpoint.remove();
  });

  const send = async (event: keyof GlobalEventHandlersEventMap): Promise<void> => {
    const fired = oneEvent(element, event);
    submit(element);
    await fired;
    await settled(element);
  };

  const action = 'https://leads.example.com/forms/frm_website/submissions';

  it('is offered when nothing could be stored, carries the same id, and leaves the form as it was', async () => {
    endpoint.blocked = true;
    endpoint.turns.push('no connection');
    await send('fluenzr-error');
    expect(typed(element).email).to.equal('ada@example.com');
    expect((await axe.run(element)).violations).to.deep.equal([]);
    part(element, 'plain')?.click();
    const { id } = endpoint.requests[0]!.lead;
    const { startedAt, ...pairs } = posts[0]!.pairs;
    expect(posts[0]).to.deep.include({ action, charset: 'utf-8' });
    expect(pairs).to.deep.equal({ id, email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' });
    expect(startedAt).to.equal(endpoint.requests[0]!.lead.startedAt);
    expect(document.forms, 'nothing is left of it').to.have.length(1);
    expect(form(element).querySelector('[name=id]')).to.equal(null);
  });

  it('is offered beside "saved on this device" where the network is there and only scripts are blocked', async () => {
    endpoint.turns.push('no connection');
    await send('fluenzr-queued');
    expect((await axe.run(element)).violations).to.deep.equal([]);
    part(element, 'plain')?.click();
    expect(posts[0]?.pairs.id).to.equal(endpoint.requests[0]?.lead.id);
    expect(posts[0]?.pairs.email).to.equal('ada@example.com');
  });

  it('says all that the script knows: where the visitor came from, the consent, every value of a field', async () => {
    const { href } = location;
    history.replaceState(null, '', '?utm_source=newsletter&gclid=x1');
    element = await fixture(
      html`<fluenzr-lead-form endpoint="https://leads.example.com" form="frm_website" attribution="page">
        <form>
          <input name="email" value="ada@example.com" aria-label="E-mail" />
          <input type="checkbox" name="team" value="sales" checked aria-label="Sales" />
          <input type="checkbox" name="team" value="support" checked aria-label="Support" />
          <label><input type="checkbox" name="consent" checked /> You may write to me.</label>
          <input type="hidden" name="redirect" value="/thanks" />
          <button type="submit">Send</button>
        </form>
      </fluenzr-lead-form>`,
    );
    await import('../src/lead-form/attribution.js'); // the form loads them, too
    await import('../src/lead-form/consent.js');
    await settled(element);
    history.replaceState(null, '', href);
    let teams: unknown[] = [];
    const submitted = HTMLFormElement.prototype.submit;
    HTMLFormElement.prototype.submit = function () {
      teams = new FormData(this).getAll('team');
      submitted.call(this);
    };
    endpoint.turns.push('no connection');
    await send('fluenzr-queued');
    expect(endpoint.requests[0]?.lead.fields, 'what is for plain forms alone is no field').to.deep.equal({
      team: ['sales', 'support'],
    });
    part(element, 'plain')?.click();
    expect(posts[0]?.pairs).to.deep.include({
      email: 'ada@example.com',
      utm_source: 'newsletter',
      gclid: 'x1',
      consent: 'on',
    });
    expect(posts[0]?.pairs.startedAt).to.be.a('string');
    expect(posts[0]?.pairs.landingPage).to.be.a('string');
    expect(teams).to.deep.equal(['sales', 'support']);
  });

  it('is not offered for what it would not help', async () => {
    endpoint.turns.push(refusal(503));
    await send('fluenzr-queued');
    expect(part(element, 'plain'), 'the endpoint is busy, and was reached').to.equal(null);

    const invalid = refusal(422, { errors: [{ pointer: '/email', code: 'INVALID_VALUE', message: 'No.' }] });
    for (const answer of [invalid, refusal(403, { code: 'ORIGIN_NOT_ALLOWED' })]) {
      element = await fixture(
        html`<fluenzr-lead-form endpoint="https://leads.example.com" form="frm_website"></fluenzr-lead-form>`,
      );
      fill(element);
      endpoint.turns.push(answer);
      await send('fluenzr-error');
      expect(part(element, 'plain')).to.equal(null);
    }

    const client = new FakeClient();
    element = await leadForm(client);
    fill(element);
    submit(element);
    client.refuse(failure({ name: 'ConnectionError' }));
    await settled(element);
    expect(part(element, 'plain'), 'a client has no form endpoint').to.equal(null);
  });

  it('bears inputs that are called like members of a form', async () => {
    element = await fixture(
      html`<fluenzr-lead-form endpoint="https://leads.example.com" form="frm_website">
        <form target="_blank" action="/elsewhere">
          <input name="email" value="ada@example.com" aria-label="E-mail" />
          <input name="submit" value="1" aria-label="Submit" />
          <input name="action" value="2" aria-label="Action" />
          <input name="method" value="3" aria-label="Method" />
          <button type="submit">Send</button>
        </form>
      </fluenzr-lead-form>`,
    );
    endpoint.turns.push('no connection');
    await send('fluenzr-queued');
    part(element, 'plain')?.click();
    expect(posts[0]).to.deep.include({ action });
    expect(posts[0]?.pairs).to.deep.include({ submit: '1', action: '2', method: '3' });
    expect(field(element, 'email').value).to.equal('ada@example.com');
  });
});
