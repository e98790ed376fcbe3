import { expect } from 'chai';
import { parseForms } from '../src/index.js';
import { createWorld, site } from './world.js';

describe('at the start', () => {
  it('the log warns of a form with single opt-in, with the number of campaigns that it would start', async () => {
    const world = await createWorld();
    await world.startCampaign();
    await world.inspect();
    expect(world.logged()).to.have.length(1);
    expect(world.logged()[0]).to.include({
      level: 'warn',
      event: 'single_opt_in',
      form: 'frm_website',
      runningCampaigns: 1,
    });
  });

  it('the log names a group that cannot be joined, and says what to do', async () => {
    const world = await createWorld();
    const smart = await world.fluenzr.groups.create({
      name: 'Active Customers',
      type: 'SMART',
      query: 'tag = customer',
    });
    await world.fluenzr.groups.archive(world.groupId, {});
    for (const [groupId, reason, meaning] of [
      [world.groupId, 'GROUP_ARCHIVED', /archived.*Restore it, or set "groupId" to another/],
      [smart.id, 'GROUP_IS_SMART', /smart group.*Set "groupId" to a static or dynamic one/],
      ['grp_unknown', 'GROUP_NOT_FOUND', /no group "grp_unknown".*Set "groupId" to the id of a group/],
    ] as const) {
      await world.inspect(
        parseForms({ forms: [{ id: 'frm_website', title: 'Example Ltd', groupId, origins: [site] }] }),
      );
      const { meaning: said, ...entry } = world.logged().find(({ group }) => group === groupId) ?? {};
      expect(entry).to.include({ level: 'error', event: 'group_cannot_be_used', reason });
      expect(said).to.match(meaning);
    }
  });

  it('a backend that is down is logged, and nothing fails', async () => {
    const world = await createWorld();
    world.backend.faults.add({ kind: 'dropped connection' });
    await world.inspect();
    expect(world.logged().map(({ event }) => event)).to.deep.equal(['group_cannot_be_used', 'single_opt_in']);
  });

  it('the log names custom fields that FluenzR does not have, or has with another type', async () => {
    const world = await createWorld({
      form: {
        optIn: 'single',
        fields: { company: {}, team_size: { type: 'number' }, topics: {} },
        consent: { version: '1', text: 'Yes', field: 'consent_proof' },
        attribution: { 'first.utm_source': 'first_source' },
      },
    });
    await world.fluenzr.fields.create({ key: 'topics', name: 'Topics', type: 'text' });
    await world.fluenzr.fields.create({ key: 'team_size', name: 'Team size', type: 'text' });
    await world.inspect();
    const named = world.logged().filter(({ event }) => event === 'field_cannot_be_used');
    expect(named.map(({ level, form, field, reason }) => [level, form, field, reason])).to.have.deep.members([
      ['error', 'frm_website', 'company', 'FIELD_NOT_FOUND'],
      ['error', 'frm_website', 'team_size', 'FIELD_TYPE_DIFFERS'],
      ['error', 'frm_website', 'consent_proof', 'FIELD_NOT_FOUND'],
      ['error', 'frm_website', 'first_source', 'FIELD_NOT_FOUND'],
    ]);
    expect(named.find(({ field }) => field === 'team_size')?.meaning).to.match(
      /type text in FluenzR, .* number/,
    );
  });

  it('fields that cannot be read are said to be unchecked', async () => {
    const world = await createWorld({ form: { fields: { company: {} } } });
    world.backend.faults.add({ match: 'GET /fields', kind: 'HTML page' });
    await world.inspect();
    expect(world.logged().map(({ event }) => event)).to.include('fields_not_checked');
  });
});
