/** Where backend and relay are when they run as processes of their own. */
export interface Servers {
  backendUrl: string;
  relayUrl: string;
  /** Only for the CRM view of this demo on one's own machine. */
  apiKey: string;
}

/** Puts them into the part of an address that is never sent anywhere. */
export const writeServers = (servers: Servers): string =>
  `#${new URLSearchParams({ ...servers }).toString()}`;

/** Reads them; undefined where the page runs by itself. */
export function readServers(hash: string): Servers | undefined {
  const given = new URLSearchParams(hash.slice(1));
  const [backendUrl, relayUrl, apiKey] = ['backendUrl', 'relayUrl', 'apiKey'].map((name) => given.get(name));
  return backendUrl && relayUrl && apiKey ? { backendUrl, relayUrl, apiKey } : undefined;
}
