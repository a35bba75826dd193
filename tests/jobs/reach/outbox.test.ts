import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { t, type Key } from '../../../bot/i18n/index.ts';
import {
  claimDeliveries,
  markAbandoned,
  putOff,
  settleDelivery,
  takePace,
  type Claimed,
} from '../../../bot/store/reach/deliveries.ts';
import { messageKinds } from '../../../bot/process/reach/messages.ts';
import { outcomeOf, outcomeOfError } from '../../../bot/teams/frame/connector.ts';
import { eventually } from '../../support/app.ts';
import { hearing } from '../../support/cases.ts';
import { install, member, person, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';
import { newCase, useStore } from '../../store/frame/ground.ts';

describe('messages that several workers claim', () => {
  const store = useStore();
  let revisionId: string;
  beforeAll(async () => void (revisionId = await newCase(store)));
  afterEach(() => store.pool.query('delete from delivery'));

  const queue = async (conversation: string | null): Promise<string> => {
    const text = `insert into delivery (conversation_id, message, about_kind, about_id, occasion, channel, created_at)
      values ($1, 'voteOpened', 'case', $2, $3, $4, now()) returning id`;
    const channel = conversation ? 'team' : 'mail';
    return (await store.pool.query(text, [conversation, revisionId, randomUUID(), channel])).rows[0].id;
  };
  const claim = (limit = 10, gap = 0): Promise<Claimed[]> => claimDeliveries(store.db, limit, gap);
  const idsOf = (rows: Claimed[]): string[] => rows.map((row) => row.id);

  test('are each claimed once, and of one chat never two at a time', async () => {
    const chats = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(chats, fc.integer({ min: 1, max: 5 }), async (queued, limit) => {
        await store.pool.query('delete from delivery');
        // Mail has no chat, and so no lane.
        for (const chat of queued) await queue(chat === 0 ? null : `19:${chat}`);
        const sent: string[] = [];
        for (let rounds = 0; sent.length < queued.length && rounds < 60; rounds += 1) {
          const claimed = (await Promise.all(Array.from({ length: 4 }, () => claim(limit)))).flat();
          const lanes = claimed.flatMap((row) => row.conversationId ?? []);
          expect(new Set(lanes).size).toBe(lanes.length);
          sent.push(...idsOf(claimed));
          for (const { id } of claimed) await settleDelivery(store.db, id, { state: 'accepted' });
        }
        expect(sent).toHaveLength(queued.length);
        expect(new Set(sent).size).toBe(sent.length);
      }),
      { numRuns: 10 },
    );
  });

  test('that need no order are shared out, however many workers ask at the same moment', async () => {
    const queued = new Set<string>();
    for (let i = 0; i < 60; i += 1) queued.add(await queue(null));
    const claimed = (await Promise.all(Array.from({ length: 20 }, () => claim(5)))).flat();
    expect(claimed).toHaveLength(new Set(idsOf(claimed)).size);
    while (claimed.length < queued.size) claimed.push(...(await claim()));
    expect(new Set(idsOf(claimed))).toEqual(queued);
  });

  test('of one chat leave in the order they were said, and one that waits holds those behind it', async () => {
    const [first, second, elsewhere] = [await queue('19:a'), await queue('19:a'), await queue('19:b')];
    const claimed = await claim();
    expect(idsOf(claimed)).toEqual([first, elsewhere]);
    await putOff(store.db, claimed[0]!, 'throttled', 60_000);
    expect(idsOf(await claim())).toEqual([]);
    await store.pool.query('update delivery set due_at = now() where id = $1', [first]);
    expect(idsOf(await claim())).toEqual([first]);
    await settleDelivery(store.db, first!, { state: 'accepted' });
    expect(idsOf(await claim())).toEqual([second]);
  });

  test('of one chat keep their distance, however many workers ask', async () => {
    const [first, second] = [await queue('19:a'), await queue('19:a')];
    await claim(1, 0.4);
    await settleDelivery(store.db, first!, { state: 'accepted' });
    const asked = await Promise.all([claim(1, 0.4), claim(1, 0.4), claim(1, 0.4)]);
    expect(asked.flat()).toEqual([]);
    expect(
      idsOf(
        await eventually(
          () => claim(1, 0.4),
          (rows) => rows.length > 0,
        ),
      ),
    ).toEqual([second]);
  });

  test('are found without reading the whole queue, also when the database last counted them while all was quiet', async () => {
    for (let quiet = 0; quiet < 30; quiet += 1) await queue(`19:${quiet}`);
    await store.pool.query(`update delivery set state = 'accepted'`);
    await store.pool.query('vacuum analyze delivery');
    await store.pool.query(
      `insert into delivery (conversation_id, message, about_kind, about_id, occasion, channel, created_at)
      select '19:' || n, 'voteOpened', 'case', $1::uuid, gen_random_uuid(), 'team', now() from generate_series(100, 2099) n`,
      [revisionId],
    );
    const read = await store.db.connection().execute(async (one) => {
      const entries = async (): Promise<number> => {
        await sql`select pg_stat_force_next_flush()`.execute(one);
        const { rows } = await sql<{ read: string }>`
          select sum(idx_tup_read) as read from pg_stat_user_indexes where relname = 'delivery'`.execute(one);
        return Number(rows[0]!.read);
      };
      const before = await entries();
      expect(await claimDeliveries(one, 60, 0)).toHaveLength(60);
      return (await entries()) - before;
    });
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(2_000);
  });

  const become = (id: string, message: string) =>
    store.pool.query('update delivery set message = $2 where id = $1', [id, message]);

  test('of a kind that only a later program knows wait for it, and hold up nothing behind them', async () => {
    const [later, known] = [await queue('19:a'), await queue('19:a')];
    await become(later, 'toldByALaterProgram');
    expect(idsOf(await claim())).toEqual([known]);
    const { rows } = await store.pool.query('select state, attempts from delivery where id = $1', [later]);
    expect(rows).toEqual([{ state: 'queued', attempts: 0 }]);
  });

  /** What the program of the landing before asks for: whatever is due. */
  const before = `update delivery set state = 'sending', claimed_at = now(), attempts = attempts + 1
    where id in (select id from delivery where state = 'queued' order by id for update skip locked) returning id, message`;
  const knownBefore =
    `greeting hearingInvitation hearingReminder deadlineExtended namedInJointAnswer voteOpened voteResult
    ballotRecorded seatReplaced findTime meetingCalled meetingChanged meetingCancelled`.split(/\s+/);

  test('of a kind that is new are not sent as another one by the program before, which serves meanwhile', async () => {
    for (const kind of messageKinds) await become(await queue(null), kind);
    const client = new pg.Client({ connectionString: store.url, application_name: 'partnership-2' });
    await client.connect();
    const { rows } = await client.query(before);
    await client.end();
    expect(rows.map(({ message }) => message).toSorted()).toEqual(knownBefore.toSorted());
    const left = (await claim(100)).map(({ message }) => message);
    expect([...left, ...knownBefore].toSorted()).toEqual([...messageKinds].toSorted());
  });

  test('that were abandoned are in doubt, and are claimed by nobody', async () => {
    const [lost, away] = [await queue('19:a'), await queue('19:b')];
    await claim();
    await store.pool.query(`update delivery set claimed_at = now() - interval '61 seconds' where id = $1`, [
      lost,
    ]);
    const counts = await Promise.all([markAbandoned(store.db, 60_000), markAbandoned(store.db, 60_000)]);
    expect(counts.sort()).toEqual([0, 1]);
    expect(await claim()).toEqual([]);
    const { rows } = await store.pool.query('select id, state from delivery order by id');
    expect(rows).toEqual([
      { id: lost, state: 'uncertain' },
      { id: away, state: 'sending' },
    ]);
  });

  test('take their moments from one clock: no two workers the same', async () => {
    await store.pool.query('update pace set next_at = now()');
    const from = Date.now();
    const taken = await Promise.all(Array.from({ length: 20 }, () => takePace(store.db, 5, 100)));
    const starts = taken.map(({ startAt }) => startAt.getTime()).sort((a, b) => a - b);
    for (const [index, at] of starts.entries())
      if (index > 0) expect(at - starts[index - 1]!).toBeGreaterThanOrEqual(49);
    expect(starts.at(-1)! - from).toBeLessThan(1_500);
    await store.pool.query(`update pace set next_at = now() - interval '1 hour'`);
    // What was not used while nothing was sent is not saved up.
    expect((await takePace(store.db, 1, 100)).startAt.getTime()).toBeGreaterThan(Date.now() - 1_000);
  });
});

