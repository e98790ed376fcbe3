import { createRelay, jsonLog, parseForms, type Relay } from '@fluenzr/relay';
import { http } from 'msw';
import { BASE_URL } from './backend.js';
import { intercept } from './network.js';

/** Where the page believes the relay to be. */
export const RELAY_URL = 'https://leads.example.com';

/** The form that the page names. The group it fills stands in the relay's record, never in the page. */
export const FORM_ID = 'frm_website';

/**
 * Starts the relay's own code in this page: the form posts to `RELAY_URL`, and the relay creates the contact through
 * the SDK. It has no store here, so it answers 202 only after FluenzR has the lead; until then the form keeps it.
 */
export function startRelay(groupId: string, apiKey: string): Relay {
  return createRelay({
    forms: parseForms({
      forms: [{ id: FORM_ID, title: 'Northlight', groupId, origins: [location.origin], optIn: 'single' }],
    }),
    upstream: { baseUrl: BASE_URL, apiKey: () => apiKey },
    log: jsonLog((line) => console.debug(line)),
  });
}

/** What the service worker hands to the relay. */
export const relayHandlers = (relay: Relay) => [
  http.all(`${RELAY_URL}/*`, ({ request }) => {
    // a browser adds the origin after the service worker; the relay asks for it, as it would on a real network
    const headers = new Headers([...request.headers, ['origin', location.origin]]);
    Object.defineProperty(request, 'headers', { value: headers });
    return intercept(request) ?? relay.fetch(request, { address: '203.0.113.7' });
  }),
];
