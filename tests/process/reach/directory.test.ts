import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  mayLink,
  planSync,
  proposedOrganisation,
  sameAddress,
  tooManyLeave,
} from '../../../bot/process/reach/directory.ts';
import { graphCallAt, graphCalls } from '../../../bot/process/reach/graphCalls.ts';

const people = fc.uniqueArray(fc.integer({ min: 0, max: 40 }).map(String));

describe('what a reading would change', () => {
  test('taken in, it leaves exactly those who were read', () => {
    fc.assert(
      fc.property(people, people, (known, read) => {
        const { joined, left } = planSync(known, read);
        const after = [...known.filter((id) => !left.includes(id)), ...joined];
        expect(after.sort()).toEqual([...read].sort());
        expect(planSync(read, read)).toEqual({ joined: [], left: [] });
      }),
    );
  });

  test.each([
    [6, 5, false],
    [6, 6, true],
    [30, 10, false],
    [30, 11, true],
    [3, 2, false],
    [3, 3, true],
    [1, 1, true],
  ])('of %i people, %i leaving is too many at once: %s', (known, leaving, held) => {
    const all = Array.from({ length: known }, (_, n) => String(n));
    expect(tooManyLeave(planSync(all, all.slice(leaving)), all)).toBe(held);
  });

  test('any number may come', () => {
    fc.assert(fc.property(people, (read) => expect(tooManyLeave(planSync([], read), [])).toBe(false)));
  });
});

describe('whom somebody new may belong to', () => {
  const registered = [
    { email: 'a@aarhus.dk', organisationId: 'aarhus', objectId: 'x' },
    { email: 'b@aarhus.dk', organisationId: 'aarhus', objectId: null },
    { email: 'c@delt.dk', organisationId: 'aarhus', objectId: null },
    { email: 'd@delt.dk', organisationId: 'odense', objectId: null },
  ];

  test.each([
    ['ny@aarhus.dk', 'aarhus'],
    ['NY@AARHUS.DK', 'aarhus'],
    ['ny@delt.dk', null],
    ['ny@ukendt.dk', null],
    ['ny@sub.aarhus.dk', null],
    ['ny@ikkeaarhus.dk', null],
    ['aarhus.dk', null],
    [null, null],
  ])('the address %s is proposed for %s', (email, organisation) => {
    expect(proposedOrganisation(email, registered)).toBe(organisation);
  });

  test('the same address is the same person only while the register has no account for it', () => {
    expect(sameAddress('B@aarhus.dk', registered)).toBe(registered[1]);
    expect(sameAddress('a@aarhus.dk', registered)).toBeNull();
    expect(sameAddress(null, registered)).toBeNull();
  });

  test('an address that several have in the register is no one person’s', () => {
    const [, own] = registered;
    const shared = [...registered, { ...own!, objectId: null }];
    expect(sameAddress('B@aarhus.dk', shared)).toBeNull();
  });
});

describe('linking an account', () => {
  const person = { objectId: null, organisationId: 'aarhus' };
  const account = { known: true, takenBy: null };

  test('an account that was seen, to a person who has none', () => {
    expect(mayLink(person, account)).toBeNull();
  });

  test.each([
    ['nobody of that id', null, account, 'notFound'],
    ['the secretariat’s own', { ...person, organisationId: null }, account, 'notFound'],
    ['an account nobody has seen', person, { ...account, known: false }, 'notFound'],
    ['an account that is somebody’s', person, { ...account, takenBy: 'Indkøbschef' }, 'alreadyExists'],
    ['a person who has an account', { ...person, objectId: 'x' }, account, 'accountLinked'],
  ])('%s is refused', (_, who, which, code) => {
    expect(mayLink(who, which)).toMatchObject({ refused: code });
  });
});

test.each([
  ['GET', '/v1.0/teams/1/members', 'teamMembers'],
  ['POST', '/v1.0/teams/1/members', 'teamJoin'],
  ['GET', '/v1.0/teams/1/channels', 'channels'],
  ['POST', '/v1.0/teams/1/channels', 'channelCreate'],
  ['GET', '/v1.0/teams/1/channels/19:a/tabs', 'tabs'],
  ['POST', '/v1.0/teams/1/channels/19:a/tabs', 'tabPin'],
  ['GET', '/graph/v1.0/groups/delta', 'groupChanges'],
  ['GET', '/v1.0/groups/1/members', 'groupMembers'],
  ['PATCH', '/v1.0/subscriptions/1', 'subscriptions'],
  ['POST', '/v1.0/users/a@b.dk/sendMail', 'mail'],
  ['POST', '/v1.0/users/1/teamwork/installedApps', 'userInstall'],
  ['POST', '/v1.0/chats/1/installedApps', 'chatInstall'],
  ['POST', '/v1.0/invitations', 'invitations'],
  ['POST', '/v1.0/$batch', 'users'],
  ['GET', '/v1.0/somewhere', null],
])('%s %s is shown as %s', (method, path, name) => {
  expect(graphCallAt(method, path)).toBe(name);
});

test('every kind of call names its permission', () => {
  for (const { permission } of Object.values(graphCalls)) expect(permission).toMatch(/^\w+(\.\w+)+$/);
});
