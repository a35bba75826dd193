import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { hearing } from '../../support/cases.ts';
import { changes, fingerprint } from '../../support/fingerprint.ts';
import { activity, deliver, invoke, wordsOf } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';
import { appoints, doer, ready, recorded, seatsBack, type Done } from './everyAct.ts';
import { everyone, type World } from './example.ts';

const house = useHouse({ env: { SEND_RATE: '5' } });
let world: World;

/** The disk is full at the very last write: all that came before it in the act had succeeded. */
const full = (table: string) =>
  house.sql(`create trigger full_disk before insert on ${table} for each row execute function full_disk()`);
const roomAgain = async () => {
  for (const table of ['event', 'receipt', 'delivery'])
    await house.sql(`drop trigger if exists full_disk on ${table}`);
};

beforeAll(async () => {
  world = await everyone(house);
  await house.sql(`create function full_disk() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`);
}, 60_000);
afterEach(roomAgain);

/** Cards that wait to be edited because of this hearing or vote. */
async function jobs({ hearingId, voteId }: Record<string, unknown>): Promise<number> {
  const [row] = await house.sql(
    `select count(*) as n from pgboss.job where coalesce(data->'about'->>'id', data->>'hearingId') = $1`,
    [hearingId ?? voteId],
  );
  return Number(row!['n']);
}
const refreshing: Done[] = [
  'extendDeadline',
  'submitAnswer',
  'answerJoint',
  'castBallot',
  'recordBallotOnBehalf',
  'closeVote',
  'decideTie',
];
/** Alone, in company with others of its kind, and with a job: the three ways an act is written. */
const ways: Done[] = ['startRevision', 'addComment', 'castBallot', 'closeVote'];
const telling: Done[] = ['openHearing', 'extendDeadline', 'remindMissing', 'recordBallotOnBehalf'];
const last = [
  ...recorded.map((name) => [name, 'event'] as const),
  ...ways.map((name) => [name, 'receipt'] as const),
  ...telling.map((name) => [name, 'delivery'] as const),
];

/** Told plainly: nothing changed, with the number that finds it in the log; nothing of our insides. */
function isApology({ status, body }: { status: number; body: any }): boolean {
  const { refusal } = body;
  const said = `${refusal.message.da} ${refusal.message.en}`;
  return (
    status === 500 &&
    refusal.code === 'unexpected' &&
    refusal.message.da.includes(refusal.requestId) &&
    refusal.message.en.includes(refusal.requestId) &&
    !/disk|extend file|insert|trigger|undefined/i.test(said)
  );
}

describe('an act is done whole or not at all', () => {
  test.each(last)('%s: when its %s cannot be written, nothing of it is', async (name, table) => {
    const input = await ready(name, world);
    const [before, queued] = [await fingerprint(house), await jobs(input)];
    await full(table);
    const key = `${name} ${table}`;
    const answer = await doer(world, name).act(name, input, key);
    expect({ answer, plain: isApology(answer) }).toEqual({ answer, plain: true });
    expect(changes(before, await fingerprint(house))).toEqual([]);
    expect(await jobs(input)).toBe(queued);
    await roomAgain();
    // The same press again, when there is room: done once, as if the first had never been.
    await doer(world, name).do(name, input as never, key);
    const after = changes(before, await fingerprint(house));
    expect(after).toEqual(expect.arrayContaining(['event', 'receipt']));
    expect((await jobs(input)) > 0).toBe(refreshing.includes(name));
    if (appoints(name)) await seatsBack(world);
  });

  test('in a card it is an apology with a number, and what was pressed can be pressed again', async () => {
    const { hearingId } = await hearing(house);
    const press = activity(
      house,
      world.one.staff,
      invoke('addComment', { hearingId, type: 'general', text: 'Uklart' }),
    );
    // Where the person was met is noted in any case, and is not part of the act.
    await deliver(house, activity(house, world.one.staff, { type: 'typing' }));
    const before = await fingerprint(house);
    await full('event');
    const failed = await deliver(house, press);
    expect(failed.status).toBe(200);
    expect(failed.body.statusCode).toBe(200);
    expect(wordsOf(failed.body.value)).toMatch(/Nummer: [\w-]{8,}/);
    expect(changes(before, await fingerprint(house))).toEqual([]);
    await roomAgain();
    expect(wordsOf((await deliver(house, press)).body.value)).toMatch(/H\d+-\d{3}/);
  });

  test('one whose write fails takes nobody else along who pressed in the same moment', async () => {
    const { hearingId } = await hearing(house);
    await house.sql(`create trigger full_disk before insert on event for each row
      when (new.data->>'text' = 'For stor') execute function full_disk()`);
    const { staff, contact, deputy, representative } = world.people;
    const texts = ['Første', 'For stor', 'Anden', 'Tredje'];
    const answers = await Promise.all(
      [staff, contact, deputy, representative].map((who, index) =>
        who.act('addComment', { hearingId, type: 'general', text: texts[index] }),
      ),
    );
    expect(answers.map((one) => one.status)).toEqual([200, 500, 200, 200]);
    const { items } = await staff.view(`comments?hearingId=${hearingId}`);
    expect(items.map((row: any) => row.text).sort()).toEqual(['Anden', 'Første', 'Tredje']);
    expect(new Set(items.map((row: any) => row.ref)).size).toBe(3);
  });
});
