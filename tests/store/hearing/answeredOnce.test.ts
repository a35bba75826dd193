import { expect, jest, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { answeredBy } from '../../../bot/store/hearing/answered.ts';
import { openDatabase } from '../../../bot/store/frame/database.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
const opensAt = new Date('2027-01-04T08:00:00Z');
const before = new Date('2027-01-10T23:00:00Z');
const now = new Date('2027-01-11T09:00:00Z');

/** How often the database is asked when so many ask at one moment how many had answered. */
async function asked(times: number, hearing: { id: string; opensAt: Date }): Promise<number> {
  const { db } = openDatabase(house.env['DATABASE_URL']!, 2);
  house.onClose(() => db.destroy());
  const all = jest.spyOn(db, 'executeQuery');
  const told = await Promise.all(Array.from({ length: times }, () => answeredBy(db, [hearing], before, now)));
  expect(new Set(told.map((one) => one.get(hearing.id)?.size))).toEqual(new Set([0]));
  return all.mock.calls.length;
}

test('who had answered by midnight is read once for all who ask at one moment', async () => {
  expect(await asked(50, { id: randomUUID(), opensAt })).toBe(1);
});

test('and not at all of a hearing that has opened since', async () => {
  expect(await asked(50, { id: randomUUID(), opensAt: now })).toBe(0);
});
