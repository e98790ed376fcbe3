import { seededRandom } from '../random.js';
import type { Store } from '../store/store.js';
import { Agency } from './agency.js';

const usualContacts = 600;
const mostContacts = 1_000_000;

/**
 * Fills a store with a story that ends now. The seed decides it to the last mail.
 *
 * @throws TypeError for a scenario that is not known, and a number of contacts that makes no sense.
 */
export function playScenario(store: Store, name: string, seed: string, contacts = usualContacts): void {
  if (name !== 'agency') throw new TypeError(`There is no scenario "${name}". The scenarios: agency.`);
  if (!Number.isInteger(contacts) || contacts < 0 || contacts > mostContacts) {
    throw new TypeError(`contacts is ${contacts}: give a whole number, ${mostContacts} at most.`);
  }
  new Agency(store, seededRandom(`${seed} agency`), contacts).play();
}
