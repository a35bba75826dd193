import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { announce } from '../../../bot/store/overview/announcing.ts';
import { drawNumber } from '../../../bot/store/hearing/commentNumbers.ts';
import { openDatabase, transact, type Db, type Trx } from '../../../bot/store/frame/database.ts';
import { hearingPaper } from '../../../bot/store/hearing/hearingPaper.ts';
import { hearing, type Hearing } from '../../support/cases.ts';
import { members, type Member } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';
import { appendEvents, type NewEvent } from '../../../bot/store/frame/events.ts';

let db: Db;
// Before the house is closed, which looks whether anybody is still there.
afterAll(() => db.destroy());
const house = useHouse();
let all: Member[];
let held: Hearing;
const draw = (trx: Trx): Promise<number | 'enough' | null> =>
  drawNumber(trx, { hearingId: held.hearingId, organisationId: all[1]!.id, byMail: false });
beforeAll(async () => {
  all = await members(house, 2);
  held = await hearing(house);
  ({ db } = openDatabase(house.databaseUrl, 2));
  // The plan of a statement is made when it is first asked, which in a new house is before anybody has written anything.
  await transact(db, (trx) => draw(trx));
  await house.sql(
    `insert into comment (id, hearing_id, number, organisation_id, type, text, channel, received_at, late)
     select gen_random_uuid(), $1, n, $2, 'general', 'Bemærkning', 'tab', $3, false from generate_series(100, 299) n`,
    [held.hearingId, all[0]!.id, '2027-01-11T07:00:00Z'],
  );
});

interface Looked {
  scans: number;
  entries: number;
}
/** How often the indexes of a table have been looked into on this connection, and how many entries that read. */
async function lookedInto(trx: Trx, table: string): Promise<Looked> {
  const { rows } = await sql<Looked>`
    select sum(pg_stat_get_xact_numscans(indexrelid))::int as scans,
      sum(pg_stat_get_xact_tuples_returned(indexrelid))::int as entries
    from pg_index where indrelid = ${table}::regclass`.execute(trx);
  return rows[0]!;
}

/** What a piece of work looks up in a table. */
const costOf = (table: string, work: (trx: Trx) => Promise<unknown>): Promise<Looked> =>
  transact(db, async (trx) => {
    const before = await lookedInto(trx, table);
    await work(trx);
    const after = await lookedInto(trx, table);
    return { scans: after.scans - before.scans, entries: after.entries - before.entries };
  });

test('a number is drawn without reading all that are used', async () => {
  const { entries } = await costOf('comment', draw);
  expect(entries).toBeLessThan(20);
});

test('a receipt asks once whether the answer has been sent, however many comments wait for it', async () => {
  const asked = { hearingId: held.hearingId, organisationId: all[0]!.id, newest: 4, counted: false };
  const { scans } = await costOf('answer', async (trx) => {
    expect((await hearingPaper(trx, asked))!.drafts).toBe(200);
  });
  expect(scans).toBeLessThan(5);
});

const happened = (type: string, n: number): NewEvent => ({
  caseId: held.revisionId,
  at: new Date(Date.UTC(2027, 0, 11, 8)),
  actor: { personId: null, organisationId: null },
  type,
  data: { voteId: held.hearingId, organisationId: all[n % 2]!.id },
});
const many = (count: number, type: string) => Array.from({ length: count }, (_, n) => happened(type, n));

test('who hears of a changed ballot is found at the ballot before, however long the trail', async () => {
  const trail = [...many(1_000, 'commentDisposed'), ...many(100, 'ballotCast')];
  await transact(db, async (trx) => {
    // What happened in this trail is older than the transaction that writes it.
    await sql`set local partnership.history = 'on'`.execute(trx);
    await appendEvents(trx, trail);
  });
  const sent = await house.sql(`select id from event where type = 'ballotCast' order by id desc limit 40`);
  const ids = sent.map(({ id }) => String(id));
  const { entries } = await costOf('event', (trx) => announce(trx, held.revisionId, ids, new Date()));
  expect(entries).toBeLessThan(400);
});
