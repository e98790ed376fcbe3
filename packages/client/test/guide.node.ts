// Holds the guide to the code: its table names every method of the SDK, and no other.
import { readFileSync } from 'node:fs';
import { createClient } from '@fluenzr/client';
import { expect } from 'chai';

const guide = readFileSync(new URL('../../../docs/guide/sdk/getting-started.md', import.meta.url), 'utf8');

/** The methods of a resource, and of the resources in it: `groups.contacts.list`. */
const methodsOf = (resource: object, path: string): string[] => [
  ...Object.getOwnPropertyNames(Object.getPrototypeOf(resource))
    .filter((name) => name !== 'constructor')
    .map((name) => path + name),
  ...Object.entries(resource).flatMap(([name, value]) =>
    value instanceof Object && typeof value !== 'function'
      ? methodsOf(value as object, `${path}${name}.`)
      : [],
  ),
];

describe('the guide of the SDK', () => {
  it('names all methods', () => {
    const rows = guide.matchAll(/^\| `([\w.]+)` +\| (`.*`) +\|$/gm);
    const named = [...rows].flatMap(([, resource = '', methods = '']) =>
      [...methods.matchAll(/`(\w+)`/g)].map(([, method = '']) => `${resource}.${method}`),
    );
    const resources = Object.entries(
      createClient({ baseUrl: 'https://crm.example.com', apiKey: 'flz_test' }),
    );
    const methods = resources.flatMap(([name, resource]) => methodsOf(resource as object, `${name}.`));
    expect(methods.length).to.be.greaterThan(50);
    expect(named).to.have.members(methods);
  });
});
