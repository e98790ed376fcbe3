import { setupWorker, type SetupWorker } from 'msw/browser';
import { useDoor } from './door.js';

/** A worker of this test page, started: a registration for the origin is unregistered by the first page that closes. */
export async function startWorker(): Promise<SetupWorker> {
  const session = new URLSearchParams(location.search).get('wtr-session-id') ?? '';
  const worker = setupWorker();
  await worker.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: {
      url: `/mockServiceWorker.js?${session}`,
      options: { scope: `/?wtr-session-id=${session}` },
    },
  });
  return worker;
}

/** Lets the suites of this page go through MSW. There is one worker: a backend takes it over with each of its requests. */
export function useMswDoor(): void {
  let worker: SetupWorker;
  before(async () => {
    worker = await startWorker();
  });
  after(() => worker.stop());
  useDoor(
    (backend) =>
      Promise.resolve({
        origin: 'https://crm.example.com',
        fetch: (input, init) => {
          worker.resetHandlers(...backend.handlers);
          return fetch(input, init);
        },
      }),
    0.1, // a request through the service worker takes some 8 ms
  );
}
