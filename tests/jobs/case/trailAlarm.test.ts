import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { openQueue } from '../../../bot/jobs/queue.ts';
import { stopSchedule } from '../../support/clock.ts';
import { eventually, sealed } from '../../support/app.ts';
import { hearing, passDeadline, type Hearing } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const operator = 'drift@example.org';
const house = useHouse({ env: { OPERATOR_MAIL: operator } });
let by: Someone;
let one: Member;
let other: Member;
let look: () => Promise<void>;
let held: Hearing;
let commentId: string;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact'] });
  other = await member(house, { name: 'Odense Kommune', with: ['contact'] });
  const queue = await openQueue(house.env['DATABASE_URL']!, pino({ level: 'silent' }));
  house.onClose(() => queue.stop({ graceful: false }));
  await stopSchedule(house, 'verifyTrail');
  look = async () => {
    const id = await queue.send('verifyTrail', {});
    const done = `select from pgboss.job where state = 'completed' and (id = $1 or name = 'tellOfTrail')
      and not exists (select from pgboss.job where name = 'tellOfTrail' and state <> 'completed')`;
    await eventually(
      () => house.sql(done, [id]),
      (rows) => rows.length > 0,
    );
    const mine = 'select state from pgboss.job where id = $1';
    await eventually(
      () => house.sql(mine, [id]),
      ([row]) => row!['state'] === 'completed',
    );
  };
}, 60_000);
beforeEach(async () => {
  await house.sql(`update finding set gone_at = now() where gone_at is null`);
  held = await hearing(house);
  const { hearingId } = held;
  const words = { hearingId, type: 'general', text: 'Kravet er uklart' } as const;
  ({ commentId } = await one.contact.do('addComment', words));
  await sealed(house);
});

/** Behind the app’s back; the hour after, something else happens in the case, so that it is looked at. */
async function tamper(text: string): Promise<void> {
  await house.sql('update comment set text = $2 where id = $1', [commentId, text]);
  await house.sql('update verification set whole_at = $1', ['2020-01-01']);
}
const mails = async (): Promise<any[]> =>
  (await house.api('GET', '/mails')).filter((mail: any) => JSON.stringify(mail.to).includes(operator));
const toldOf = async (): Promise<number> => (await mails()).length;
const trail = (who: Someone): Promise<any> => who.view(`trail?revisionId=${held.revisionId}&limit=200`);
const metric = async (name: string): Promise<number> => {
  const text = await (await fetch(`${house.app.url}/metrics`)).text();
  return Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);
};

describe('where the trail does not hold', () => {
  test('the operator is told by mail, once, and again after a day while it lasts', async () => {
    const before = await toldOf();
    await tamper('Kravet er klart');
    await look();
    await eventually(toldOf, (count) => count === before + 1);
    const [mail] = (await mails()).slice(-1);
    expect(JSON.stringify(mail)).toContain('Sporet passer ikke');
    expect(JSON.stringify(mail)).toContain((await by.view<any>(`revision?id=${held.revisionId}`)).ref);
    expect(JSON.stringify(mail)).not.toMatch(/Kravet|Aarhus/);
    await look();
    await look();
    expect(await toldOf()).toBe(before + 1);
    await house.advance(24 * 3600);
    await look();
    await eventually(toldOf, (count) => count === before + 2);
    await tamper('Kravet er uklart');
    await look();
    await house.advance(24 * 3600);
    await look();
    expect(await toldOf()).toBe(before + 2);
  });

  test('the numbers say so, and Opsætning; and no more when it holds again', async () => {
    await look();
    expect(await metric('trail_broken')).toBe(0);
    expect(await metric('trail_verified_timestamp_seconds')).toBeGreaterThan(1_700_000_000);
    expect((await by.view<any>('connections')).trailVerification).toMatchObject({ findings: 0 });
    await tamper('Kravet er klart');
    await look();
    expect(await metric('trail_broken')).toBe(1);
    expect((await by.view<any>('connections')).trailVerification).toMatchObject({
      findings: 1,
      cases: 1,
      sentence: { da: expect.stringContaining('Sporet passer ikke i 1 forløb (1 fund)') },
    });
    await tamper('Kravet er uklart');
    await look();
    expect(await metric('trail_broken')).toBe(0);
  });

  test('who may read of a thing is told what differs in it, and of what is sealed only that something does', async () => {
    await tamper('Kravet er klart');
    await look();
    const named = [{ thing: 'comment', field: 'text', how: 'differs' }];
    const hidden = [{ thing: 'sealed', field: '', how: 'sealed' }];
    const seen = async (who: Someone) => (await trail(who)).verification.differences;
    expect(await seen(one.contact)).toMatchObject(named);
    for (const who of [by, other.contact]) expect(await seen(who)).toMatchObject(hidden);
    await one.contact.do('submitAnswer', { hearingId: held.hearingId, position: 'withRemarks' });
    expect(await seen(by)).toMatchObject(named);
    expect(await seen(other.contact)).toMatchObject(hidden);
    await passDeadline(house, held.hearingId);
    const [told] = await seen(other.contact);
    expect(told).toMatchObject(named[0]!);
    expect(told.sentence.da).toBe('En bemærkning: teksten svarer ikke til sporet');
  });

  test('what was erased is no difference', async () => {
    const [{ id }] = (await house.sql(`select max(id) as id from event where type = 'commentAdded'`)) as any;
    await house.sql('select erase_event($1, $2)', [id, 'Personnummer']);
    await house.sql('update verification set whole_at = $1', ['2020-01-01']);
    await look();
    expect((await trail(by)).verification.differences).toEqual([]);
  });
});
