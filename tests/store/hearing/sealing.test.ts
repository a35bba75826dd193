import { expect, test } from '@jest/globals';
import { isOpen } from '../../../bot/process/hearing/hearing.ts';
import { hasLeft } from '../../../bot/process/hearing/leaving.ts';
import { mayKnowOf } from '../../../bot/process/hearing/sealing.ts';
import { openDatabase } from '../../../bot/store/frame/database.ts';
import { commentKnown, handedIn, waits } from '../../../bot/store/hearing/handedIn.ts';
import { isOpen as isOpenRow } from '../../../bot/store/hearing/open.ts';
import { handIn, hearing } from '../../support/cases.ts';
import { member, secretariat } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
const at = (hour: number): Date => new Date(Date.UTC(2027, 0, 11, hour));

const moments = [null, at(9)] as const;
const comments = (['tab', 'mail'] as const).flatMap((channel) =>
  [at(8), at(12), at(13)].flatMap((receivedAt) =>
    [null, at(10), at(11), at(14)].flatMap((withdrawnAt) =>
      moments.flatMap((disposedAt) =>
        moments.map((leftAt) => ({ channel, receivedAt, withdrawnAt, disposedAt, leftAt })),
      ),
    ),
  ),
);
const answers = (['card', 'mail'] as const).flatMap((channel) =>
  [null, 'own', 'other'].flatMap((senderId) =>
    [null, at(12)].map((restoredAt) => ({
      channel,
      senderId,
      restoredAt,
      organisationId: 'own',
      submittedAt: at(11),
    })),
  ),
);
const pairs = comments.flatMap((comment) => [null, ...answers].map((answer) => ({ comment, answer })));

/** The statements' own words, over rows that are made up: the names of the tables are theirs. */
const selectOf = (condition: string): string => `
  with pair as (select place, said from jsonb_array_elements($1::jsonb) with ordinality as p (said, place)),
  comment as (select place as hearing_id, 'own' as organisation_id, said->'comment'->>'channel' as channel,
    (said->'comment'->>'receivedAt')::timestamptz as received_at, (said->'comment'->>'withdrawnAt')::timestamptz as withdrawn_at,
    (said->'comment'->>'disposedAt')::timestamptz as disposed_at, (said->'comment'->>'leftAt')::timestamptz as left_at from pair),
  answer as (select place as hearing_id, 'own' as organisation_id, said->'answer'->>'channel' as channel,
    said->'answer'->>'senderId' as sender_id, (said->'answer'->>'submittedAt')::timestamptz as submitted_at,
    (said->'answer'->>'restoredAt')::timestamptz as restored_at from pair where said->'answer' <> 'null')
  select ${condition} as so from comment c left join answer a on a.hearing_id = c.hearing_id order by c.hearing_id`;
const asRows = async (condition: string, rows = pairs): Promise<boolean[]> =>
  (await house.sql<{ so: boolean }>(selectOf(condition), [JSON.stringify(rows)])).map(({ so }) => so);

test('whether a comment has left its organisation, the store asks of rows as the rule says', async () => {
  expect(pairs.length).toBeGreaterThan(1_000);
  expect(await asRows(handedIn('c'))).toEqual(pairs.map(({ comment, answer }) => hasLeft(comment, answer)));
  const standing = pairs.filter(({ comment }) => comment.withdrawnAt === null);
  expect(await asRows(waits('c', 'a'), standing)).toEqual(
    standing.map(({ comment, answer }) => !hasLeft(comment, answer)),
  );
});

test('a hearing is open until its deadline, to the moment', async () => {
  const deadline = at(11);
  const select = `select ${isOpenRow('h', '$2::timestamptz')} as so from (select $1::timestamptz as deadline) h`;
  for (const now of [new Date(deadline.getTime() - 1), deadline, new Date(deadline.getTime() + 1)])
    expect(await house.sql(select, [deadline, now])).toEqual([{ so: isOpen(deadline, now) }]);
});

test('who may learn of a comment, by its id and in the list, is who the rule lets', async () => {
  const held = await hearing(house);
  const { hearingId } = held;
  const one = await member(house, { with: ['contact', 'staff'] });
  const other = await member(house, { with: ['staff'] });
  const { db } = openDatabase(house.env['DATABASE_URL']!, 1);
  house.onClose(() => db.destroy());
  const write = async (text: string) =>
    (await one.staff.do('addComment', { hearingId, type: 'general', text })).commentId;
  // Withdrawn while it was the member's own: it was never in the answer.
  const never = await write('Trukket tilbage som kladde.');
  await one.staff.do('withdrawComment', { commentId: never });
  const stands = await write('Står.');
  await handIn(one.contact, hearingId);
  const taken = (await one.contact.do('addComment', { hearingId, type: 'general', text: 'Siden trukket.' }))
    .commentId;
  await one.contact.do('withdrawComment', { commentId: taken });
  const draft = (await other.staff.do('addComment', { hearingId, type: 'general', text: 'Kladde.' }))
    .commentId;
  const [row] = await house.sql<{ deadline: Date }>('select deadline from hearing where id = $1', [
    hearingId,
  ]);
  const { deadline } = row!;
  const known = [
    { id: never, organisationId: one.id, left: false, withdrawnAt: at(9) },
    { id: stands, organisationId: one.id, left: true, withdrawnAt: null },
    { id: taken, organisationId: one.id, left: true, withdrawnAt: at(9) },
    { id: draft, organisationId: other.id, left: false, withdrawnAt: null },
  ];
  const third = await member(house, { with: ['staff'] });
  const readers = [
    [one.staff, { organisationId: one.id, secretariat: false }],
    [other.staff, { organisationId: other.id, secretariat: false }],
    [third.staff, { organisationId: third.id, secretariat: false }],
    [secretariat(house), { organisationId: null, secretariat: true }],
  ] as const;
  for (const now of [new Date(deadline.getTime() - 1_000), new Date(deadline.getTime() + 1_000)]) {
    await house.setClock(now.toISOString());
    for (const [who, reader] of readers) {
      const should = known
        .filter((comment) => mayKnowOf({ ...comment, deadline }, reader, now))
        .map(({ id }) => id);
      const told: string[] = [];
      for (const { id } of known) if (mayKnowOf((await commentKnown(db, id))!, reader, now)) told.push(id);
      expect(told).toEqual(should);
      const { items } = await who.view(`comments?hearingId=${hearingId}`);
      expect(items.map((item: { id: string }) => item.id).toSorted()).toEqual(should.toSorted());
    }
  }
});
