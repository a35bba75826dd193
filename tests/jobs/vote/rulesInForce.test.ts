import { beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { lookAt } from '../../../bot/jobs/case/verifyCase.ts';
import { openDatabase, type Db } from '../../../bot/store/frame/database.ts';
import { sealed, sendTo } from '../../support/app.ts';
import { confirmRules, defaultRules, meeting, revision } from '../../support/cases.ts';
import { member, secretariat, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let db: Db;
let app: pg.Client;

beforeAll(async () => {
  by = secretariat(house);
  await member(house, { name: 'Aarhus Kommune' });
  ({ db } = openDatabase(house.env['DATABASE_URL']!, 2));
  // As whoever got into the app: by its own role.
  app = new pg.Client({ connectionString: house.env['DATABASE_URL']! });
  await app.connect();
  house.onClose(() => Promise.all([app.end(), db.destroy()]));
});

/** What a look finds in a chain, as "thing field how", in order. */
async function found(caseId = 'register'): Promise<string[]> {
  await sealed(house);
  const { chain, records } = await lookAt(db, caseId, true);
  return [...chain, ...records].map(({ thing, field, how }) => `${thing} ${field} ${how}`).toSorted();
}

test('two who confirm rules at once, on two replicas, confirm them one after the other', async () => {
  const two = await house.startAnother();
  const [first, second] = [await by.token(), await secretariat(house, 1).token()];
  const confirm = (url: string, token: string, quorum: number) =>
    sendTo(`${url}/api/acts/confirmRules`, 'POST', { token, body: { ...defaultRules, quorum } });
  for (let round = 0; round < 25; round += 1)
    await Promise.all([confirm(house.app.url, first, 0.1), confirm(two.url, second, 0.5)]);
  const inForce = await house.sql(`select rule, confirmed_at as at from rules order by id`);
  expect(inForce).toHaveLength(50);
  const told = await house.sql(
    `select data->'rule' as rule, at from event where type = 'rulesConfirmed' order by id`,
  );
  expect(told).toEqual(inForce);
  expect(new Set(inForce.map(({ at }) => (at as Date).getTime())).size).toBe(50);
  expect(await found()).toEqual([]);
});

test('rules that came into force behind the trail, as a copy of older ones, are found out, and the vote that was opened by them', async () => {
  await confirmRules(house, { threshold: 'simple', quorum: 0 });
  await house.advance(120);
  await confirmRules(house, { threshold: '3/4', quorum: 0.5 });
  await house.advance(120);
  const { rows } = await app.query(`
      insert into rules (rule, confirmed_by, confirmed_at) select rule, confirmed_by, confirmed_at from rules
      where rule->>'threshold' = 'simple' order by id desc limit 1 returning id`);
  expect(await found()).toEqual(['rules  eventMissing', 'rules inForce differs']);
  const { revisionId, voteId } = await openedByThese();
  expect(await found(revisionId)).toEqual(['vote rule differs']);
  await house.sql('delete from rules where id = $1', [rows[0].id]);
  expect([await found(), await found(revisionId)]).toEqual([[], ['vote rule differs']]);
  await by.do('closeVote', { voteId });
});

/** A vote that is opened by what is in force, whatever that is. */
async function openedByThese(): Promise<{ revisionId: string; voteId: string }> {
  const { revisionId, versionId } = await revision(house, { kind: 'final' });
  const { meetingId } = await meeting(house);
  return {
    revisionId,
    ...(await by.do('openVote', { meetingId, revisionId, versionId, motion: 'Kan det?' })),
  };
}
