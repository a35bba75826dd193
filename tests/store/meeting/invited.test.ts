import { expect, test } from '@jest/globals';
import { openDatabase } from '../../../bot/store/frame/database.ts';
import { invitedTo } from '../../../bot/store/scheduling/invited.ts';
import { member } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();

test('the steering group’s meeting is for the representatives who are still with their member', async () => {
  const stays = await member(house);
  const [leaves, goesOver] = [await member(house), await member(house)];
  const of = (one: typeof stays): string => one.representative.personId;
  await house.sql('update person set left_at = now() where id = $1', [of(leaves)]);
  await house.sql('update person set organisation_id = $2 where id = $1', [of(goesOver), stays.id]);
  const { db } = openDatabase(house.env['DATABASE_URL']!, 1);
  house.onClose(() => db.destroy());
  const invited = await invitedTo(db, 'steeringGroup', null);
  expect(invited.map(({ personId }) => personId)).toEqual([of(stays)]);
  expect(invited[0]).toMatchObject({
    organisationId: stays.id,
    organisationName: expect.any(String),
    chair: false,
  });
});
