import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { noteNotPut, notePut, noteRight, shownAs, takeCard } from '../../../bot/store/reach/sharedCards.ts';
import { newCase, useStore } from '../frame/ground.ts';

const store = useStore();
let caseId: string;
let id: string;
beforeAll(async () => void (caseId = await newCase(store)));
beforeEach(async () => {
  const text = `insert into delivery (message, about_kind, about_id, occasion, channel, created_at, state, activity_id)
    values ('voteOpened', 'case', $1, gen_random_uuid(), 'team', now(), 'accepted', 'its receipt') returning id`;
  id = (await store.pool.query(text, [caseId])).rows[0].id;
});
const take = () => takeCard(store.db, id);
const shown = () => shownAs(store.db, id);
/** Longer than an edit may be away. */
const passes = () =>
  store.pool.query(`update delivery set editing_at = editing_at - interval '61 seconds' where id = $1`, [id]);
/** An editor who was away for longer than that, and the one who took the card meanwhile. */
async function overtaken(): Promise<[late: Date, then: Date]> {
  const late = (await take())!;
  await passes();
  return [new Date(late.getTime() - 61_000), (await take())!];
}

test('a shared card has one editor at a time, until it is let go', async () => {
  const taken = (await take())!;
  expect(await take()).toBeNull();
  await notePut(store.db, id, taken, 'new');
  expect(await shown()).toBe('new');
  expect(await take()).not.toBeNull();
});

test('what an editor put who was away too long is not what the card shows: nobody knows, and it is looked at again', async () => {
  const [late, then] = await overtaken();
  await notePut(store.db, id, then, 'new');
  await notePut(store.db, id, late, 'old');
  expect(await shown()).toBeNull();
  expect(await noteRight(store.db, id, 'old', new Date())).toBe(false);
  expect(await noteRight(store.db, id, 'new', new Date())).toBe(false);
});

test('nor does such an editor let go of the card for the one who has it now', async () => {
  const [late] = await overtaken();
  await notePut(store.db, id, late, 'old');
  await noteNotPut(store.db, id, late, false);
  expect(await shown()).toBeNull();
  expect(await take()).toBeNull();
});
