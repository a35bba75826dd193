import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { isWhole, member, type Someone } from '../../support/factories.ts';
import { fingerprint } from '../../support/fingerprint.ts';
import { saysOnlyWhatGraphHas } from '../../support/graphCheck.ts';
import { useHouse } from '../../support/useHouse.ts';
import {
  busy,
  schedulingOf,
  seekTime,
  sought,
  steeringGroupOf,
  type Group,
} from '../meeting/meetingGround.ts';
import { consents, opened, ownFreeBusy, pressed } from './ownCalendarGround.ts';

const house = useHouse();
const slots = ['2027-02-02T10:00:00+01:00', '2027-02-03T10:00:00+01:00', '2027-02-04T13:00:00+01:00'];
let group: Group;
let chair: Someone;
let guest: Someone;
let schedulingId: string;

beforeAll(async () => {
  group = await steeringGroupOf(house);
  chair = group.near[0].representative;
  guest = group.far[0].representative;
  schedulingId = await seekTime(group.by);
  await group.by.do('openPoll', { schedulingId, slots, respondBy: sought.respondBy });
}, 60_000);

afterEach(() => house.api('DELETE', '/faults'));

const asks = (who: Someone, id: unknown = schedulingId) => ownFreeBusy(house, who, id);
const refused = async (who: Someone, id?: unknown): Promise<[number, string]> => {
  const { status, body } = await asks(who, id);
  expect(isWhole(body.refusal)).toBe(true);
  return [status, body.refusal.code];
};
const traffic = (): Promise<string> => house.api<string>('GET', '/traffic');
const callsToMe = async (): Promise<any[]> =>
  (await traffic())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ path }) => path === '/v1.0/me/calendar/getSchedule');

test('without consent nobody’s calendar is asked for, and the person is told what is missing', async () => {
  expect(await refused(chair)).toEqual([403, 'consentNeeded']);
  expect(await callsToMe()).toEqual([]);
});

describe('the window in which one consents', () => {
  const page = '/tab/consent/ended';

  test('leads to the tenant’s own page at Entra, for the one permission, and back to the app', async () => {
    const entra = await opened(house, chair);
    const { pathname, searchParams } = new URL(entra);
    expect(pathname).toBe(`/entra/${house.env['MicrosoftAppTenantId']}/oauth2/v2.0/authorize`);
    expect(searchParams.get('scope')).toBe('openid profile https://graph.microsoft.com/Calendars.ReadBasic');
    expect(searchParams.get('redirect_uri')).toBe(`${house.platform.url}/tab/consent/done`);
    expect((await fetch(entra)).status).toBe(200);
  });

  test('never leads to a tenant that is not let in', async () => {
    const entra = await opened(house, chair, { tenant: 'evil.example' });
    expect(new URL(entra).pathname).toContain(`/entra/${house.env['MicrosoftAppTenantId']}/`);
  });

  test('leads nowhere without the mark of the tab that opened it', async () => {
    for (const state of ['', 'short', '<script>alert(1)</script>'])
      expect(await opened(house, chair, { state })).toBe(
        `${house.platform.url}${page}?outcome=refused&state=`,
      );
  });

  test('ends as refused when the person says no, and nothing is let', async () => {
    expect(await consents(house, chair, 'cancel')).toMatchObject({ page, outcome: 'refused' });
    expect(await refused(chair)).toEqual([403, 'consentNeeded']);
  });

  test('ends as given with the tab’s own mark, and the code kept from that page', async () => {
    const back = await pressed(await opened(house, chair), chair, 'accept');
    expect(new URL(back).searchParams.get('code')).not.toBeNull();
    expect(await consents(house, chair)).toEqual({
      page,
      outcome: 'given',
      state: 'the-mark-of-one-window',
    });
  });

  test('keeps nothing in the browser, as the privacy page says', async () => {
    const answer = await fetch(await opened(house, chair), { redirect: 'manual' });
    const done = await fetch(answer.headers.get('location')!, { redirect: 'manual' });
    for (const { headers } of [answer, done]) expect(headers.get('set-cookie')).toBeNull();
    expect(done.headers.get('cache-control')).toBe('no-store');
  });
});

