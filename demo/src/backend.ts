import { createMockBackend, type MockBackend } from '@fluenzr/mocks';
import { setupWorker, type SetupWorker } from 'msw/browser';

/** Where the page believes FluenzR to be. A service worker answers in its place. */
export const BASE_URL = 'https://crm.example.com';

/**
 * Starts the whole backend in this page: every request to `BASE_URL` goes out as a real request and is answered
 * by the mock backend. Its data survives a reload. The worker takes further handlers.
 */
export async function startBackend(): Promise<{ backend: MockBackend; worker: SetupWorker }> {
  const backend = createMockBackend({ clock: 'real' });
  await backend.persist();
  const worker = setupWorker(...backend.handlers);
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
  });
  return { backend, worker };
}
