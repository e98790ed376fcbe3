import { expect } from 'chai';
import type { ProvidedClient } from '../src/provider/client-context.js';
import '../src/campaign-groups/define.js';
import '../src/contact-groups/define.js';
import '../src/group-picker/define.js';
import '../src/group-stats/define.js';

/** A client whose requests say that they were made, and stay without an answer. */
function listeningClient(): { client: ProvidedClient; asked: Promise<void> } {
  let client: ProvidedClient = {};
  const asked = new Promise<void>((resolve) => {
    const resource: object = new Proxy(() => undefined, {
      get: () => resource,
      apply: () => {
        resolve();
        return new Promise(() => undefined);
      },
    });
    client = { groups: resource, contacts: resource, campaigns: resource } as ProvidedClient;
  });
  return { client, asked };
}

describe('<fluenzr-provider> whose code comes after that of the elements in it', () => {
  const elements = {
    'fluenzr-campaign-groups': { campaignId: 'cmp_1' },
    'fluenzr-contact-groups': { contactId: 'con_1' },
    'fluenzr-group-stats': { groupId: 'grp_1' },
    'fluenzr-group-picker': { value: 'grp_1' },
  } as const;
  const places = Object.entries(elements).map(([tag, properties]) => {
    const provider = document.createElement('fluenzr-provider');
    provider.append(Object.assign(document.createElement(tag), properties));
    document.body.append(provider);
    return { tag, provider };
  });
  after(() => {
    for (const { provider } of places) provider.remove();
  });

  for (const { tag, provider } of places)
    it(`hands its client to <${tag}>`, async () => {
      const { client, asked } = listeningClient();
      provider.client = client; // before its code is there, as a page may
      await import('../src/provider/define.js');
      await asked;
      expect(provider.client).to.equal(client);
    });

  it('gives a nearer provider the say', async () => {
    await import('../src/provider/define.js');
    const outer = document.createElement('fluenzr-provider');
    outer.client = {};
    const inner = document.createElement('fluenzr-provider');
    const { client, asked } = listeningClient();
    const stats = Object.assign(document.createElement('fluenzr-group-stats'), { groupId: 'grp_1' });
    outer.append(stats);
    document.body.append(outer);
    inner.client = client;
    outer.append(inner);
    inner.append(stats);
    await asked;
    outer.remove();
  });
});
