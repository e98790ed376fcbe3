import { createMockBackend, type MockBackend } from '@fluenzr/mocks';
import { setupWorker, type SetupWorker } from 'msw/browser';

/** Where the page believes FluenzR to be. A service worker answers in its place. */
export const BASE_URL = 'https://crm.example.com';

/**
 * Starts the whole backend in this page: every request to `BASE_URL` goes out as a real request and is answered
 * by the mock backend. Its data survives a reload. The worker takes further handlers.
 */
export async function startBackend(): Promise<{ backend: MockBackend; worker: SetupWorker }> {
  await firstTab();
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

/**
 * Waits until no other tab has the demo open: two backends would not see each other's changes, and the one that is
 * kept last would win.
 */
async function firstTab(): Promise<void> {
  const take = (mode: LockOptions) =>
    new Promise<boolean>((taken) => {
      void navigator.locks.request('fluenzr-demo', mode, (lock) => {
        taken(lock !== null);
        return lock && new Promise(() => undefined); // kept until this tab is closed
      });
    });
  if (await take({ ifAvailable: true })) return;
  const notice = document.createElement('p');
  notice.setAttribute('role', 'status');
  notice.className = 'notice';
  notice.textContent = 'The demo is open in another tab. Close it there, and it starts here.';
  document.body.prepend(notice);
  await take({});
  notice.remove();
}
