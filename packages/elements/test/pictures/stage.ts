// Runs in the page: the elements, and a backend for those that need one.
import { createClient } from '@fluenzr/client';
import '@fluenzr/elements/campaign-groups';
import '@fluenzr/elements/contact-groups';
import '@fluenzr/elements/group-picker';
import '@fluenzr/elements/group-stats';
import '@fluenzr/elements/lead-form';
import '@fluenzr/elements/provider';
import { createMockBackend } from '@fluenzr/mocks';
import { themes } from './themes.js';

/** How the backend answers in a state. */
export type Backend = 'answers' | 'never answers' | 'fails';

/** What a state wants to be shown. */
export interface Scene {
  /** Ids that the agency's account gives its things stand in it as `{inbound}`, `{empty}`, `{campaign}` and `{contact}`. */
  readonly markup: string;
  readonly backend?: Backend;
  readonly theme?: keyof typeof themes;
}

async function idsOf(fluenzr: ReturnType<typeof createClient>): Promise<Record<string, string>> {
  const groups = await fluenzr.groups.list().toArray({ limit: 100 });
  const campaigns = await fluenzr.campaigns.list().toArray({ limit: 100 });
  const idOf = (list: readonly { id: string; name: string }[], start: string) =>
    list.find(({ name }) => name.startsWith(start))?.id ?? '';
  const inbound = idOf(groups, '[DYN] LinkedIn Inbound');
  const [contact] = (await fluenzr.groups.contacts.list(inbound, { limit: 1 })).data;
  const empty = await fluenzr.groups.create({ name: 'Partners 2027', type: 'STATIC', color: '#7c3aed' });
  return {
    inbound,
    empty: empty.id,
    campaign: campaigns.find(({ status }) => status === 'RUNNING')?.id ?? '',
    contact: contact?.id ?? '',
  };
}

/** Shows a state's elements, around which stands a provider. */
async function show({ markup, backend, theme }: Scene): Promise<void> {
  if (theme) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(themes[theme]);
    document.adoptedStyleSheets.push(sheet);
  }
  const provider = document.createElement('fluenzr-provider');
  let ids: Record<string, string> = {};
  if (backend) {
    const mock = createMockBackend({
      scenario: 'agency',
      contacts: 120,
      now: Date.now(),
      rateLimit: Infinity,
    });
    const connect = (fetch: typeof globalThis.fetch) =>
      createClient({
        baseUrl: 'https://crm.example.com',
        apiKey: () => Promise.resolve(mock.apiKey),
        fetch,
        maxRetries: 0,
        timeout: 600_000,
      });
    ids = await idsOf(connect(mock.fetch));
    if (backend === 'fails') mock.faults.add({ kind: '503' });
    provider.client = connect(backend === 'never answers' ? () => new Promise(() => undefined) : mock.fetch);
  }
  const text = markup.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
  provider.append(document.createRange().createContextualFragment(text));
  document.body.append(provider);
}

Object.assign(globalThis, { show });
