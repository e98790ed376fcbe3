// A script of its own, loaded only by pages with elements that need a backend: these elements, and a backend in the page.
import { createClient, type FluenzR } from '@fluenzr/client';
import '@fluenzr/elements/campaign-groups';
import '@fluenzr/elements/contact-groups';
import '@fluenzr/elements/group-picker';
import '@fluenzr/elements/group-stats';
import '@fluenzr/elements/provider';
import { createMockBackend } from '@fluenzr/mocks';

/** A client whose backend has four months in the life of an agency, and what of these the examples show. */
export interface LiveBackend {
  readonly client: FluenzR;
  /** What stands in the place of an example's id, by the name of the attribute. */
  readonly ids: Readonly<Record<string, string>>;
}

/** Makes the backend of a page. */
export async function liveBackend(): Promise<LiveBackend> {
  const backend = createMockBackend({ scenario: 'agency', clock: 'real' });
  const client = createClient({
    baseUrl: 'https://crm.example.com',
    apiKey: () => Promise.resolve(backend.apiKey),
    fetch: backend.fetch,
  });
  const groups = await client.groups.list({ type: 'DYNAMIC' }).toArray({ limit: 100 });
  const campaigns = await client.campaigns.list().toArray({ limit: 100 });
  const group = groups.toSorted((one, other) => other.counts.total - one.counts.total)[0];
  const campaign = campaigns.find(({ status }) => status === 'RUNNING');
  const [contact] = group ? (await client.groups.contacts.list(group.id, { limit: 1 })).data : [];
  return {
    client,
    ids: {
      'group-id': group?.id ?? '',
      'campaign-id': campaign?.id ?? '',
      'contact-id': contact?.id ?? '',
    },
  };
}

Object.assign(globalThis, { liveBackend });
