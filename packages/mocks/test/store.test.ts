import { expect } from 'chai';
import * as fc from 'fast-check';
import { Clock } from '../src/clock.js';
import { createGroup } from '../src/domain/groups.js';
import { takeInContact } from '../src/domain/contacts.js';
import { pairId, type MembershipRow } from '../src/store/rows.js';
import { SortedList } from '../src/store/sorted-list.js';
import { Store } from '../src/store/store.js';

interface Row {
  id: string;
  key: number;
}

const bySortKey = (a: Row, b: Row) => a.key - b.key || (a.id < b.id ? -1 : 1);

describe('SortedList', () => {
  // Few keys, so that many rows share one; enough rows for several blocks.
  const rows = fc.uniqueArray(
    fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), key: fc.integer({ min: 0, max: 20 }) }),
    {
      selector: (row) => row.id,
      minLength: 1,
      maxLength: 300,
    },
  );

  it('is what sorting an array gives, after any additions and deletions', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0 }), (all, pick) => {
        const list = new SortedList<Row>((row) => row.key, all.slice(0, pick % all.length));
        for (const row of all.slice(pick % all.length)) list.add(row);
        const gone = new Set(all.filter((row) => (row.key + pick) % 3 === 0));
        for (const row of gone) list.delete(row);
        const expected = all.filter((row) => !gone.has(row)).sort(bySortKey);
        expect([...list]).to.deep.equal(expected);
        expect([...list.after(null, 'descending')]).to.deep.equal(expected.toReversed());
        expect(list.size).to.equal(expected.length);
        expect(list.first).to.equal(expected[0]);
      }),
    );
  });

  it('goes on behind a place, both ways, whether its row is still there or not', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0 }), fc.boolean(), (all, pick, gone) => {
        const list = new SortedList<Row>((row) => row.key, all);
        const place = all[pick % all.length]!;
        if (gone) list.delete(place);
        const sorted = all.toSorted(bySortKey);
        const index = sorted.indexOf(place);
        expect([...list.after(list.positionOf(place))]).to.deep.equal(sorted.slice(index + 1));
        expect([...list.after(list.positionOf(place), 'descending')]).to.deep.equal(
          sorted.slice(0, index).toReversed(),
        );
      }),
    );
  });

  it('holds thousands of rows that come in any order', () => {
    const all = Array.from({ length: 5000 }, (_, index) => ({
      id: String(index),
      key: (index * 7919) % 5003,
    }));
    const list = new SortedList<Row>((row) => row.key);
    for (const row of all) list.add(row);
    expect([...list].map((row) => row.key)).to.deep.equal(all.map((row) => row.key).sort((a, b) => a - b));
    for (const row of all.slice(0, 4990)) list.delete(row);
    expect(list.size).to.equal(10);
  });
});

