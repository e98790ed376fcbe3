/** What a request of the form meets before it leaves the page. */
export type Network = 'up' | 'offline' | 'crash';

let network: Network = 'up';

/** Cuts the page's network and restores it, and tells the page of it as the browser does. */
export function setNetwork(next: Network): void {
  const wasOffline = network === 'offline';
  network = next;
  if (next === 'offline') Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  else Reflect.deleteProperty(navigator, 'onLine'); // the browser's own word again
  if (wasOffline !== (next === 'offline')) dispatchEvent(new Event(wasOffline ? 'online' : 'offline'));
}

/**
 * Takes a request out of the network.
 *
 * @returns nothing, where it may go on
 */
export function intercept({ method }: Request): Promise<Response> | undefined {
  if (network === 'offline') return Promise.resolve(Response.error());
  if (network === 'crash' && method === 'POST') {
    // it is the lead; what is asked for at the first focus gets through
    location.reload();
    return new Promise(() => undefined); // no answer comes any more
  }
  return undefined;
}
