import { beforeAll, describe, expect, test } from '@jest/globals';
import { acts } from '../../../bot/acts/index.ts';
import { asClock } from '../../../bot/acts/frame/asClock.ts';
import type { House as Doing } from '../../../bot/acts/frame/run.ts';
import { DatabaseClock } from '../../../bot/store/frame/clock.ts';
import { openDatabase } from '../../../bot/store/frame/database.ts';
import { member, person, type Member, type Someone } from '../../support/factories.ts';
import { eventsOf } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let doing: Doing;
let one: Member;
let who: Someone;
beforeAll(async () => {
  const { db } = openDatabase(house.databaseUrl, 2);
  house.onClose(() => db.destroy());
  const clock = new DatabaseClock(db, true);
  house.onClose(await clock.start(() => undefined));
  // Nothing of what is asked for is done here.
  doing = { db, clock, enqueue: () => Promise.resolve(), forgetPeople: () => undefined } as unknown as Doing;
  one = await member(house, { name: 'Aarhus Kommune' });
});

/** Somebody with an account, outside the team and without the app, for whom their place in the team was asked for. */
async function asked(): Promise<void> {
  who = await person(house, one);
  await house.sql(
    `insert into directory_source (source, group_id, read_at) values ('team', 'host', now()) on conflict (source) do update set read_at = now()`,
  );
  await house.sql(
    `insert into errand (kind, about_id, asked_at, due_at) values ('team', $1, now(), now() + interval '1 day')`,
    [who.personId],
  );
}
const note = (step: 'guest' | 'team' | 'app', told: object) =>
  asClock(doing, acts.noteAccount, { personId: who.personId, step, ...told });
const stepsAsked = async (): Promise<string[]> =>
  (await house.sql(`select kind from errand where about_id = $1 order by kind`, [who.personId])).map(
    ({ kind }) => kind,
  );

describe('whoever is brought into Teams', () => {
  test('is given the app once they are in the team, or could not be added to it', async () => {
    for (const told of [{}, { failure: 'denied' }]) {
      await asked();
      await note('team', told);
      expect(await stepsAsked()).toEqual(['app', 'team']);
    }
  });

  test('and came in by themselves goes on to what is lacking, and nobody is said to have been added', async () => {
    await asked();
    await note('team', { already: true });
    expect(await stepsAsked()).toEqual(['app', 'team']);
    const said = (await eventsOf(house, 'register')).filter(({ data }) => data.personId === who.personId);
    expect(said.map(({ type }) => type)).not.toContain('addedToTeam');
  });

  test('is asked for no further while nobody answers', async () => {
    await asked();
    await note('team', { failure: 'unavailable' });
    expect(await stepsAsked()).toEqual(['team']);
  });

  test('and has left meanwhile is not given the app', async () => {
    await asked();
    await house.sql(`update person set left_at = now() + interval '1 second' where id = $1`, [who.personId]);
    await note('team', {});
    expect(await stepsAsked()).toEqual(['team']);
  });

  test('and has removed the app meanwhile is not given it again', async () => {
    await asked();
    await house.sql(
      `insert into errand (kind, about_id, asked_at, failed_at, failure)
        values ('app', $1, now(), now() + interval '1 second', 'removed')`,
      [who.personId],
    );
    await note('team', {});
    const [app] = await house.sql(
      `select failure, due_at, wanted from errand where kind = 'app' and about_id = $1`,
      [who.personId],
    );
    expect(app).toEqual({ failure: 'removed', due_at: null, wanted: 1 });
  });
});
