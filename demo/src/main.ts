import type { FluenzrLeadForm } from '@fluenzr/elements';
import { createClient } from '@fluenzr/client';

import { BASE_URL, startBackend } from './backend.js';
import './crm/crm-view.js';
import './fault-switch.js';
import './path-switch.js';
import { FORM_ID, RELAY_URL, relayHandlers, startRelay } from './relay.js';
import { readServers, type Servers } from './servers.js';
import { prepareStory } from './story.js';

const servers = readServers(location.hash);
await (servers ? showServers(servers) : showInPage());
document.querySelector('.capture')?.removeAttribute('inert'); // before, there was nowhere to send a lead to
document.documentElement.dataset.ready = ''; // what the end-to-end test waits for

/** `npm start`: backend and relay run in this page, behind a service worker. */
async function showInPage(): Promise<void> {
  const { backend, worker } = await startBackend();
  // A signed-in app gets a short-lived token from its own backend; here the mock backend's key stands in for it.
  const fluenzr = createClient({ baseUrl: BASE_URL, apiKey: () => backend.apiKey });
  const story = await prepareStory(fluenzr);
  worker.use(...relayHandlers(startRelay(story.groupId, backend.apiKey)));

  const form = document.querySelector<FluenzrLeadForm>('fluenzr-lead-form');
  const paths = document.querySelector('path-switch');
  if (paths && form) {
    paths.choices = {
      'through the relay': () => {
        form.client = undefined;
        form.groupId = '';
        form.endpoint = RELAY_URL;
        form.form = FORM_ID;
      },
      'by the SDK, signed in': () => {
        form.endpoint = '';
        form.form = '';
        form.client = fluenzr;
        form.groupId = story.groupId;
      },
    };
  }

  const view = document.querySelector('crm-view');
  if (view) {
    view.source = { fluenzr, story, inbox: () => backend.inbox };
    backend.changes.subscribe(({ kind, id, groups }) => {
      if (kind === 'contact' && groups) view.showMove(id, groups.added, groups.removed);
      view.refresh();
    });
  }

  const faults = document.querySelector('fault-switch');
  if (faults) faults.backend = backend;

  document.querySelector('#reset')?.addEventListener('click', () => {
    void backend.reset().then(() => location.reload());
  });
}

/** `npm start -- --server`: backend and relay are processes of their own, and the page only knows where they are. */
async function showServers({ backendUrl, relayUrl, apiKey }: Servers): Promise<void> {
  const fluenzr = createClient({ baseUrl: backendUrl, apiKey: () => apiKey });
  const story = await prepareStory(fluenzr);
  for (const control of document.querySelectorAll('path-switch, fault-switch, #reset')) control.remove();
  const form = document.querySelector<FluenzrLeadForm>('fluenzr-lead-form');
  if (form) {
    form.endpoint = relayUrl;
    form.form = FORM_ID;
  }
  const view = document.querySelector('crm-view');
  if (!view) return;
  view.source = { fluenzr, story };
  setInterval(() => {
    if (!document.hidden) view.refresh();
  }, 1000);
}
