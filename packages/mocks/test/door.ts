import type { MockBackend } from '@fluenzr/mocks';

/** A way to reach a backend. */
export interface Door {
  fetch: typeof globalThis.fetch;
  origin: string;
}

type OpenDoor = (backend: MockBackend) => Promise<Door>;

const direct: OpenDoor = ({ fetch }) => Promise.resolve({ fetch, origin: 'https://crm.example.com' });

let open = direct;
let share = 1;

/** The door that tests reach this backend through: `backend.fetch`, unless `useDoor` said otherwise. */
export const openDoor: OpenDoor = (backend) => open(backend);

/** How many runs of a property go through the door: a slow one takes a share of them. */
export const runs = (count: number) => Math.ceil(count * share);

/** Lets all suites that are imported from here on use another door. */
export function useDoor(other: OpenDoor, shareOfRuns = 1): void {
  open = other;
  share = shareOfRuns;
}
