import assert from 'node:assert/strict';

describe('@fluenzr/elements without a browser', () => {
  it('can be imported on a server', async () => {
    const { FluenzrGroupPicker, FluenzrGroupStats, FluenzrLeadForm, en } = await import('@fluenzr/elements');
    assert.equal(typeof FluenzrLeadForm, 'function');
    assert.equal(typeof FluenzrGroupPicker, 'function');
    assert.equal(typeof FluenzrGroupStats, 'function');
    assert.equal(en.language, 'en');
  });

  it('can be imported with its registrations, which then leave the server alone', async () => {
    await import('@fluenzr/elements/lead-form');
    await import('@fluenzr/elements/provider');
    await import('@fluenzr/elements/group-picker');
    await import('@fluenzr/elements/group-stats');
    assert.equal('document' in globalThis, false);
  });
});
