import { expect } from 'chai';
import type { MockBackend } from '@fluenzr/mocks';
import { type ClientOptions, createClient, type FluenzR, type Group, NotFoundError } from '../src/index.js';
import { routes } from '../src/routes/index.js';
import { rejection } from './scripted-fetch.js';

/** A backend, and how a client reaches it. */
export interface Connection {
  backend: MockBackend;
  options: ClientOptions;
  close: () => Promise<void>;
}

/**
 * Calls every endpoint through the SDK against the mock backend, and looks at what it did there. The last test compares
 * what was called with the table of endpoints, so that none is forgotten.
 */
export function endpointTests(connect: () => Promise<Connection>): void {
  const called = new Set<string>();
  let connection: Connection;
  let backend: MockBackend;
  let fluenzr: FluenzR;

  beforeEach(async () => {
    connection = await connect();
    backend = connection.backend;
    fluenzr = createClient({ ...connection.options, onResponse: ({ route }) => called.add(route) });
  });
  afterEach(() => connection.close());

  const dynamicGroup = () => fluenzr.groups.create({ name: '[DYN] Inbound Leads', type: 'DYNAMIC' });
  const campaign = (name = 'Welcome') =>
    fluenzr.campaigns.create({
      name,
      steps: [
        { type: 'SEND_EMAIL', subject: 'Hello @contact.first_name', body: 'Good to have you.' },
        { type: 'WAIT', duration: 'P30D' },
        { type: 'SEND_EMAIL', subject: 'Still there?', body: 'A month has passed.' },
      ],
    });
  const runningCampaign = async (group: Group) => {
    const { id } = await campaign();
    await fluenzr.campaigns.groups.link(id, group.id);
    return fluenzr.campaigns.launch(id);
  };
  /** Holds that a call answers nothing. */
  const nothing = async (call: Promise<unknown>) => expect(await call).to.equal(undefined);
  /** Waits for a job; the backend's clock goes on each time that it is asked for. */
  const done = (jobId: string) =>
    fluenzr.jobs.wait(jobId, { onProgress: () => backend.clock.advance(60_000) });

  describe('contacts', () => {
    it('creates one in a dynamic group, and says what began', async () => {
      const group = await dynamicGroup();
      const running = await runningCampaign(group);
      const contact = await fluenzr.contacts.create({
        email: ' Ada@Example.com ',
        firstName: 'Ada',
        lastName: 'Lovelace',
        groupId: group.id,
        tags: ['vip'],
        language: 'en',
      });
      expect(contact).to.include({
        email: 'ada@example.com',
        firstName: 'Ada',
        lastName: 'Lovelace',
        status: 'ACTIVE',
      });
      expect(contact.groups.map(({ id }) => id)).to.deep.equal([group.id]);
      expect(contact.enrollments).to.deep.equal([{ campaignId: running.id, status: 'ENROLLED' }]);
      expect(backend.inbox).to.have.length(1);
    });

    it('gives, changes and deletes one', async () => {
      const { id, version } = await fluenzr.contacts.create({ email: 'ada@example.com', firstName: 'Ada' });
      expect(await fluenzr.contacts.get(id)).to.include({ id, firstName: 'Ada' });
      const changed = await fluenzr.contacts.update(
        id,
        { firstName: null, lastName: 'King' },
        { ifMatch: version },
      );
      expect(changed).to.include({ firstName: null, lastName: 'King' });
      await nothing(fluenzr.contacts.delete(id, { ifMatch: changed.version }));
      expect(await rejection(fluenzr.contacts.get(id))).to.be.instanceOf(NotFoundError);
    });

    it('lists by filter, page by page', async () => {
      for (const name of ['ada', 'grace', 'edith']) {
        await fluenzr.contacts.create({ email: `${name}@example.com`, tags: name === 'ada' ? [] : ['vip'] });
      }
      const emails = [];
      for await (const { email } of fluenzr.contacts.list({ tag: 'vip', sort: 'email', limit: 1 }))
        emails.push(email);
      expect(emails).to.deep.equal(['edith@example.com', 'grace@example.com']);
      expect((await fluenzr.contacts.list({ include: 'total' })).page.total).to.equal(3);
    });

    it('lists the groups and enrolments of one, and explains them', async () => {
      const group = await dynamicGroup();
      const running = await runningCampaign(group);
      const { id } = await fluenzr.contacts.create({ email: 'ada@example.com', groupId: group.id });
      const groups = await fluenzr.contacts.groups(id).toArray({ limit: 10 });
      expect(groups.map((entry) => entry.id)).to.deep.equal([group.id]);
      const enrollments = await fluenzr.contacts.enrollments(id, { status: 'ACTIVE' }).toArray({ limit: 10 });
      expect(enrollments.map(({ campaignId }) => campaignId)).to.deep.equal([running.id]);
      expect(await fluenzr.contacts.explain(id, { groupId: group.id })).to.include({
        contactId: id,
        outcome: 'MEMBER',
      });
      expect(await fluenzr.contacts.explain(id, { campaignId: running.id })).to.include({
        outcome: 'ENROLLED',
      });
    });

    it('creates many, each with its outcome', async () => {
      await fluenzr.contacts.create({ email: 'ada@example.com' });
      const group = await dynamicGroup();
      const emails = ['ada@example.com', 'grace@example.com'];
      const report = await fluenzr.contacts.createMany(emails.map((email) => ({ email, groupId: group.id })));
      expect(report).to.include({ processed: 2, created: 1, attached: 1, failed: 0 });
      const members = await fluenzr.groups.contacts.list(group.id, { sort: 'email' }).toArray({ limit: 10 });
      expect(members.map(({ email }) => email)).to.deep.equal(emails);
    });
  });

  describe('groups', () => {
    it('creates, gives, lists and changes one', async () => {
      const group = await fluenzr.groups.create({
        name: 'LinkedIn Leads Q4',
        type: 'STATIC',
        color: '#1d4ed8',
        description: 'From the autumn campaign',
      });
      expect(group).to.include({ name: 'LinkedIn Leads Q4', type: 'STATIC', color: '#1d4ed8' });
      const details = await fluenzr.groups.get(group.id, { include: ['statistics', 'campaigns'] });
      expect(details.statistics).to.include({ total: 0, averageEngagementRate: null });
      expect(details.campaigns).to.deep.equal([]);
      const changes = { name: 'LinkedIn Leads Q1', type: 'DYNAMIC', description: null } as const;
      expect(await fluenzr.groups.update(group.id, changes, { ifMatch: group.version })).to.include(changes);
      const names = [];
      for await (const { name } of fluenzr.groups.list({ type: 'DYNAMIC', q: 'linkedin' })) names.push(name);
      expect(names).to.deep.equal(['LinkedIn Leads Q1']);
    });

    it('archives, restores and deletes one; its contacts stay', async () => {
      const group = await dynamicGroup();
      const contact = await fluenzr.contacts.create({ email: 'ada@example.com', groupId: group.id });
      expect(await fluenzr.groups.archive(group.id)).to.include({ status: 'ARCHIVED' });
      expect(await fluenzr.groups.restore(group.id)).to.include({ status: 'ACTIVE' });
      await runningCampaign(group);
      expect(await rejection(fluenzr.groups.delete(group.id))).to.include({ code: 'GROUP_IN_USE' });
      expect((await fluenzr.groups.usages(group.id)).blocking).to.equal(true);
      await fluenzr.groups.delete(group.id, { detach: true });
      expect(await rejection(fluenzr.groups.get(group.id))).to.include({ code: 'GROUP_NOT_FOUND' });
      expect((await fluenzr.contacts.get(contact.id)).groups).to.deep.equal([]);
    });

    it('merges others into one', async () => {
      const [one, other] = [
        await dynamicGroup(),
        await fluenzr.groups.create({ name: 'Old leads', type: 'STATIC' }),
      ];
      await fluenzr.contacts.create({ email: 'ada@example.com', groupId: other.id });
      const job = await done((await fluenzr.groups.merge(one.id, { sourceIds: [other.id] })).id);
      expect(job).to.include({ type: 'MERGE', status: 'SUCCEEDED' });
      expect((await fluenzr.groups.get(one.id)).counts.total).to.equal(1);
      expect(await fluenzr.groups.get(other.id)).to.include({ status: 'ARCHIVED', mergedInto: one.id });
    });

    it('freezes a smart one', async () => {
      await fluenzr.contacts.create({ email: 'ada@example.com', tags: ['vip'] });
      const smart = await fluenzr.groups.create({
        name: 'Very important',
        type: 'SMART',
        query: 'tag = "vip"',
      });
      backend.clock.advance(60_000);
      const frozen = await fluenzr.groups.freeze(smart.id, { name: 'Very important in November' });
      expect(frozen).to.include({ type: 'STATIC', name: 'Very important in November' });
      expect(frozen.counts.total).to.equal(1);
    });

    it('gives figures and suggestions', async () => {
      const group = await fluenzr.groups.create({ name: 'Inbound Leads', type: 'DYNAMIC' });
      await fluenzr.contacts.create({ email: 'ada@example.com', groupId: group.id });
      const figures = await fluenzr.groups.statistics(group.id, { interval: 'day' });
      expect(figures).to.include({ total: 1, active: 1, inactive: 0, type: 'DYNAMIC' });
      expect(figures.series.at(-1)).to.include({ joined: 1 });
      const kind = 'UNPREFIXED_DYNAMIC';
      const suggestions = await fluenzr.groups.suggestions({ kind }).toArray({ limit: 10 });
      expect(suggestions.map(({ groupIds }) => groupIds)).to.deep.equal([[group.id]]);
    });

    it('adds, lists, changes and removes members', async () => {
      const group = await dynamicGroup();
      const [ada, grace] = [
        await fluenzr.contacts.create({ email: 'ada@example.com' }),
        await fluenzr.contacts.create({ email: 'grace@example.com' }),
      ];
      expect(await fluenzr.groups.contacts.add(group.id, ada.id, { enroll: false })).to.include({
        id: ada.id,
      });
      const changed = await fluenzr.groups.contacts.change(group.id, {
        add: [grace.id, 'con_nobody'],
        remove: [ada.id],
      });
      expect(changed).to.deep.include({ added: [grace.id], removed: [ada.id], missing: ['con_nobody'] });
      const members = await fluenzr.groups.contacts
        .list(group.id, { status: 'ACTIVE' })
        .toArray({ limit: 10 });
      expect(members.map(({ id }) => id)).to.deep.equal([grace.id]);
      await nothing(fluenzr.groups.contacts.remove(group.id, grace.id));
      expect((await fluenzr.groups.get(group.id)).counts.total).to.equal(0);
    });

    it('exports its members as CSV', async () => {
      const group = await dynamicGroup();
      await fluenzr.contacts.create({ email: 'ada@example.com', firstName: '=Ada', groupId: group.id });
      const phases = new Set<string>();
      const file = await fluenzr.groups.exportCsv(group.id, {
        columns: ['email', 'firstName'],
        onProgress: ({ phase }) => {
          phases.add(phase);
          backend.clock.advance(60_000);
        },
      });
      expect(file.rows).to.equal(1);
      expect(file.job).to.include({ type: 'EXPORT', status: 'SUCCEEDED' });
      const bytes = await (await file.blob()).arrayBuffer();
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      expect(text).to.equal("\uFEFFemail,firstName\r\nada@example.com,'=Ada\r\n");
      expect([...phases]).to.deep.equal(['making', 'reading']);
    });

    it('enrols, tags and deletes all its members', async () => {
      const group = await fluenzr.groups.create({ name: 'Active Customers', type: 'STATIC' });
      const running = await runningCampaign(await dynamicGroup());
      const { id } = await fluenzr.contacts.create({ email: 'ada@example.com', groupId: group.id });
      await done((await fluenzr.groups.addToCampaign(group.id, { campaignId: running.id })).id);
      const enrollments = await fluenzr.contacts.enrollments(id).toArray({ limit: 10 });
      expect(enrollments[0]).to.include({ campaignId: running.id, source: 'BULK' });
      await done((await fluenzr.groups.applyTags(group.id, { add: ['customer'], remove: [] })).id);
      expect((await fluenzr.contacts.get(id)).tags).to.deep.equal(['customer']);
      expect(await fluenzr.tags.list().toArray({ limit: 10 })).to.deep.equal([
        { name: 'customer', contacts: 1 },
      ]);
      const confirm = { groupName: 'Active Customers', expectedCount: 1 };
      const job = await done((await fluenzr.groups.deleteContacts(group.id, { confirm })).id);
      expect(job.progress.succeeded).to.equal(1);
      expect(await rejection(fluenzr.contacts.get(id))).to.be.instanceOf(NotFoundError);
    });
  });

  describe('campaigns', () => {
    it('creates, gives, lists and changes one', async () => {
      const { id, version } = await campaign('Autumn');
      expect(await fluenzr.campaigns.get(id)).to.include({ name: 'Autumn', status: 'DRAFT', active: false });
      const changed = await fluenzr.campaigns.update(id, { onGroupRemoval: 'STOP' }, { ifMatch: version });
      expect(changed.onGroupRemoval).to.equal('STOP');
      const drafts = await fluenzr.campaigns.list({ status: 'DRAFT' }).toArray({ limit: 10 });
      expect(drafts.map(({ name }) => name)).to.deep.equal(['Autumn']);
    });

    it('launches, pauses, resumes and archives one', async () => {
      const group = await fluenzr.groups.create({ name: 'LinkedIn Leads Q4', type: 'STATIC' });
      await fluenzr.contacts.create({ email: 'ada@example.com', groupId: group.id });
      const { id } = await campaign();
      await fluenzr.campaigns.groups.link(id, group.id);
      expect(await fluenzr.campaigns.launch(id, { dryRun: true })).to.include({
        status: 'DRAFT',
        audience: 1,
      });
      expect(await fluenzr.campaigns.launch(id)).to.include({ status: 'RUNNING', audience: 1 });
      expect(await fluenzr.campaigns.pause(id)).to.include({ status: 'PAUSED' });
      expect(await fluenzr.campaigns.resume(id)).to.include({ status: 'RUNNING' });
      await fluenzr.campaigns.pause(id);
      expect(await fluenzr.campaigns.archive(id)).to.include({ status: 'ARCHIVED' });
    });

    it('links, counts and unlinks groups', async () => {
      const group = await dynamicGroup();
      const { id } = await runningCampaign(group);
      await fluenzr.contacts.create({ email: 'ada@example.com', groupId: group.id });
      const { data, campaignTotals } = await fluenzr.campaigns.groups.list(id);
      expect(data[0]).to.include({ badge: 'Dynamic', contacts: 1, enrolled: 1 });
      expect(campaignTotals).to.include({ contacts: 1, enrolled: 1 });
      await nothing(fluenzr.campaigns.groups.unlink(id, group.id));
      expect((await fluenzr.campaigns.get(id)).groups).to.deep.equal([]);
    });

    it('excludes groups, and lifts it', async () => {
      const [group, excluded] = [
        await dynamicGroup(),
        await fluenzr.groups.create({ name: 'Partners', type: 'STATIC' }),
      ];
      const { id } = await runningCampaign(group);
      await fluenzr.contacts.create({ email: 'ada@example.com', groupIds: [group.id, excluded.id] });
      expect(await fluenzr.campaigns.excludedGroups.add(id, excluded.id, { dryRun: true })).to.deep.equal({
        stopped: 1,
      });
      expect(await fluenzr.campaigns.excludedGroups.add(id, excluded.id)).to.deep.equal({ stopped: 1 });
      expect((await fluenzr.campaigns.get(id)).excludedGroups.map((entry) => entry.id)).to.deep.equal([
        excluded.id,
      ]);
      await nothing(fluenzr.campaigns.excludedGroups.remove(id, excluded.id));
      expect((await fluenzr.campaigns.get(id)).excludedGroups).to.deep.equal([]);
    });

    it('enrols by hand, lists and stops enrolments', async () => {
      const { id } = await runningCampaign(await dynamicGroup());
      const contact = await fluenzr.contacts.create({ email: 'ada@example.com' });
      const outcome = await fluenzr.campaigns.enrollments.create(id, { contactIds: [contact.id] });
      expect(outcome.enrolled).to.deep.equal([contact.id]);
      const [enrollment] = await fluenzr.campaigns.enrollments
        .list(id, { contactId: contact.id })
        .toArray({ limit: 1 });
      expect(enrollment).to.include({ contactId: contact.id, status: 'ACTIVE', source: 'MANUAL' });
      const stopped = await fluenzr.enrollments.stop(enrollment!.id, { reason: 'ASKED_TO' });
      expect(stopped).to.include({ status: 'STOPPED', reason: 'ASKED_TO' });
    });
  });

  describe('imports and jobs', () => {
    it('imports a file, and lists what failed', async () => {
      const group = await dynamicGroup();
      const csv = 'E-mail,First name\r\nada@example.com,Ada\r\nnot an address,Grace\r\n';
      const sent: number[] = [];
      const { id } = await fluenzr.imports.create(
        new Blob([csv]).stream(),
        {
          mapping: { 'E-mail': 'email', 'First name': 'firstName' },
          groupId: group.id,
          onConflict: 'UPDATE',
        },
        { onProgress: ({ bytes }) => sent.push(bytes) },
      );
      expect(sent.at(-1)).to.equal(csv.length);
      expect(await fluenzr.jobs.get(id)).to.include({ id, type: 'IMPORT' });
      const job = await done(id);
      expect(job).to.include({ status: 'PARTIAL' });
      expect(job.progress).to.include({ succeeded: 1, failed: 1 });
      const errors = await fluenzr.jobs.errors(id).toArray({ limit: 10 });
      expect(errors.map(({ row, code }) => [row, code])).to.deep.equal([[3, 'INVALID_EMAIL_FORMAT']]);
      const [member] = await fluenzr.groups.contacts.list(group.id).toArray({ limit: 10 });
      expect(member).to.include({ email: 'ada@example.com', firstName: 'Ada', source: 'IMPORT' });
    });

    it('lists and cancels jobs', async () => {
      const { id } = await fluenzr.imports.create('email\nada@example.com', { mapping: { email: 'email' } });
      expect(await fluenzr.jobs.cancel(id)).to.include({ id, status: 'CANCELLED' });
      const jobs = await fluenzr.jobs.list({ type: 'IMPORT', status: 'CANCELLED' }).toArray({ limit: 10 });
      expect(jobs.map((entry) => entry.id)).to.deep.equal([id]);
    });
  });

  describe('queries and fields', () => {
    it('parses and previews queries', async () => {
      await fluenzr.contacts.create({ email: 'ada@example.com', tags: ['vip'] });
      expect(await fluenzr.queries.parse({ query: 'tag = "vip"', purpose: 'GROUP' })).to.include({
        valid: true,
      });
      expect((await fluenzr.queries.parse({ query: 'tag = ' })).errors).to.have.length.above(0);
      expect(await fluenzr.queries.preview({ query: 'tag = "vip"' })).to.include({ total: 1 });
    });

    it('defines, lists and deletes fields', async () => {
      await fluenzr.fields.create({ key: 'company', name: 'Company', type: 'text' });
      expect((await fluenzr.fields.list()).data).to.deep.equal([
        { key: 'company', name: 'Company', type: 'text' },
      ]);
      await nothing(fluenzr.fields.delete('company', { detach: true }));
      expect((await fluenzr.fields.list()).data).to.deep.equal([]);
    });
  });

  after(() => {
    const missing = Object.keys(routes).filter((route) => !called.has(route));
    expect(missing, 'endpoints that no test has called').to.deep.equal([]);
  });
}
