import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Composer } from '../../bot/jobs/compose.ts';
import { startDelivering } from '../../bot/jobs/deliver.ts';
import type { Loop } from '../../bot/jobs/loop.ts';
import { eventually } from '../support/app.ts';
import { newCase, useStore } from '../store/ground.ts';

const store = useStore();
let revisionId: string;
let outbox: Loop | null = null;
beforeAll(async () => void (revisionId = await newCase(store)));
afterEach(() => outbox?.stop());

const queue = (count: number): Promise<unknown> =>
  store.pool.query(
    `insert into delivery (message, revision_id, occasion, channel, created_at)
    select 'voteOpened', $1, gen_random_uuid(), 'mail', now() from generate_series(1, $2)`,
    [revisionId, count],
  );

const never = (): never => {
  throw new Error('nothing is sent in this test');
};

test('after its database was gone between two messages, the outbox goes on and says every one of them', async () => {
  const said: string[] = [];
  const asked = async ({ id }: { id: string }): Promise<{ cancelled: string }> => {
    said.push(id);
    return { cancelled: 'expired' };
  };
  await queue(6);
  let complaints = 0;
  outbox = startDelivering({
    db: store.db,
    messenger: { send: () => never(), update: () => never() },
    mail: null,
    composer: { compose: asked } as unknown as Composer,
    // One at a time, so that the next is always looked for while one leaves.
    sendRate: 4,
    conversationRate: 4,
    mailRate: 60_000,
    log: pino({}, { write: () => void (complaints += 1) }),
    count: () => undefined,
  });
  await eventually(
    () => Promise.resolve(said.length),
    (count) => count > 0,
  );
  await store.pool.query('alter table delivery rename to away');
  await eventually(
    () => Promise.resolve(complaints),
    (count) => count > 0,
  );
  await store.pool.query('alter table away rename to delivery');
  await eventually(
    () => Promise.resolve(said.length),
    (count) => count >= 6,
  );
  expect(new Set(said).size).toBe(6);
  expect(said).toHaveLength(6);
});
