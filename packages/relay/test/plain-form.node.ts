import { createHash } from 'node:crypto';
import { expect } from 'chai';
import type { FormInput, Store } from '../src/index.js';
import { createWorld, memoryStore, publicUrl, site } from './world.js';

describe('a plain HTML form, without scripts', () => {
  let store: Store;
  let empty: () => Promise<void>;
  before(async () => ({ store, empty } = await memoryStore()));
  beforeEach(() => empty());
  after(() => store.close());

  const form: Partial<FormInput> = {
    fields: { company: {}, topics: { options: ['Fintech', 'SaaS'], multiple: true } },
    consent: { version: '2', text: 'Yes.' },
    redirectAllow: ['https://www.example.com/thanks'],
  };
  const typed = { email: 'ada@fintech.example', firstName: 'Ada', lastName: '', consent: 'on' };

  it('is accepted with a page that is true for every outcome', async () => {
    const world = await createWorld({ store, form });
    world.holdLeads();
    const response = await world.postForm([
      ...Object.entries(typed),
      ['company', 'Example Ltd'],
      ['topics', 'Fintech'],
      ['topics', 'SaaS'],
      ['utm_source', 'linkedin'],
    ]);
    expect(response.status).to.equal(202);
    expect(response.headers.get('content-type')).to.equal('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).to.match(
      /^default-src 'none'; style-src 'nonce-[\w-]{43}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(response.headers.get('access-control-allow-origin')).to.equal(site);
    expect(response.headers.get('x-request-id')).to.match(/^[\w-]{22}$/);
    expect(await response.text()).to.include('We have received your details.');
    const [lead] = await store.leads.list('PENDING', 5);
    expect(JSON.parse(lead?.contact ?? '{}')).to.deep.equal({
      email: 'ada@fintech.example',
      firstName: 'Ada',
      fields: { company: 'Example Ltd', topics: 'Fintech, SaaS' },
    });
  });

  it('may be multipart/form-data', async () => {
    const world = await createWorld({ store, form });
    const data = new FormData();
    for (const [name, value] of Object.entries(typed)) data.set(name, value);
    const response = await world.request('/forms/frm_website/submissions', {
      method: 'POST',
      headers: { origin: site, accept: 'text/html' },
      body: data,
    });
    expect(response.status).to.equal(202);
  });

  it('that is reloaded is one lead; on another day it is another one', async () => {
    const world = await createWorld({ store, form });
    const release = world.holdLeads();
    await world.postForm(typed);
    await world.postForm(typed);
    expect(await store.leads.list('PENDING', 5)).to.have.length(1);
    world.clock.advance(86_400_000);
    await world.postForm(typed);
    release();
    await world.relay.work();
    expect(world.logged().filter(({ code }) => code === 'ACCEPTED')).to.have.length(2);
    expect(await world.contacts()).to.deep.equal([typed.email]);
  });

  it('is sent on to a page of the list, and to no other', async () => {
    const world = await createWorld({ store, form });
    const good = await world.postForm({ ...typed, redirect: 'https://www.example.com/thanks' });
    expect(good.status).to.equal(303);
    expect(good.headers.get('location')).to.equal('https://www.example.com/thanks');
    for (const redirect of [
      'https://evil.example/',
      '//evil.example',
      'https://www.example.com/thanks@evil.example',
      'https://www.example.com/thanks/../x',
      'javascript:alert(1)',
      'https://www.example.com/thanks\r\nSet-Cookie: a=b',
    ]) {
      const bad = await world.postForm({ ...typed, email: 'eve@fintech.example', redirect });
      expect(bad.status, redirect).to.equal(422);
      expect(bad.headers.get('location')).to.equal(null);
    }
  });

  it('with mistakes gets a page that names them, and escapes what was typed', async () => {
    const world = await createWorld({ store, form });
    const response = await world.postForm({ ...typed, email: 'ada', '<script>alert(1)</script>': '1' });
    expect(response.status).to.equal(422);
    const page = await response.text();
    expect(page).to.include('E-mail: This is not an e-mail address');
    expect(page).to.include('&#60;script&#62;').and.not.include('<script');
  });

  it('speaks the language of the form', async () => {
    const french = await createWorld({ store, form: { ...form, locale: 'fr' } });
    const page = await (await french.postForm({ ...typed, email: 'ada' })).text();
    expect(page).to.include('<html lang="fr">').and.include('Ce n’est pas une adresse e-mail');
    for (const [locale, word] of [
      ['de', 'Vielen Dank'],
      ['es', 'Gracias'],
      ['fr', 'Merci'],
      ['en', 'Thank you'],
    ] as const) {
      const world = await createWorld({ store, form: { ...form, locale } });
      expect(await (await world.postForm(typed)).text()).to.include(`<h1>${word}</h1>`);
    }
  });

  it('keeps what was typed on the page when it cannot be taken now, behind a button', async () => {
    const world = await createWorld({ store, form, limit: { max: 1, seconds: 60 } });
    await world.postForm(typed);
    const response = await world.postForm({ ...typed, email: 'grace@fintech.example', firstName: '"><b>' });
    expect(response.status).to.equal(429);
    expect(response.headers.get('content-security-policy')).to.include(
      "form-action 'self' https://www.example.com;",
    );
    const page = await response.text();
    expect(page).to.include(`<form method="post" action="${publicUrl}/forms/frm_website/submissions">`);
    expect(page).to.include('name="email" value="grace@fintech.example"');
    expect(page).to.include('value="&#34;&#62;&#60;b&#62;"');
    world.clock.advance(60_000);
    const again = await world.postForm(
      { ...typed, email: 'grace@fintech.example', firstName: 'Grace' },
      { origin: publicUrl },
    );
    expect(again.status).to.equal(202);
  });

  it('refuses what is given twice, and files', async () => {
    const world = await createWorld({ store, form });
    const twice = await world.postForm([...Object.entries(typed), ['email', 'eve@fintech.example']]);
    expect(twice.status).to.equal(422);
    const data = new FormData();
    data.set('email', new File(['x'], 'x.txt'));
    const file = await world.request('/forms/frm_website/submissions', {
      method: 'POST',
      headers: { origin: site },
      body: data,
    });
    expect(file.status).to.equal(422);
  });

  it('needs the consent where the form does, and records the text of today', async () => {
    const world = await createWorld({
      store,
      form: { ...form, consent: { version: '2', text: 'Yes.', field: 'consent' } },
    });
    world.holdLeads();
    const { consent, ...without } = typed;
    expect(consent).to.equal('on');
    expect((await world.postForm(without)).status).to.equal(422);
    expect((await world.postForm(typed)).status).to.equal(202);
    const [lead] = await store.leads.list('PENDING', 1);
    expect((JSON.parse(lead?.contact ?? '{}') as { fields: object }).fields).to.deep.equal({
      consent: `2 2027-01-04T09:00:00.000Z ${createHash('sha256').update('Yes.').digest('hex')}`,
    });
  });
});
