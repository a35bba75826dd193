import { beforeAll, describe, expect, test } from '@jest/globals';
import { views } from '../../../bot/views/index.ts';
import { oid } from '../../support/app.ts';
import { hearing, meeting, vote, type Hearing, type Vote } from '../../support/cases.ts';
import { isWhole } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';
import { ask, castOf, known, type Cast } from './ground.ts';

const house = useHouse();
let cast: Cast;
let held: Hearing;
let voting: Vote;
/** Ids of things that are there, by what they are. */
let ids: Record<string, string>;

beforeAll(async () => {
  cast = await castOf(house);
  held = await hearing(house);
  const { hearingId, versionId } = held;
  const text = { hearingId, type: 'general' as const, text: 'Uklart.' };
  const { commentId } = await cast.one.staff.do('addComment', text);
  voting = await vote(house, { at: await meeting(house) });
  const { revisionId, voteId, meetingId } = voting;
  const { id: organisationId, staff } = cast.one;
  const { personId } = staff;
  ids = { revisionId, hearingId, voteId, meetingId, commentId, versionId, organisationId, personId };
});

/** Which field of which view is the id of what. */
const asking: [view: string, field: string, of: string][] = [
  ['revision', 'id', 'revisionId'],
  ['hearing', 'id', 'hearingId'],
  ['vote', 'id', 'voteId'],
  ['meeting', 'id', 'meetingId'],
  ['comments', 'hearingId', 'hearingId'],
  ['trail', 'revisionId', 'revisionId'],
];

describe('a view asked for something that is not there', () => {
  test.each(asking)('%s?%s: is not found, the same for everyone', async (view, field) => {
    for (const reader of known) {
      const { status, body } = await ask(house, cast.readers[reader], `${view}?${field}=${oid(999_999)}`);
      expect({ reader, status, code: body.refusal?.code }).toEqual({ reader, status: 404, code: 'notFound' });
    }
  });

  test.each(asking)('%s?%s: takes no other thing’s id for its own', async (view, field, of) => {
    for (const [what, id] of Object.entries(ids)) {
      const status = await cast.by.viewStatus(`${view}?${field}=${id}`);
      // A meeting has a trail of its own.
      const own = what === of || (view === 'trail' && what === 'meetingId');
      expect({ what, status }).toEqual({ what, status: own ? 200 : 404 });
    }
  });

  test('answers alike for what is not there and for what is not for the reader', async () => {
    const { one } = cast;
    const mine = await ask(house, one.contact, `deliveries?hearingId=${held.hearingId}`);
    const none = await ask(house, one.contact, `deliveries?hearingId=${oid(999_999)}`);
    const unknown = await ask(house, one.contact, `hearing?id=${oid(999_999)}`);
    expect([mine.status, mine.body]).toEqual([none.status, none.body]);
    expect([mine.status, mine.body]).toEqual([unknown.status, unknown.body]);
  });
});

describe('a view asked with something that is no id', () => {
  const notIds = [
    '',
    '1',
    'null',
    'undefined',
    '%00',
    "'%20or%201=1--",
    '..%2f..%2fetc',
    '%F0%9F%8C%B1',
    'x'.repeat(2_000),
    '00000000-0000-4000-8000-00000000000',
    '00000000-0000-4000-8000-0000000000001',
    'g0000000-0000-4000-8000-000000000001',
  ];
  test.each(asking)('%s?%s: is told so in whole sentences', async (view, field) => {
    for (const wrong of notIds) {
      const { status, body } = await ask(house, cast.one.staff, `${view}?${field}=${wrong}`);
      expect({ wrong, status, whole: isWhole(body.refusal) }).toEqual({ wrong, status: 400, whole: true });
    }
    expect((await ask(house, cast.one.staff, view)).status).toBe(400);
  });

  test('deliveries: neither of a hearing nor of a vote that is none', async () => {
    for (const wrong of notIds)
      for (const field of ['hearingId', 'voteId'])
        expect(await cast.by.viewStatus(`deliveries?${field}=${wrong}`)).toBe(400);
  });

  test('an id is one whatever its capitals', async () => {
    const { id } = await cast.by.view(`hearing?id=${held.hearingId.toUpperCase()}`);
    expect(id).toBe(held.hearingId);
  });
});

describe('a view asked with more than it knows', () => {
  const extras = ['light=true', 'secretariat=true', 'reader=secretariat', 'now=2030-01-01', '__proto__[x]=1'];
  test.each(extras)('%s: takes no notice of it', async (extra) => {
    for (const query of [`vote?id=${voting.voteId}`, `hearing?id=${held.hearingId}`, 'members']) {
      const plain = await cast.one.staff.view(query);
      expect(await cast.one.staff.view(`${query}${query.includes('?') ? '&' : '?'}${extra}`)).toEqual(plain);
    }
  });

  test('filters of a matrix are the values there are, and nothing is guessed', async () => {
    const matrix = `comments?hearingId=${held.hearingId}`;
    for (const wrong of [
      'type=technical,general',
      'type=',
      'unanswered=1',
      'unanswered=yes',
      'organisationId=x',
    ])
      expect({ wrong, status: await cast.by.viewStatus(`${matrix}&${wrong}`) }).toEqual({
        wrong,
        status: 400,
      });
    const nothing = async (filter: string) => (await cast.by.view(`${matrix}&${filter}`)).items;
    for (const none of ['clause=99.z', 'theme=Ukendt', `organisationId=${cast.other.id}`, 'clause=%25'])
      expect({ none, items: await nothing(none) }).toEqual({ none, items: [] });
  });
});

test('a view that there is not is not found, and a view is read, never written to', async () => {
  const token = await cast.by.token();
  for (const name of ['nothing', 'Me', 'me%00', '..%2fme', 'constructor', 'hasOwnProperty']) {
    const { status, body } = await house.request('GET', `/api/views/${name}`, { token });
    expect({ name, status, whole: isWhole(body.refusal) }).toEqual({ name, status: 404, whole: true });
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
    for (const name of Object.keys(views))
      expect((await house.request(method, `/api/views/${name}`, { token, body: {} })).status).toBe(405);
});
