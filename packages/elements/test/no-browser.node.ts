import assert from 'node:assert/strict';

describe('@fluenzr/elements without a browser', () => {
  it('can be imported on a server', async () => {
    const elements = await import('@fluenzr/elements');
    for (const name of [
      'FluenzrCampaignGroups',
      'FluenzrContactGroups',
      'FluenzrGroupPicker',
      'FluenzrGroupStats',
      'FluenzrLeadForm',
    ] as const)
      assert.equal(typeof elements[name], 'function', name);
    assert.equal(elements.en.language, 'en');
  });

  it('can be imported with its registrations, which then leave the server alone', async () => {
    await import('@fluenzr/elements/lead-form');
    await import('@fluenzr/elements/provider');
    await import('@fluenzr/elements/group-picker');
    await import('@fluenzr/elements/group-stats');
    await import('@fluenzr/elements/campaign-groups');
    await import('@fluenzr/elements/contact-groups');
    assert.equal('document' in globalThis, false);
  });
});
