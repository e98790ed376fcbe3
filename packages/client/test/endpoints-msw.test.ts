import { createMockBackend } from '@fluenzr/mocks';
import { setupWorker } from 'msw/browser';
import { endpointTests } from './endpoints.js';

describe('every endpoint in a page, over MSW', () => {
  const worker = setupWorker();
  // a registration for each test page: the pages of a run would otherwise unregister it under each other
  const id = new URLSearchParams(location.search).get('wtr-session-id') ?? '';
  before(() =>
    worker.start({
      quiet: true,
      onUnhandledFrame: 'bypass',
      serviceWorker: { url: `/mockServiceWorker.js?${id}`, options: { scope: `/?wtr-session-id=${id}` } },
    }),
  );
  after(() => worker.stop());

  endpointTests(() => {
    const backend = createMockBackend();
    worker.resetHandlers(...backend.handlers);
    // a token function, as a page has one
    const options = { baseUrl: location.origin, apiKey: () => backend.apiKey };
    return Promise.resolve({ backend, options, close: () => Promise.resolve() });
  });
});
