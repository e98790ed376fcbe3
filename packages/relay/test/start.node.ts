import { expect } from 'chai';
import { createWorld } from './world.js';

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

  it('the log names a group that cannot be joined', async () => {
    const world = await createWorld();
    await world.fluenzr.groups.archive(world.groupId, {});
    await world.inspect();
    expect(world.logged()[0]).to.include({
      level: 'error',
      event: 'group_cannot_be_used',
      reason: 'GROUP_ARCHIVED',
    });
    const unknown = await createWorld({ form: { groupId: 'grp_unknown' } });
    await unknown.inspect();
    expect(unknown.logged()[0]).to.include({ event: 'group_cannot_be_used', reason: 'GROUP_NOT_FOUND' });
  });

  it('a backend that is down is logged, and nothing fails', async () => {
    const world = await createWorld();
    world.backend.faults.add({ kind: 'dropped connection' });
    await world.inspect();
    expect(world.logged().map(({ event }) => event)).to.deep.equal(['group_cannot_be_used', 'single_opt_in']);
  });
});
