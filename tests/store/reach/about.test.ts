import { beforeAll, describe, expect, test } from '@jest/globals';
import { hearing, meeting, vote, type Hearing, type Vote } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let one: Member;
let by: Someone;
let voting: Vote;
let held: Hearing;
let meetingId: string;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact'] });
  ({ meetingId } = await meeting(house));
  voting = await vote(house);
  held = await hearing(house);
});

const columns = 'revision_id, hearing_id, vote_id, meeting_id, scheduling_id';
type Row = Record<string, string | null>;
const queue = async (message: string, named: Row): Promise<Row | undefined> => {
  const values = Object.values({ person_id: one.contact.personId, message, ...named });
  const names = ['person_id', 'message', ...Object.keys(named)];
  const [row] = await house.sql<Row>(
    `insert into delivery (${names.join(', ')}, channel, state, created_at)
      values (${values.map((_, index) => `$${index + 1}`).join(', ')}, 'personal', 'accepted', now())
      on conflict do nothing returning ${columns}, about_kind, about_id`,
    values,
  );
  return row;
};
const nothing = Object.fromEntries(columns.split(', ').map((name) => [name, null]));

/** What is queued, as either program names it: by a column for each kind, or by kind and id. */
const both = (): [string, Row, Row][] => [
  [
    'voteOpened',
    { vote_id: voting.voteId, revision_id: voting.revisionId },
    { about_kind: 'vote', about_id: voting.voteId },
  ],
  [
    'hearingReminder',
    { hearing_id: held.hearingId, revision_id: held.revisionId },
    { about_kind: 'hearing', about_id: held.hearingId },
  ],
  ['meetingCalled', { meeting_id: meetingId }, { about_kind: 'meeting', about_id: meetingId }],
  ['greeting', {}, { about_kind: 'person', about_id: one.contact.personId }],
  [
    'placeVacant',
    { occasion: `${one.id} 2027-01-11T08:00:00.000Z` },
    { about_kind: 'organisation', about_id: one.id, occasion: `${one.id} 2027-01-11T08:00:00.000Z` },
  ],
];

describe('while two programs serve on one database', () => {
  test('what a message is about is the same to both, whichever queued it', async () => {
    for (const [message, before, { occasion: _, ...now }] of both()) {
      await house.sql('delete from delivery where person_id = $1', [one.contact.personId]);
      const { occasion: __, ...named } = before;
      expect([message, await queue(message, before)]).toEqual([message, { ...nothing, ...named, ...now }]);
    }
    for (const [message, { occasion: _, ...before }, now] of both()) {
      await house.sql('delete from delivery where person_id = $1', [one.contact.personId]);
      const { occasion: __, ...named } = now;
      expect([message, await queue(message, now)]).toEqual([message, { ...nothing, ...before, ...named }]);
    }
  });

  test('what the one has queued the other does not queue again', async () => {
    for (const [message, before, now] of both())
      for (const [first, second] of [
        [before, now],
        [now, before],
      ] as const) {
        await house.sql('delete from delivery where person_id = $1', [one.contact.personId]);
        expect(await queue(message, first)).toBeDefined();
        expect([message, await queue(message, second)]).toEqual([message, undefined]);
      }
  });
});

test('messages about another thing are not listed, nor sent again, with those about this one', async () => {
  await house.sql('delete from delivery where person_id = $1', [one.contact.personId]);
  for (const [message, , now] of both()) await queue(message, now);
  await house.sql(`update delivery set state = 'failed' where person_id = $1`, [one.contact.personId]);
  const { items } = await by.view(`deliveries?voteId=${voting.voteId}`);
  const mine = items.filter((row: { personId: string }) => row.personId === one.contact.personId);
  expect(mine.map((row: { message: string }) => row.message)).toEqual(['voteOpened']);
  await by.do('resendFailed', { voteId: voting.voteId });
  expect(
    await house.sql(`select message from delivery where person_id = $1 and state = 'failed' order by id`, [
      one.contact.personId,
    ]),
  ).toEqual(['hearingReminder', 'meetingCalled', 'greeting', 'placeVacant'].map((message) => ({ message })));
});
