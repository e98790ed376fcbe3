import { createClient } from '@fluenzr/client';
import type { FluenzrLeadForm } from '@fluenzr/elements';
import { BASE_URL, startBackend } from './backend.js';
import './crm/crm-view.js';
import './fault-switch.js';
import { prepareStory } from './story.js';

const backend = await startBackend();

// A signed-in app gets a short-lived token from its own backend; here the mock backend's key stands in for it.
const fluenzr = createClient({ baseUrl: BASE_URL, apiKey: () => Promise.resolve(backend.apiKey) });
const story = await prepareStory(fluenzr);

const form = document.querySelector<FluenzrLeadForm>('fluenzr-lead-form');
if (form) {
  form.client = fluenzr;
  form.groupId = story.groupId;
}

const view = document.querySelector('crm-view');
if (view) {
  view.source = { fluenzr, story, inbox: () => backend.inbox };
  backend.changes.subscribe(() => view.refresh());
}

const faults = document.querySelector('fault-switch');
if (faults) faults.backend = backend;

document.querySelector('#reset')?.addEventListener('click', () => {
  void backend.reset().then(() => location.reload());
});

document.documentElement.dataset.ready = ''; // what the end-to-end test waits for