describe('after consent', () => {
  test('each time of the poll is told free or not, by that person’s own calendar', async () => {
    await busy(house, chair, '2027-02-03T11:30:00+01:00', '2027-02-03T12:30:00+01:00');
    await busy(house, chair, '2027-02-04T13:00:00+01:00', '2027-02-04T14:00:00+01:00', 'tentative');
    // Ends as the meeting begins, and is only free time: neither stands in the way.
    await busy(house, chair, '2027-02-02T09:00:00+01:00', '2027-02-02T10:00:00+01:00');
    await busy(house, chair, '2027-02-02T10:00:00+01:00', '2027-02-02T12:00:00+01:00', 'free');
    const { status, body } = await asks(chair);
    expect(status).toBe(200);
    expect(body).toEqual({
      ok: true,
      result: {
        slots: slots.map((at, index) => ({ startsAt: new Date(at).toISOString(), free: index === 0 })),
      },
    });
  });

  test('only the person’s own address is asked for, over the poll’s own span', async () => {
    const [known] = await house.sql('select email from person where id = $1', [chair.personId]);
    const { body } = (await callsToMe()).at(-1);
    expect(body).toEqual({
      schedules: [known!['email']],
      startTime: { dateTime: '2027-02-02T09:00:00.000', timeZone: 'UTC' },
      endTime: { dateTime: '2027-02-04T14:00:00.000', timeZone: 'UTC' },
    });
  });

  test('nothing of it is kept, and nobody has answered the poll by it', async () => {
    const before = await fingerprint(house);
    expect((await asks(chair)).status).toBe(200);
    expect(await fingerprint(house)).toEqual(before);
    const { mine, slots: shown } = await schedulingOf(chair, schedulingId);
    expect(mine.answeredAt).toBeNull();
    expect(shown.every(({ possible }: any) => possible === null)).toBe(true);
  });

  test('no token for Graph is in the answer, its headers or what the tab sent', async () => {
    const token = await chair.token();
    const answer = await fetch(`${house.app.url}/api/own/freeBusy`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ schedulingId }),
    });
    const all = JSON.stringify([[...answer.headers], await answer.json()]);
    expect(all).not.toMatch(/eyJ[\w-]{10,}/);
  });

  test('one person’s consent is nobody else’s', async () => {
    expect(await refused(group.near[1].representative)).toEqual([403, 'consentNeeded']);
  });
});

describe('a calendar that cannot be read', () => {
  test('is a guest’s, which lies at home: they are told so before they consent to anything', async () => {
    const { status, body } = await asks(guest);
    expect([status, body.refusal.code]).toEqual([409, 'calendarUnreadable']);
    expect(body.refusal.message.da).toBe(
      'Din kalender ligger i din egen organisation og kan ikke læses herfra. Sæt selv kryds.',
    );
  });

  test('is one that Graph has no mailbox for, and that is the same answer', async () => {
    // As from a registration that does not ask Entra who is a guest.
    const said = { objectId: guest.objectId, overrides: { acct: null } };
    const { token } = await house.api<{ token: string }>('POST', '/token', said);
    const ask = () => house.request('POST', '/api/own/freeBusy', { token, body: { schedulingId } });
    expect((await ask()).body.refusal.code).toBe('consentNeeded');
    await consents(house, guest);
    expect((await ask()).body.refusal.code).toBe('calendarUnreadable');
    expect((await callsToMe()).at(-1)).toMatchObject({ status: 404 });
  });

  test('for the moment, because Graph has no time, is told apart from one that never can', async () => {
    await house.api('POST', '/faults', { kind: '503', target: 'graph', times: 1 });
    expect(await refused(chair)).toEqual([503, 'calendarUnavailable']);
    expect((await asks(chair)).status).toBe(200);
  });
});

describe('whoever may not answer the poll may not ask either', () => {
  test('and another person’s poll leads to nobody’s calendar', async () => {
    const other = await member(house, { name: 'Vejle Kommune' });
    await consents(house, other.representative);
    const before = (await callsToMe()).length;
    expect(await refused(other.representative)).toEqual([403, 'notInvited']);
    expect(await callsToMe()).toHaveLength(before);
  });

  test('nor whoever is not signed in, nor of what is no poll', async () => {
    expect((await house.request('POST', '/api/own/freeBusy', { body: { schedulingId } })).status).toBe(401);
    expect(await refused(chair, '99999999-9999-4999-8999-999999999999')).toEqual([404, 'notFound']);
    expect(await refused(chair, 'x')).toEqual([400, 'invalidInput']);
  });

  test('nor before people are asked, nor when the search is over', async () => {
    const early = await seekTime(group.by);
    expect(await refused(chair, early)).toEqual([409, 'pollNotOpen']);
    await group.by.do('dropScheduling', { schedulingId: early });
    expect(await refused(chair, early)).toEqual([409, 'schedulingOver']);
  });
});

test('all of this asked Graph and was answered with nothing that Graph v1.0 has not', () =>
  saysOnlyWhatGraphHas(house));
