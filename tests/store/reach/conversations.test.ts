import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually, startOfTests } from '../../support/app.ts';
import { hearing } from '../../support/cases.ts';
import { install, member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { activity, cardMessages, deliver } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let chat: string;
let channelId: string;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'staff'] });
});
beforeEach(async () => {
  await house.setClock(startOfTests);
  chat = await install(house, one.contact);
  const members = [one.contact.objectId];
  ({ channelId } = await house.api('POST', '/teams', { name: 'Netværk', members }));
});
afterEach(async () => {
  await house.api('DELETE', '/faults');
  await house.sql('delete from conversation');
});

interface Row {
  personId: string | null;
  channel: string;
  state: string;
  reason?: string;
  activityId?: string;
}
const rows = async (hearingId: string): Promise<Row[]> =>
  (await by.view(`deliveries?hearingId=${hearingId}`)).items;
const rowOf = (hearingId: string, who: Someone | null, done: (row: Row) => boolean): Promise<Row> =>
  eventually(
    async () => (await rows(hearingId)).find((row) => row.personId === (who?.personId ?? null))!,
    (row) => row !== undefined && done(row),
  );
const over = (row: Row): boolean => !['queued', 'sending'].includes(row.state);
/** Teams asks to wait, so that something can happen before the message leaves. */
const hold = (more: object): Promise<unknown> =>
  house.api('POST', '/faults', { kind: '429', times: 1, retryAfter: 0, ...more });
const waiting = (row: Row): boolean => row.state === 'queued' && row.reason !== undefined;
const uninstall = (who: Someone) => house.api('POST', '/uninstall', { objectId: who.objectId });

describe('a person whose chat with the bot', () => {
  test('is gone before a message leaves gets it by mail, and the secretariat is told why', async () => {
    await hold({ objectId: one.contact.objectId });
    const { hearingId } = await hearing(house);
    await rowOf(hearingId, one.contact, waiting);
    await uninstall(one.contact);
    const row = await rowOf(hearingId, one.contact, over);
    expect(row).toMatchObject({ channel: 'mail', state: 'accepted' });
    // As the app knew it, or as Teams said it when the message was at its door first: both are so.
    expect(row.reason).toMatch(/^Botten er ikke (installeret hos personen|med i chatten)$/);
  });

  test('was never there, or is gone, is written to by mail from the first, without a word of failure', async () => {
    await uninstall(one.contact);
    const { hearingId } = await hearing(house);
    for (const who of [one.contact, one.staff]) {
      const row = await rowOf(hearingId, who, over);
      expect(row).toMatchObject({ channel: 'mail', state: 'accepted' });
      expect(row.reason).toBeUndefined();
    }
  });

  test('moved while a message waited gets it at the new address', async () => {
    // An address of Teams' that answers 502 for now: what lies behind it is away.
    await house.platform.setAppUrl('http://127.0.0.1:9');
    const away = `${house.platform.url}/api/`;
    await house.sql('update conversation set service_url = $2 where id = $1', [chat, away]);
    const { hearingId } = await hearing(house);
    await rowOf(hearingId, one.contact, waiting);
    await house.platform.setAppUrl(house.app.url);
    const message = {
      type: 'message',
      text: 'status',
      conversation: { id: chat, conversationType: 'personal' },
    };
    await install(house, one.contact);
    await deliver(house, activity(house, one.contact, message));
    const row = await rowOf(hearingId, one.contact, over);
    expect(row).toMatchObject({ channel: 'personal', state: 'accepted' });
    const arrived = await cardMessages(house, chat, one.contact);
    expect(arrived.map((one) => one.id)).toContain(row.activityId);
  });

  test('is there twice is written to in the one it used last, and once', async () => {
    const older = `insert into conversation (id, kind, object_id, service_url, tenant_id, updated_at)
      select 'a:older', 'personal', object_id, 'http://127.0.0.1:9/', tenant_id, updated_at - interval '1 day'
      from conversation where id = $1`;
    await house.sql(older, [chat]);
    const { hearingId } = await hearing(house);
    await rowOf(hearingId, one.contact, (row) => row.state === 'accepted' && row.channel === 'personal');
    const sent = await house.sql(
      'select conversation_id from delivery where about_id = $1 and person_id = $2',
      [hearingId, one.contact.personId],
    );
    expect(sent).toEqual([{ conversation_id: chat }]);
  });
});

describe('a team channel', () => {
  const forget = () => house.sql('delete from conversation where id = $1', [channelId]);

  test('that the bot is taken out of is not said to have got it, and gets it when the bot is back', async () => {
    await hold({ conversationId: channelId });
    const { hearingId } = await hearing(house);
    await rowOf(hearingId, null, waiting);
    const [kept] = await house.sql('select * from conversation where id = $1', [channelId]);
    await forget();
    const row = await rowOf(hearingId, null, over);
    expect(row).toMatchObject({ channel: 'team', state: 'failed' });
    expect(row.activityId).toBeUndefined();
    const back = `insert into conversation (id, kind, service_url, tenant_id, updated_at)
      values ($1, 'team', $2, $3, now())`;
    await house.sql(back, [channelId, kept!['service_url'], kept!['tenant_id']]);
    expect(await by.do('resendFailed', { hearingId })).toEqual({ resent: 1 });
    expect(await rowOf(hearingId, null, over)).toMatchObject({ channel: 'team', state: 'accepted' });
    expect(await cardMessages(house, channelId, one.contact)).toHaveLength(1);
  });

  test('that the bot has left is told of nothing new', async () => {
    await forget();
    const { hearingId } = await hearing(house);
    await rowOf(hearingId, one.contact, over);
    expect((await rows(hearingId)).filter((row) => row.personId === null)).toEqual([]);
  });
});
