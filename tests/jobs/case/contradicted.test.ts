import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { openDatabase, type Db } from '../../../bot/store/frame/database.ts';
import { hearing, markPresent, passDeadline, vote, type Hearing, type Vote } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';
import { foundIn } from './foundIn.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let other: Member;
let third: Member;
let db: Db;
let app: pg.Client;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact'] });
  other = await member(house, { name: 'Odense Kommune', with: ['contact'] });
  third = await member(house, { name: 'Vejle Kommune', with: ['contact'] });
  ({ db } = openDatabase(house.env['DATABASE_URL']!, 2));
  // As whoever got into the app: by its own role.
  app = new pg.Client({ connectionString: house.env['DATABASE_URL']! });
  await app.connect();
  house.onClose(() => Promise.all([app.end(), db.destroy()]));
});

const found = (caseId: string): Promise<string[]> => foundIn(house, db, caseId);

describe('a ballot that is another only while the vote is closed', () => {
  let at: Vote;
  const close = (): Promise<unknown> => by.do('closeVote', { voteId: at.voteId });
  beforeEach(async () => {
    at = await vote(house);
    await markPresent(house, at, one, other, third);
    const { voteId } = at;
    await one.representative.do('castBallot', { voteId, choice: 'for' });
    await other.representative.do('castBallot', { voteId, choice: 'for' });
    await third.representative.do('castBallot', { voteId, choice: 'against' });
  });

  test('is found out, though it says again what was cast', async () => {
    const set = 'update ballot set choice = $3 where vote_id = $1 and organisation_id = any($2)';
    const both = [one.id, other.id];
    await app.query(set, [at.voteId, both, 'against']);
    await close();
    await app.query(set, [at.voteId, both, 'for']);
    expect(await found(at.revisionId)).toEqual([
      'ballot choice',
      'ballot choice',
      'vote carried',
      'vote outcome',
      'vote tally',
    ]);
  });

  test('or is away meanwhile', async () => {
    const gone = await app.query(
      'delete from ballot where vote_id = $1 and organisation_id = $2 returning *',
      [at.voteId, one.id],
    );
    await close();
    const back = 'insert into ballot select * from jsonb_populate_record(null::ballot, $1)';
    await app.query(back, [JSON.stringify(gone.rows[0])]);
    expect(await found(at.revisionId)).toEqual(expect.arrayContaining(['ballot choice', 'vote tally']));
  });

  test('and so is the rule by which it was counted', async () => {
    const set = `update vote set rule = rule || $2 where id = $1`;
    const [{ rule }] = (await house.sql('select rule from vote where id = $1', [at.voteId])) as [
      { rule: any },
    ];
    await app.query(set, [at.voteId, { threshold: '3/4' }]);
    await close();
    await app.query(set, [at.voteId, rule]);
    expect(await found(at.revisionId)).toEqual(['vote carried', 'vote outcome']);
  });

  test('and who was entitled to it', async () => {
    const seat = `delete from electorate where vote_id = $1 and organisation_id = $2 returning *`;
    await app.query('delete from ballot where vote_id = $1 and organisation_id = $2', [at.voteId, third.id]);
    const { rows } = await app.query(seat, [at.voteId, third.id]);
    await close();
    const back = 'insert into electorate select * from jsonb_populate_record(null::electorate, $1)';
    await app.query(back, [JSON.stringify(rows[0])]);
    expect(await found(at.revisionId)).toEqual(expect.arrayContaining(['vote entitled', 'vote tally']));
  });

  test('where nobody touched it, nothing is found: changed, recused, by hand, by a deputy, or silent', async () => {
    const { voteId } = at;
    await one.representative.do('castBallot', { voteId, choice: 'recused' });
    await other.representative.do('castBallot', { voteId, choice: 'abstain' });
    const onBehalf = { voteId, organisationId: third.id, choice: 'for', means: 'room' } as const;
    await by.do('recordBallotOnBehalf', onBehalf);
    await close();
    expect(await found(at.revisionId)).toEqual([]);
  });
});

describe('a deadline that is another only while somebody answers', () => {
  let held: Hearing;
  const move = (to: string): Promise<unknown> =>
    app.query(`update hearing set deadline = ${to} where id = $1`, [held.hearingId]);
  let deadline: string;
  beforeEach(async () => {
    held = await hearing(house);
    const [row] = await house.sql('select deadline from hearing where id = $1', [held.hearingId]);
    deadline = `'${(row!['deadline'] as Date).toISOString()}'`;
  });
  const general = { type: 'general', text: 'Et ord' } as const;

  test('is found out: what came in time is not late', async () => {
    const { hearingId } = held;
    await house.advance(5);
    await move(`opens_at + interval '1 second'`);
    await by.do('addComment', { hearingId, organisationId: one.id, ...general });
    await by.do('submitAnswer', { hearingId, organisationId: one.id, position: 'withRemarks' });
    await move(deadline);
    expect(await found(held.revisionId)).toEqual(['answer late', 'comment late']);
  });

  test('nor is what came late in time', async () => {
    const { hearingId } = held;
    await passDeadline(house, hearingId);
    await move(`deadline + interval '30 days'`);
    await one.contact.do('addComment', { hearingId, ...general });
    await one.contact.do('submitAnswer', { hearingId, position: 'withRemarks' });
    await move(deadline);
    expect(await found(held.revisionId)).toEqual(['answer late', 'comment late']);
  });

  test('or while it is extended', async () => {
    await move(`deadline - interval '7 days'`);
    await by.do('extendDeadline', {
      hearingId: held.hearingId,
      deadline: new Date(Date.parse(deadline.slice(1, -1)) + 864e5).toISOString(),
    });
    expect(await found(held.revisionId)).toContain('hearing deadline');
  });

  test('where nobody touched it, nothing is found: in time, extended, by mail from before, and late', async () => {
    const { hearingId } = held;
    const to = new Date(Date.parse(deadline.slice(1, -1)) + 864e5).toISOString();
    await one.contact.do('addComment', { hearingId, ...general });
    await by.do('extendDeadline', { hearingId, deadline: to });
    await one.contact.do('submitAnswer', { hearingId, position: 'withRemarks' });
    const receivedAt = (await house.now()).toISOString();
    await passDeadline(house, hearingId);
    const mail = { hearingId, organisationId: other.id, position: 'noRemarks' } as const;
    await by.do('submitAnswer', { ...mail, receivedAt });
    await by.do('submitAnswer', { ...mail, organisationId: third.id });
    await by.do('addComment', { hearingId, organisationId: third.id, ...general });
    expect(await found(held.revisionId)).toEqual([]);
  });
});
