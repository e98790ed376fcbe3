import {
  type APIError,
  type APIPromise,
  type Contact,
  type ContactCreated,
  createClient,
  type FluenzR,
  FluenzRError,
  type Group,
  type Job,
  NotFoundError,
  type Page,
  type PagePromise,
  ValidationError,
} from '../src/index.js';
import { createClient as createCoreClient } from '../src/core.js';
import { contacts } from '../src/resources/contacts.js';

/** True if `Actual` and `Expected` are the same; anything else does not take true. */
type Same<Actual, Expected> = [Actual, Expected] extends [Expected, Actual] ? true : never;
const same = <Actual, Expected>(holds: Same<Actual, Expected>) => holds;

/** A test that the compiler makes: it holds if this compiles, and is never run. */
export async function types(fluenzr: FluenzR, error: unknown) {
  same<ReturnType<typeof fluenzr.contacts.create>, APIPromise<ContactCreated>>(true);
  same<ReturnType<typeof fluenzr.contacts.list>, PagePromise<Contact>>(true);
  same<Awaited<ReturnType<typeof fluenzr.groups.list>>, Page<Group>>(true);
  same<ReturnType<typeof fluenzr.groups.delete>, APIPromise<undefined>>(true);
  same<ReturnType<typeof fluenzr.jobs.wait>, Promise<Job>>(true);

  const contact = await fluenzr.contacts.create({ email: 'ada@example.com', firstName: undefined });
  contact.status satisfies string;
  if (contact.status === 'ACTIVE') contact.id satisfies string;
  if (contact.status === 'SOMETHING_NEW') contact.id satisfies string; // newer values can be compared too
  contact.firstName satisfies string | null;
  contact.aMemberOfANewerServer satisfies unknown;
  for await (const group of fluenzr.groups.list({ type: 'DYNAMIC', sort: '-total' }))
    group.counts.total satisfies number;
  const { data, requestId, response } = await fluenzr.contacts.get('con_1').withResponse();
  data.email satisfies string;
  requestId satisfies string;
  response.headers satisfies Headers;

  // @ts-expect-error an e-mail address is needed
  fluenzr.contacts.create({});
  // @ts-expect-error there is no such member
  fluenzr.contacts.create({ email: 'ada@example.com', name: 'Ada' });
  // @ts-expect-error there is no such type of group
  fluenzr.groups.create({ name: 'Leads', type: 'DYNAMO' });
  // @ts-expect-error there is no such filter
  fluenzr.groups.list({ colour: 'red' });
  // @ts-expect-error the limit must be said
  fluenzr.groups.list().toArray();
  // @ts-expect-error the mapping must be said
  fluenzr.imports.create('email', {});
  // @ts-expect-error what is answered to a deletion has no members
  fluenzr.contacts.delete('con_1') satisfies Promise<Contact>;
  // @ts-expect-error a creation has nothing to match
  fluenzr.contacts.create({ email: 'ada@example.com' }, { ifMatch: 1 });
  // @ts-expect-error a single answer cannot be iterated
  fluenzr.contacts.get('con_1') satisfies AsyncIterable<unknown>;

  const apiKey = () => Promise.resolve('token');
  const lean = createCoreClient({
    resources: { people: contacts },
    baseUrl: 'https://crm.example.com',
    apiKey,
  });
  same<ReturnType<typeof lean.people.get>, APIPromise<Contact>>(true);
  // @ts-expect-error it has only the resources that it was given
  lean satisfies { groups: unknown };
  // @ts-expect-error it needs an address
  createClient({ apiKey: 'key' });

  if (error instanceof ValidationError) {
    error satisfies APIError;
    error.status satisfies number;
    error.fieldErrors?.email?.[0]?.code satisfies string | undefined;
    error.problem?.existingId satisfies unknown;
  } else if (error instanceof NotFoundError) error.code satisfies string | undefined;
  else if (error instanceof FluenzRError) error.status satisfies number | undefined;
}