/** Everything that the Connector can answer to a message, in our words; and what we say ourselves. */
const codes = [
  'ConversationBlockedByUser',
  'BotNotInConversationRoster',
  'ForbiddenOperationException',
  'ConversationNotFound',
  'MessageSizeTooBig',
  'SomethingNew',
];
const outcomes = [
  ...codes.map((code) => outcomeOf({ status: 403, body: { error: { code } }, retryAfterMs: null })),
  ...[401, 404, 412, 413, 429, 500, 503].map((status) => outcomeOf({ status, body: {}, retryAfterMs: null })),
  ...['ECONNREFUSED', 'ETIMEDOUT'].map((code) => outcomeOfError({ code })),
];
const ofMail = ['noAddress', 'mailUnavailable'];
const ours = ['answered', 'over', 'senderStopped', 'stopped', 'notInstalled', ...ofMail];
const reasons = new Set([...ours, ...outcomes.flatMap((one) => (one.sent ? [] : [one.reason]))]);

describe('Exchange takes so many mails a minute', () => {
  const house = useHouse({ env: { MAIL_RATE: '30' } });

  test('and so many leave, each at its moment, however many apps send them; none is lost or failed', async () => {
    const by = secretariat(house);
    const one = await member(house, { name: 'Aarhus Kommune' });
    for (let i = 0; i < 3; i += 1) await person(house, one);
    await house.startAnother();
    const { hearingId } = await hearing(house);
    const rows = async (): Promise<any[]> =>
      (await by.view(`deliveries?hearingId=${hearingId}&limit=500`)).items;
    const sent = (all: any[]): boolean => all.length === 4 && all.every((row) => row.state === 'accepted');
    expect((await eventually(rows, sent, 25_000)).every(({ channel }) => channel === 'mail')).toBe(true);
    const times = (await house.api<any[]>('GET', '/mails'))
      .map(({ at }) => Date.parse(at))
      .sort((a, b) => a - b);
    expect(times).toHaveLength(4);
    // Thirty a minute: two seconds between two, less what the way may take.
    for (const [index, at] of times.slice(1).entries()) expect(at - times[index]!).toBeGreaterThan(1_500);
  }, 40_000);
});

