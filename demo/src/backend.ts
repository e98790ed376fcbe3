import { createMockBackend, type MockBackend } from '@fluenzr/mocks';
import { setupWorker } from 'msw/browser';

/** Where the page believes FluenzR to be. A service worker answers in its place. */
export const BASE_URL = 'https://crm.example.com';

/**
 * Starts the whole backend in this page: every request to `BASE_URL` goes out as a real request and is answered
 * by the mock backend. Its data survives a reload.
 */
export async function startBackend(): Promise<MockBackend> {
  const backend = createMockBackend({ clock: 'real' });
  await backend.persist();
  await setupWorker(...backend.handlers).start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
  });
  return backend;
}
