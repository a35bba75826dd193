import { beforeAll, expect, test } from '@jest/globals';
import { acts, isAct } from '../../../bot/acts/index.ts';
import { DatabaseClock } from '../../../bot/store/frame/clock.ts';
import { openDatabase } from '../../../bot/store/frame/database.ts';
import { actorByAccount } from '../../../bot/views/people/actor.ts';
import { NotFound, viewing } from '../../../bot/views/frame/context.ts';
import { views } from '../../../bot/views/index.ts';
import { tenantId } from '../../support/app.ts';
import { addVersion, hearing, vote } from '../../support/cases.ts';
import { member, secretariat } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
interface Asked {
  view: string;
  act: string;
  names: string[];
}
const asked: Asked[] = [];

/** What a view may be asked for: nothing, or one of the things there are, under any name. */
async function questions(): Promise<object[]> {
  const by = secretariat(house);
  const { hearingId, revisionId } = await hearing(house);
  await by.do('formGroup', { revisionId });
  await addVersion(house, revisionId);
  const open = await vote(house);
  const { schedulingId } = await by.do('findTime', {
    kind: 'steeringGroup',
    season: 'spring',
    title: 'Styregruppemøde',
    minutes: 120,
    from: '2027-05-10',
    to: '2027-05-21',
  });
  const ids = { hearingId, revisionId, voteId: open.voteId, meetingId: open.meetingId, schedulingId };
  return [{}, ...Object.entries(ids).flatMap(([name, id]) => [{ [name]: id }, { id }])];
}

beforeAll(async () => {
  const one = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'deputy'] });
  const all = await questions();
  const { db } = openDatabase(house.databaseUrl, 3);
  house.onClose(() => db.destroy());
  const clock = new DatabaseClock(db, true);
  await clock.renew();
  for (const { objectId } of [secretariat(house), one.representative, one.contact]) {
    const reader = await actorByAccount(db, { tenantId, objectId });
    for (const [view, { query, read }] of Object.entries(views)) {
      const whyNot = async (act: string, about: object) => {
        asked.push({ view, act, names: Object.keys(about) });
        return null;
      };
      const context = viewing(db, clock.now(), reader!, { whyNot, reading: async () => undefined });
      for (const one of all.map((some) => query.safeParse(some)))
        if (one.success)
          await read(context, one.data as never).catch((error: unknown) => {
            if (!(error instanceof NotFound)) throw error;
          });
    }
  }
}, 60_000);

test('a button is asked for by what its act is about, and by all of it that the act cannot do without', () => {
  expect(new Set(asked.map(({ act }) => act)).size).toBeGreaterThan(30);
  const wrong = asked.filter(({ act, names }) => {
    if (!isAct(act)) return true;
    const { about, needs } = acts[act];
    return names.some((name) => !about.has(name)) || needs.some((name) => !names.includes(name));
  });
  expect(wrong).toEqual([]);
});
