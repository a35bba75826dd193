import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  claimDeliveries,
  moveToMail,
  putOff,
  settleDelivery,
  takeMailSlot,
  type Claimed,
} from '../../../bot/store/reach/deliveries.ts';
import { newCase, useStore } from '../../store/frame/ground.ts';

describe('a message', () => {
  const store = useStore();
  let revisionId: string;
  beforeAll(async () => void (revisionId = await newCase(store)));
  afterEach(() => store.pool.query('delete from delivery'));

  const queue = async (): Promise<string> => {
    const text = `insert into delivery (conversation_id, message, about_kind, about_id, occasion, channel, created_at)
      values ('19:a', 'voteOpened', 'case', $1, gen_random_uuid(), 'team', now()) returning id`;
    return (await store.pool.query(text, [revisionId])).rows[0].id;
  };
  const claim = (): Promise<Claimed[]> => claimDeliveries(store.db, 10, 0);

  /** Given up, sent again by the secretariat, and away once more: what the first try comes back with is of the past. */
  const late: [string, (first: Claimed) => Promise<unknown>][] = [
    ['Teams is busy', (first) => putOff(store.db, first, 'busy', 0)],
    ['the chat is no more', (first) => moveToMail(store.db, first, 'notFound')],
    ['it is not its turn as a mail', (first) => takeMailSlot(store.db, first, 0.001)],
    ['it failed', (first) => settleDelivery(store.db, first.id, { state: 'failed', of: first })],
    ['it may have left', (first) => settleDelivery(store.db, first.id, { state: 'uncertain', of: first })],
    ['nobody asks for it', (first) => settleDelivery(store.db, first.id, { state: 'cancelled', of: first })],
  ];
  test.each(late)('that is tried again is not touched by the try before: %s', async (_, comes) => {
    const id = await queue();
    await store.pool.query('update pace set mail_next_at = now() + interval $$1 hour$$');
    const [first] = await claim();
    await store.pool.query(`update delivery set state = 'uncertain' where id = $1`, [id]);
    await store.pool.query(
      `update delivery set state = 'queued', attempts = 0, claimed_at = null, due_at = now() where id = $1`,
      [id],
    );
    await new Promise((done) => setTimeout(done, 5));
    expect(await claim()).toMatchObject([{ id }]);
    const row = async () => (await store.pool.query('select * from delivery where id = $1', [id])).rows[0];
    const before = await row();
    await comes(first!);
    expect(await row()).toEqual(before);
    await store.pool.query('update pace set mail_next_at = now()');
  });

  test.each(late.slice(0, 5))('that was given up is what its sender says after all: %s', async (_, comes) => {
    await queue();
    const [first] = await claim();
    await store.pool.query(`update delivery set state = 'uncertain', reason = 'senderStopped'`);
    await store.pool.query('update pace set mail_next_at = now() + interval $$1 hour$$');
    await comes(first!);
    const { rows } = await store.pool.query('select state, reason from delivery');
    expect(rows).not.toEqual([{ state: 'uncertain', reason: 'senderStopped' }]);
    await store.pool.query('update pace set mail_next_at = now()');
  });
});
