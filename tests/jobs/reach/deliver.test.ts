import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Composer } from '../../../bot/jobs/compose.ts';
import { startDelivering, type Delivering } from '../../../bot/jobs/reach/deliver.ts';
import type { Loop } from '../../../bot/jobs/frame/loop.ts';
import type { SendOutcome } from '../../../bot/process/reach/messages.ts';
import { eventually } from '../../support/app.ts';
import { newCase, useStore } from '../../store/frame/ground.ts';

const store = useStore();
let revisionId: string;
let outbox: Loop | null = null;
beforeAll(async () => void (revisionId = await newCase(store)));
afterEach(() => outbox?.stop());

const queue = (count: number): Promise<unknown> =>
  store.pool.query(
    `insert into delivery (message, about_kind, about_id, occasion, channel, created_at)
    select 'voteOpened', 'case', $1::uuid, gen_random_uuid(), 'mail', now() from generate_series(1, $2)`,
    [revisionId, count],
  );

const never = (): never => {
  throw new Error('nothing is sent in this test');
};

const delivering = (more: Partial<Delivering>): Delivering => ({
  db: store.db,
  messenger: { send: () => never(), update: () => never() },
  mail: null,
  composer: { compose: () => never() } as unknown as Composer,
  // One at a time, so that the next is always looked for while one leaves.
  sendRate: 4,
  conversationRate: 4,
  mailRate: 60_000,
  log: pino({ level: 'silent' }),
  count: () => undefined,
  ...more,
});

/** The database takes the note of no message that has left, for a moment. */
async function takesNoNotes(): Promise<void> {
  await store.pool.query(
    `alter table delivery add constraint away check (state not in ('accepted', 'uncertain')) not valid`,
  );
  setTimeout(() => void store.pool.query('alter table delivery drop constraint away'), 300);
}

const left: [string, SendOutcome, object][] = [
  [
    'that left is told as sent',
    { sent: true, activityId: 'a receipt' },
    { state: 'accepted', activity_id: 'a receipt' },
  ],
  [
    'that may have left is told as in doubt',
    { sent: false, retry: false, reason: 'timeout', uncertain: true },
    { state: 'uncertain', activity_id: null },
  ],
];
test.each(left)(
  'a message %s, and not as failed, also when its database was away',
  async (_, outcome, row) => {
    const chat = `19:${randomUUID()}`;
    await store.pool.query(
      `insert into conversation (id, kind, service_url, tenant_id, updated_at) values ($1, 'team', 'https://x', 'x', now())`,
      [chat],
    );
    const text = `insert into delivery (message, about_kind, about_id, conversation_id, channel, created_at, occasion)
    values ('voteOpened', 'case', $1, $2, 'team', now(), $2) returning id`;
    const [{ id }] = (await store.pool.query(text, [revisionId, chat])).rows;
    const send = async () => {
      await takesNoNotes();
      return outcome;
    };
    outbox = startDelivering(
      delivering({
        messenger: { send, update: () => never() },
        composer: { compose: () => Promise.resolve({ message: {}, link: '' }) } as unknown as Composer,
      }),
    );
    const state = async () =>
      (await store.pool.query('select state, activity_id from delivery where id = $1', [id])).rows[0];
    expect(await eventually(state, (now) => !['queued', 'sending'].includes(now.state))).toEqual(row);
    await outbox.stop();
  },
);

test('after its database was gone between two messages, the outbox goes on and says every one of them', async () => {
  const said: string[] = [];
  const asked = async ({ id }: { id: string }): Promise<{ cancelled: string }> => {
    said.push(id);
    return { cancelled: 'expired' };
  };
  await queue(6);
  let complaints = 0;
  outbox = startDelivering(
    delivering({
      composer: { compose: asked } as unknown as Composer,
      log: pino({}, { write: () => void (complaints += 1) }),
    }),
  );
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
