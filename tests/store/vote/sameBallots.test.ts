import { expect, test } from '@jest/globals';
import type { BallotRow } from '../../../bot/store/schema.ts';
import { openDatabase } from '../../../bot/store/frame/database.ts';
import { putBallot } from '../../../bot/store/vote/votes.ts';
import { vote } from '../../support/cases.ts';
import { member } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();

test('an organisation that votes against twice in one moment keeps its minority statement', async () => {
  const { id: organisationId } = await member(house, { name: 'Aarhus Kommune' });
  const { voteId } = await vote(house);
  const { db } = openDatabase(house.env['DATABASE_URL']!, 1);
  house.onClose(() => db.destroy());
  const castAt = await house.now();
  const by = { means: 'tab' as const, caster: 'representative' as const, castBy: null, castAt, recused: [] };
  const against: BallotRow = { voteId, organisationId, choice: 'against', statement: 'For dyrt', ...by };
  const cast = (...ballots: BallotRow[]) =>
    db.transaction().execute((trx) => Promise.all(ballots.map((one) => putBallot(trx, one))));
  const said = () => house.sql('select choice, statement from ballot where vote_id = $1', [voteId]);
  await cast(against, { ...against, statement: null });
  expect(await said()).toEqual([{ choice: 'against', statement: 'For dyrt' }]);
  await cast({ ...against, choice: 'for', statement: null }, { ...against, statement: null });
  expect(await said()).toEqual([{ choice: 'against', statement: null }]);
});