describe('two apps on one database', () => {
  const house = useHouse();
  let by: Someone;
  let one: Member;
  const crowd: Someone[] = [];
  beforeAll(async () => {
    by = secretariat(house);
    one = await member(house, { name: 'Aarhus Kommune' });
    for (let i = 0; i < 35; i += 1) crowd.push(await person(house, one));
    await Promise.all([one.representative, ...crowd].map((who) => install(house, who)));
    await house.startAnother();
  });
  const rows = (hearingId: string) => async (): Promise<any[]> =>
    (await by.view(`deliveries?hearingId=${hearingId}&limit=500`)).items;

  test('send each message once, and together no faster than one app may', async () => {
    await house.api('POST', '/counters/reset');
    const started = Date.now();
    const { hearingId } = await hearing(house);
    const sent = (all: any[]): boolean => all.every((row) => row.state === 'accepted');
    expect(await eventually(rows(hearingId), sent, 12_000)).toHaveLength(36);
    // Twenty-five a second: thirty-five steps. Two apps that each kept their own pace would need half of it.
    expect(Date.now() - started).toBeGreaterThan(1_350);
    const seen = await house.api('GET', '/counters');
    expect(seen).toMatchObject({ accepted: 36 });
    expect(new Set(Object.values(seen.byConversation))).toEqual(new Set([1]));
  }, 30_000);

  test('give a chat up after the eighth try, say why, and go on by mail', async () => {
    await house.api('POST', '/faults', { kind: '503', objectId: one.representative.objectId });
    const { hearingId } = await hearing(house);
    const mine = async () =>
      (await rows(hearingId)()).find((row) => row.personId === one.representative.personId);
    await eventually(mine, (row) => row?.state === 'queued' && row.attempts === 1);
    const lastTry = `update delivery set attempts = 7, due_at = now() where about_id = $1 and person_id = $2`;
    await house.sql(lastTry, [hearingId, one.representative.personId]);
    const row = await eventually(mine, (seen) => seen.state === 'accepted');
    expect(row).toMatchObject({ channel: 'mail', attempts: 1, reason: 'Teams svarede ikke' });
    await house.api('DELETE', '/faults');
  });

  test('have for every reason a sentence in both languages, and show it', async () => {
    const { hearingId } = await hearing(house);
    // The outbox has the last word on a row while it works on it.
    await eventually(rows(hearingId), (all) => all.every((row) => row.state === 'accepted'), 12_000);
    for (const reason of reasons) {
      await house.sql(`update delivery set state = 'failed', reason = $1 where about_id = $2`, [
        reason,
        hearingId,
      ]);
      const [first] = await rows(hearingId)();
      expect(first.reason).toBe(t('da', `reason.${reason}` as Key));
      expect(t('en', `reason.${reason}` as Key)).not.toBe(first.reason);
    }
  }, 30_000);
});
