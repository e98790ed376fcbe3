import { expect } from 'chai';
import type { FormInput, Store } from '../src/index.js';
import { createWorld, lead, memoryStore, refusalOf, site } from './world.js';

describe('a submission', () => {
  let store: Store;
  let empty: () => Promise<void>;
  before(async () => ({ store, empty } = await memoryStore()));
  beforeEach(() => empty());
  after(() => store.close());

  it('is accepted, and the contact is in the group', async () => {
    const world = await createWorld({ store });
    const submission = lead({ email: ' Ada@Fintech.Example ' });
    const response = await world.post(submission);
    expect(response.status).to.equal(202);
    expect(response.headers.get('access-control-allow-origin')).to.equal(site);
    const answer = (await response.json()) as { receiptId: string; status: string };
    expect(answer).to.have.all.keys('receiptId', 'status');
    expect(answer.status).to.equal('ACCEPTED');
    await world.relay.work();
    const [contact] = await world.fluenzr.contacts.list().toArray({ limit: 2 });
    expect(contact).to.include({ email: 'ada@fintech.example', firstName: 'Ada', lastName: 'Lovelace' });
    expect(contact?.groups.map(({ id }) => id)).to.deep.equal([world.groupId]);
    expect(await store.leads.count()).to.deep.equal([]);
  });

  for (const type of ['text/plain;charset=UTF-8', 'application/json']) {
    it(`may be ${type}`, async () => {
      const world = await createWorld({ store });
      const response = await world.request('/forms/frm_website/submissions', {
        method: 'POST',
        headers: { 'content-type': type, origin: site },
        body: JSON.stringify(lead()),
      });
      expect(response.status).to.equal(202);
    });
  }

  it('sent again gives the same answer, and one contact', async () => {
    const world = await createWorld({ store });
    const submission = lead();
    const first = (await (await world.post(submission)).json()) as object;
    await world.relay.work();
    world.clock.advance(29 * 86_400_000);
    const again = await world.post(submission);
    expect(again.status).to.equal(202);
    expect(await again.json()).to.deep.equal(first);
    await world.relay.work();
    expect(await world.contacts()).to.deep.equal([submission.email]);
    expect(await store.leads.count()).to.deep.equal([]);
  });

  it('with the id of another one is refused, since it would be lost', async () => {
    const world = await createWorld({ store });
    const submission = lead();
    await world.post(submission);
    const other = await refusalOf(await world.post({ ...submission, email: 'grace@fintech.example' }));
    expect(other).to.deep.equal({
      status: 422,
      code: 'VALIDATION_FAILED',
      pointers: ['/id IDEMPOTENCY_KEY_REUSED'],
    });
  });

  it('that another relay accepted and delivered meanwhile is not kept again', async () => {
    const kept = {
      submissionId: crypto.randomUUID(),
      formId: 'frm_website',
      fingerprint: 'f',
      state: 'PENDING',
      contact: '{}',
      addressKey: 'a',
      reasons: [],
      acceptedAt: 1,
      expiresAt: 2,
    } as const;
    expect(await store.submissions.accept(kept)).to.equal(undefined);
    await store.leads.remove(kept.submissionId);
    expect(await store.submissions.accept(kept)).to.deep.equal({ formId: 'frm_website', fingerprint: 'f' });
    expect(await store.leads.count()).to.deep.equal([]);
  });

  it('that is being worked on answers 409 with Retry-After', async () => {
    const world = await createWorld({ store });
    const submission = lead();
    const answers = await Promise.all([world.post(submission), world.post(submission)]);
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([202, 409]);
    const conflict = answers.find(({ status }) => status === 409);
    expect(conflict?.headers.get('retry-after')).to.equal('1');
    expect((await world.post(submission)).status).to.equal(202);
    await world.relay.work();
    expect(await world.contacts()).to.have.length(1);
  });

  it('answers the same for new, known, unsubscribed and blocked addresses', async () => {
    const world = await createWorld({ store });
    const known = ['known', 'unsubscribed', 'blocked', 'bounced'].map((name) => `${name}@fintech.example`);
    for (const email of known) {
      const { id } = await world.fluenzr.contacts.create({ email, firstName: 'Grace' });
      const status = email.split('@')[0]?.toUpperCase();
      if (status !== 'KNOWN') await world.fluenzr.contacts.update(id, { status: status as 'BLOCKED' });
    }
    const answers = [];
    for (const email of ['new@fintech.example', ...known]) {
      const response = await world.post(lead({ email }));
      const { receiptId, ...body } = (await response.json()) as { receiptId: string };
      expect(receiptId).to.match(/^rcp_[0-9a-f]{24}$/);
      const headers = Object.fromEntries(response.headers);
      delete headers['x-request-id'];
      answers.push(JSON.stringify({ status: response.status, headers, body }));
    }
    expect(new Set(answers).size).to.equal(1);
  });

  it('never overwrites a known name, and never revives a contact that left', async () => {
    const world = await createWorld({ store });
    for (const status of ['UNSUBSCRIBED', 'BLOCKED', 'BOUNCED'] as const) {
      const email = `${status.toLowerCase()}@fintech.example`;
      const { id } = await world.fluenzr.contacts.create({ email, firstName: 'Grace' });
      await world.fluenzr.contacts.update(id, { status });
      expect((await world.post(lead({ email, firstName: 'Mallory', lastName: 'Hopper' }))).status).to.equal(
        202,
      );
      await world.relay.work();
      const contact = await world.fluenzr.contacts.get(id);
      expect(contact).to.include({ firstName: 'Grace', lastName: 'Hopper', status });
    }
  });

  it('carries fields, consent and attribution into the custom fields that the form names', async () => {
    const world = await createWorld({
      store,
      form: {
        fields: {
          company: { required: true },
          size: { type: 'number' },
          topics: { options: ['Fintech', 'SaaS'], multiple: true },
        },
        consent: { version: '2027-01', text: 'Yes, write to me.', field: 'consent' },
        attribution: { 'first.utm_source': 'first_source', 'last.referrer': 'referrer' },
      },
    });
    for (const key of ['company', 'topics', 'consent', 'first_source', 'referrer']) {
      await world.fluenzr.fields.create({ key, name: key, type: 'text' });
    }
    await world.fluenzr.fields.create({ key: 'size', name: 'Size', type: 'number' });
    const textHash = await hashOf('Yes, write to me.');
    const response = await world.post(
      lead({
        fields: { company: ' Example Ltd ', size: '42', topics: ['Fintech', 'SaaS'] },
        consent: { version: '2027-01', textHash, at: '2027-01-04T08:59:00Z' },
        attribution: {
          first: { utm_source: 'linkedin', utm_campaign: 'Q4' },
          last: { referrer: 'https://example.org/' },
        },
        startedAt: '2027-01-04T08:58:00.000Z',
      }),
    );
    expect(response.status).to.equal(202);
    await world.relay.work();
    const [contact] = await world.fluenzr.contacts.list().toArray({ limit: 1 });
    expect(contact?.fields).to.deep.equal({
      company: 'Example Ltd',
      size: 42,
      topics: 'Fintech, SaaS',
      consent: `2027-01 2027-01-04T08:59:00Z ${textHash}`,
      first_source: 'linkedin',
      referrer: 'https://example.org/',
    });
  });

  for (const version of ['', '2026-02', '2027-01']) {
    it(`keeps today’s version of a consent whose text is today’s, where the page says "${version}"`, async () => {
      const consent = { version: '2027-01', text: 'Yes, write to me.', field: 'consent' };
      const world = await createWorld({ store, form: { consent } });
      await world.fluenzr.fields.create({ key: 'consent', name: 'Consent', type: 'text' });
      const textHash = await hashOf(consent.text);
      await world.post(lead({ consent: { version, textHash, at: '2027-01-04T08:59:00Z' } }));
      await world.relay.work();
      const [contact] = await world.fluenzr.contacts.list().toArray({ limit: 1 });
      expect(contact?.fields).to.deep.equal({ consent: `2027-01 2027-01-04T08:59:00Z ${textHash}` });
    });
  }

  it('gives contacts the language of the form, where its record names one', async () => {
    for (const [form, language] of [
      [{ locale: 'fr' }, 'fr'],
      [{}, null],
    ] as const) {
      await empty();
      const world = await createWorld({ store, form });
      await world.post(lead());
      await world.relay.work();
      const [contact] = await world.fluenzr.contacts.list().toArray({ limit: 1 });
      expect(contact?.language).to.equal(language);
    }
  });

  const form: Partial<FormInput> = {
    fields: {
      company: { required: true },
      size: { type: 'number' },
      since: { type: 'datetime' },
      plan: { options: ['Starter', 'Team'] },
      note: { multiline: true, maxLength: 20 },
    },
    consent: { version: '2', text: 'Yes.' },
  };
  const whole = {
    fields: { company: 'Example Ltd' },
    consent: { version: '1', textHash: '0'.repeat(64), at: '2027-01-01T00:00:00Z' },
  };

  const refused: [what: string, members: Record<string, unknown>, pointers: string[]][] = [
    ['no id', { id: undefined }, ['/id REQUIRED']],
    ['an id that is no UUID', { id: 'lead-1' }, ['/id INVALID_VALUE']],
    ['no e-mail', { email: undefined }, ['/email REQUIRED']],
    ['an e-mail without a domain', { email: 'ada' }, ['/email INVALID_EMAIL_FORMAT']],
    ['two addresses in one', { email: 'ada@example.com,eve@example.com' }, ['/email INVALID_EMAIL_FORMAT']],
    [
      'an address with a second header',
      { email: 'ada@example.com\r\nBcc: eve@example.com' },
      ['/email INVALID_EMAIL_FORMAT'],
    ],
    ['a line break in a name', { firstName: 'Ada\r\nBcc: eve@example.com' }, ['/firstName INVALID_VALUE']],
    ['a turned reading direction', { lastName: 'Ada \u202Eecalevol' }, ['/lastName INVALID_VALUE']],
    ['half a character', { lastName: 'Ada \uD800' }, ['/lastName INVALID_VALUE']],
    ['a zero character', { firstName: 'A\0da' }, ['/firstName INVALID_VALUE']],
    ['a formula as a name', { firstName: '=HYPERLINK("http://example.org")' }, ['/firstName INVALID_VALUE']],
    ['a name that is too long', { firstName: 'a'.repeat(101) }, ['/firstName TOO_LONG']],
    ['a name that is a number', { firstName: 7 }, ['/firstName INVALID_TYPE']],
    ['a group', { groupId: 'grp_1' }, ['/groupId UNKNOWN_MEMBER']],
    ['several groups', { groupIds: ['grp_1'] }, ['/groupIds UNKNOWN_MEMBER']],
    ['a status', { status: 'ACTIVE' }, ['/status UNKNOWN_MEMBER']],
    ['tags', { tags: ['vip'] }, ['/tags UNKNOWN_MEMBER']],
    ['the conflict rule', { onConflict: 'UPDATE' }, ['/onConflict UNKNOWN_MEMBER']],
    ['a redirect by a script', { redirect: 'https://example.org' }, ['/redirect UNKNOWN_MEMBER']],
    ['an unknown field', { fields: { company: 'X', vat: '1' } }, ['/fields/vat UNKNOWN_MEMBER']],
    ['no required field', { fields: {} }, ['/fields/company REQUIRED']],
    ['a required field of blanks', { fields: { company: '  ' } }, ['/fields/company REQUIRED']],
    ['fields that are a list', { fields: ['company'] }, ['/fields INVALID_TYPE', '/fields/company REQUIRED']],
    ['text for a number', { fields: { company: 'X', size: 'many' } }, ['/fields/size INVALID_NUMBER']],
    ['no date', { fields: { company: 'X', since: '2027-13-01' } }, ['/fields/since INVALID_TYPE']],
    ['no option', { fields: { company: 'X', plan: 'Free' } }, ['/fields/plan NOT_AN_OPTION']],
    ['several values for one', { fields: { company: ['X', 'Y'] } }, ['/fields/company INVALID_TYPE']],
    ['a line break in a line', { fields: { company: 'X\nY' } }, ['/fields/company INVALID_VALUE']],
    ['a line end of Unicode in a line', { firstName: 'Ada\u2028Bcc: x' }, ['/firstName INVALID_VALUE']],
    ['text that is too long', { fields: { company: 'X', note: 'a'.repeat(21) } }, ['/fields/note TOO_LONG']],
    ['a formula with =', { fields: { company: '=1+1' } }, ['/fields/company INVALID_VALUE']],
    ['a formula with @', { fields: { company: '@SUM(A1:A9)' } }, ['/fields/company INVALID_VALUE']],
    ['a formula with +', { fields: { company: "+cmd|' /C calc'!A0" } }, ['/fields/company INVALID_VALUE']],
    ['no consent', { consent: undefined }, ['/consent REQUIRED']],
    [
      'a consent without its text',
      { consent: { version: '2', textHash: '0'.repeat(64), at: '2027-01-01T00:00:00Z' } },
      ['/consent/textHash INVALID_VALUE'],
    ],
    [
      'another text, and no version to find it by',
      { consent: { version: '', textHash: '0'.repeat(64), at: '2027-01-01T00:00:00Z' } },
      ['/consent/textHash INVALID_VALUE'],
    ],
    [
      'an unknown touch',
      { attribution: { first: { utm_magic: '1' } } },
      ['/attribution/first/utm_magic UNKNOWN_MEMBER'],
    ],
    ['no time', { startedAt: 'yesterday' }, ['/startedAt INVALID_VALUE']],
    ['two mistakes', { email: 'ada', tags: [] }, ['/email INVALID_EMAIL_FORMAT', '/tags UNKNOWN_MEMBER']],
  ];
  for (const [what, members, pointers] of refused) {
    it(`with ${what} is refused`, async () => {
      const world = await createWorld({ store, form });
      const refusal = await refusalOf(await world.post(lead({ ...whole, ...members })));
      expect(refusal.status).to.equal(422);
      expect(refusal.pointers.sort()).to.deep.equal(pointers.sort());
      await world.relay.work();
      expect(await world.contacts()).to.deep.equal([]);
    });
  }

  for (const [what, members] of [
    ['an older consent, from a page that was cached', {}],
    ['a telephone number', { fields: { company: '+33 (0)6 12 34 56 78' } }],
    ['a dash that begins a text', { fields: { company: 'X', note: '- a list\n- of two' } }],
    ['names in any script', { firstName: 'Ὑπατία', lastName: '王小明 👩‍💻' }],
    ['names of blanks, which are none', { firstName: '  ', lastName: '' }],
    ['a date and a number', { fields: { company: 'X', since: '2027-01-04', size: 1.5 } }],
  ] as const) {
    it(`with ${what} is accepted`, async () => {
      const world = await createWorld({ store, form });
      const response = await world.post(lead({ ...whole, ...members }));
      expect(response.status, await response.clone().text()).to.equal(202);
    });
  }

  it('with members named like the prototype is refused', async () => {
    const world = await createWorld({ store, form });
    const text = JSON.stringify(lead(whole));
    for (const [member, pointer] of [
      ['"__proto__":{"email":"eve@example.com"}', '/__proto__'],
      ['"constructor":{"prototype":{}}', '/constructor'],
    ] as const) {
      const response = await world.request('/forms/frm_website/submissions', {
        method: 'POST',
        headers: { 'content-type': 'text/plain', origin: site },
        body: text.replace('{', `{${member},`),
      });
      expect((await refusalOf(response)).pointers).to.deep.equal([`${pointer} UNKNOWN_MEMBER`]);
    }
    const nested = text.replace('"company":', '"__proto__":{"x":1},"company":');
    const response = await world.request('/forms/frm_website/submissions', {
      method: 'POST',
      headers: { 'content-type': 'text/plain', origin: site },
      body: nested,
    });
    expect((await refusalOf(response)).pointers).to.deep.equal(['/fields/__proto__ UNKNOWN_MEMBER']);
    expect(({} as { x?: unknown }).x).to.equal(undefined);
  });

  it('is logged without personal data', async () => {
    const world = await createWorld({ store });
    await world.post(lead({ email: 'ada.secret@fintech.example', lastName: 'Lovelace' }));
    await world.post(lead({ email: 'ada.secret@', lastName: 'Lovelace' }));
    await world.relay.work();
    expect(world.logged().map(({ event }) => event)).to.include.members(['submission', 'lead_delivered']);
    expect(world.lines.join('\n')).to.not.match(/secret|lovelace|203\.0\.113/i);
  });
});

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(digest).toString('hex');
}