describe('A transaction', () => {
  const newStore = () => new Store(new Clock('virtual', 0), 'test');

  it('undoes everything when it throws, in every table and index', () => {
    const store = newStore();
    const group = store.transaction(() => createGroup(store, { name: 'Active Customers', type: 'STATIC' }));
    const { contact } = store.transaction(() => takeInContact(store, { email: 'ada@example.com' }));
    const before = structuredClone(store.state());
    const changes: unknown[] = [];
    store.onCommit((rows) => changes.push(...rows));
    const work = () =>
      store.transaction(() => {
        takeInContact(store, { email: 'grace@example.com', groupId: group.id });
        takeInContact(store, { email: contact.email, firstName: 'Ada', groupId: group.id });
        store.contacts.delete(contact.id);
        throw new Error('no');
      });
    expect(work).to.throw('no');
    expect(store.state()).to.deep.equal(before);
    expect(changes).to.be.empty;
    expect(store.contactByEmail.get('ada@example.com')).to.equal(contact);
    expect(store.contactByEmail.get('grace@example.com')).to.be.undefined;
    expect(store.memberCount.count(group.id)).to.equal(0);
    expect(store.membersOf.joinedAt.list(group.id).size).to.equal(0);
  });

  it('within another is part of it', () => {
    const store = newStore();
    const work = () =>
      store.transaction(() => {
        store.transaction(() => takeInContact(store, { email: 'ada@example.com' }));
        throw new Error('outer');
      });
    expect(work).to.throw('outer');
    expect(store.contacts.size).to.equal(0);
  });

  it('is the only way to change a row', () => {
    const store = newStore();
    expect(() => takeInContact(store, { email: 'ada@example.com' })).to.throw('outside a transaction');
    expect(store.contacts.size).to.equal(0);
  });

  it('tells of each row once, with its first and last state', () => {
    const store = newStore();
    const told: string[] = [];
    store.onCommit((rows) =>
      told.push(...rows.map(({ table, before, after }) => `${table} ${!!before} ${!!after}`)),
    );
    store.transaction(() => {
      const { contact } = takeInContact(store, { email: 'ada@example.com' });
      store.contacts.put({ ...contact, firstName: 'Ada' });
      const gone = takeInContact(store, { email: 'gone@example.com' }).contact;
      store.contacts.delete(gone.id);
    });
    expect(told).to.deep.equal(['contacts false true']);
  });

  it('stays done when a listener throws, and the others are told', async () => {
    const store = newStore();
    const told: unknown[] = [];
    const seen = new Promise<unknown>((resolve) => {
      const { onerror } = window;
      window.onerror = (_message, _file, _line, _column, error) => {
        window.onerror = onerror;
        resolve(error);
        return true;
      };
    });
    store.onCommit(() => {
      throw new Error('a listener of the test');
    });
    store.onCommit((rows) => told.push(...rows));
    store.transaction(() => takeInContact(store, { email: 'ada@example.com' }));
    expect(store.contacts.size).to.equal(1);
    expect(told).to.have.length(1);
    expect(await seen).to.have.property('message', 'a listener of the test');
  });

  it('refuses a second row with a unique key, and keeps the first', () => {
    const store = newStore();
    const { contact } = store.transaction(() => takeInContact(store, { email: 'ada@example.com' }));
    const work = () => store.transaction(() => store.contacts.put({ ...contact, id: 'con_other' }));
    expect(work).to.throw('unique key');
    expect(store.contactByEmail.get('ada@example.com')).to.equal(contact);
  });
});

describe('The indexes', () => {
  it('equal a scan after any history, refused parts included', () => {
    const operation = fc.record({
      contact: fc.integer({ min: 0, max: 7 }),
      group: fc.integer({ min: 0, max: 3 }),
      kind: fc.constantFrom('join', 'leave', 'status', 'email', 'refused'),
    });
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 60 }), (operations) => {
        const store = new Store(new Clock('virtual', 0), 'test');
        store.memberCount.count(''); // the counts are kept from the start, the lists from here on
        for (const { contact, group, kind } of operations) {
          const run = () =>
            store.transaction(() => {
              const row: MembershipRow = {
                id: pairId(`grp_${group}`, `con_${contact}`),
                groupId: `grp_${group}`,
                contactId: `con_${contact}`,
                joinedAt: '',
                joinedTick: store.nextTick(),
                source: 'API',
                noEnroll: false,
                rejoined: false,
                email: `${contact}@example.com`,
                contactStatus: 'ACTIVE',
              };
              const known = store.memberships.get(row.id);
              if (kind === 'leave') store.memberships.delete(row.id);
              else if (kind === 'status' && known)
                store.memberships.put({ ...known, contactStatus: 'BLOCKED' });
              else if (kind === 'email' && known)
                store.memberships.put({ ...known, email: `z${contact}@example.com` });
              else store.memberships.put(row);
              if (kind === 'refused') throw new Error('refused');
            });
          if (kind === 'refused') expect(run).to.throw('refused');
          else run();
        }
        const rows = [...store.memberships.values()];
        for (const groupId of ['grp_0', 'grp_1', 'grp_2', 'grp_3']) {
          const members = rows.filter((row) => row.groupId === groupId);
          expect(store.memberCount.count(groupId)).to.equal(members.length);
          expect(store.activeMemberCount.count(groupId)).to.equal(
            members.filter((row) => row.contactStatus === 'ACTIVE').length,
          );
          expect([...store.membersOf.joinedAt.list(groupId)]).to.deep.equal(
            members.toSorted((a, b) => a.joinedTick - b.joinedTick),
          );
          expect([...store.membersOf.email.list(groupId)].map((row) => row.email)).to.deep.equal(
            members.map((row) => row.email).sort(),
          );
        }
      }),
    );
  });
});
