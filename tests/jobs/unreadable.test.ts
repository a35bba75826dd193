import { beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { pino } from 'pino';
import type { Work } from '../../bot/jobs/queue.ts';
import { verifyTrail } from '../../bot/jobs/tasks/verifyTrail.ts';
import { DatabaseClock } from '../../bot/store/clock.ts';
import { openDatabase } from '../../bot/store/database.ts';
import { eventually } from '../support/app.ts';
import { hearing } from '../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../support/factories.ts';
import { useHouse } from '../support/useHouse.ts';
import { livedIn } from './lived.ts';
import type { At } from './tampered.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let other: Member;
let work: Work;
let owner: pg.Client;
let mails: { caseIds: string[] }[] = [];

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact'] });
  other = await member(house, { name: 'Odense Kommune', with: ['contact'] });
  const { db } = openDatabase(house.env['DATABASE_URL']!, 4);
  // Nobody else looks meanwhile.
  await house.sql(`delete from pgboss.schedule where name = 'verifyTrail'`);
  owner = new pg.Client({ connectionString: house.databaseUrl });
  await owner.connect();
  house.onClose(() => Promise.all([owner.end(), db.destroy()]));
  const clock = new DatabaseClock(db, true);
  house.onClose(await clock.start(() => undefined));
  const enqueue = async (_: unknown, name: string, data: never) => {
    if (name === 'tellOfTrail') mails.push(data);
  };
  work = { db, house: { db, clock, enqueue }, log: pino({ level: 'silent' }) } as unknown as Work;
});

/** A look of the job at all that is due. */
async function look(): Promise<void> {
  mails = [];
  await eventually(
    () => house.sql('select from unsealed'),
    (rows) => rows.length === 0,
  );
  await verifyTrail(work);
}
/** What only whoever owns the database can do, past its guards. */
async function tamper(...statements: [text: string, values?: unknown[]][]): Promise<void> {
  await owner.query('set session_replication_role = replica');
  for (const [text, values] of statements) await owner.query(text, values);
  await owner.query('set session_replication_role = origin');
}
const night = (): Promise<void> => house.advance(24 * 3600);
const lived = (): Promise<At> => livedIn(house, { by, one, other });
const open = (caseId: string): Promise<object[]> =>
  house.sql('select thing, field, how from finding where case_id = $1 and gone_at is null', [caseId]);
const mailsOf = (caseId: string): number => mails.filter(({ caseIds }) => caseIds.includes(caseId)).length;
const finding = (thing: string, field: string, how: string) => ({ thing, field, how });

describe('an event that cannot be read', () => {
  const nobody = '{"personId": null, "organisationId": null}';
  const add = `insert into event (case_id, at, actor, type, data) values ($1, now(), $2, $3, $4)`;
  const toSeal =
    'insert into unsealed select case_id, id from event where case_id = $1 order by id desc limit 1';

  test.each([
    ['commentAdded', {}],
    ['commentAdded', { ref: 'H1-001', hearingId: 'x', organisationId: 'y', channel: 'tab', late: false }],
    ['fileAdded', { fileId: Array.from({ length: 9_000 }, (_, at) => at).join('-'), name: 'x' }],
    ['answerSubmitted', { hearingId: 'x', organisationId: 'y', channel: 'tab', jointWith: 5 }],
    ['hearingOpened', { hearingId: 'y', heard: 'x' }],
    ['voteOpened', { voteId: 'x', rehearsal: true }],
    ['voteClosed', { voteId: 'x', rehearsal: false, carried: null, outcome: 'carried', cast: null }],
  ])('is told of its case, and hides nothing else in it nor in another: %s', async (type, data) => {
    const [at, fine] = [await lived(), await hearing(house)];
    await look();
    await tamper(
      [add, [at.revisionId, nobody, type, JSON.stringify(data)]],
      [toSeal, [at.revisionId]],
      ['update vote set motion = $2 where id = $1', [at.voteId, 'Noget andet']],
      ['update hearing set letter = $2 where id = $1', [fine.hearingId, 'Et andet brev']],
    );
    await night();
    await look();
    const found = await open(at.revisionId);
    expect(found).toContainEqual(finding('vote', 'motion', 'differs'));
    const [{ seq }] = (await house.sql('select max(seq)::int as seq from seal where case_id = $1', [
      at.revisionId,
    ])) as [{ seq: number }];
    expect(found).toContainEqual(finding('chain', `${seq}`, 'unreadable'));
    expect(await open(fine.revisionId)).toEqual([finding('hearing', 'letter', 'differs')]);
    expect(mailsOf(at.revisionId)).toBe(1);
    const { verification } = await by.view<any>(`trail?revisionId=${at.revisionId}&limit=200`);
    const said = expect.stringContaining(`Hændelse ${seq} i sporet kan ikke læses`);
    const sentence = expect.objectContaining({ da: said });
    expect(verification.differences).toContainEqual(expect.objectContaining({ how: 'unreadable', sentence }));
  });

  test('nor is a look kept from its end by a chain that somebody made up', async () => {
    const made = `insert into verification (case_id, seq, verified_at, whole_at) values ($1, 0, now(), now())`;
    await tamper([made, ['-'.repeat(36)]]);
    await look();
    await tamper([`delete from verification where case_id = $1`, ['-'.repeat(36)]]);
  });
});
