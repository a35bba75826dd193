import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually, oid, startOfTests } from '../../support/app.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';
import { seekTime, sought } from '../../contract/meeting/meetingGround.ts';

const house = useHouse();
let by: Someone;
let one: Member;
beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune' });
});
beforeEach(() => house.setClock(startOfTests));

type About = { meetingId: string } | { schedulingId: string };
const times = { startsAt: '2027-02-01T12:00:00Z', endsAt: '2027-02-01T14:00:00Z' };
const called = async (): Promise<{ meetingId: string }> => {
  const what = { kind: 'steeringGroup', season: 'spring', title: 'Forårsmøde', invite: true } as const;
  const { meetingId } = await by.do('callMeeting', { ...what, ...times });
  return { meetingId };
};
const asked = (about: About): string => `deliveries?${new URLSearchParams({ ...about })}`;
const sent = async (about: About): Promise<any[]> => (await by.view(asked(about))).items;
const settled = (about: About): Promise<any[]> =>
  eventually(
    () => sent(about),
    (rows) => rows.length > 0 && rows.every(({ state }) => state === 'accepted'),
    20_000,
  );
const tasks = async (who: Someone, about: About): Promise<any[]> =>
  (await who.view('tasks')).items.filter(
    (task: any) =>
      task.kind === 'unreached' && Object.values(about).includes(task.meetingId ?? task.schedulingId),
  );

/** Whatever is told about a meeting or a time, and is about no case. */
const told: [string, string, () => Promise<About>][] = [
  ['that it was called', 'meetingCalled', called],
  [
    'that it was moved',
    'meetingChanged',
    async () => {
      const about = await called();
      await settled(about);
      await by.do('changeMeeting', {
        ...about,
        title: 'Forårsmøde',
        ...times,
        endsAt: '2027-02-01T15:00:00Z',
      });
      return about;
    },
  ],
  [
    'that it was cancelled',
    'meetingCancelled',
    async () => {
      const about = await called();
      await settled(about);
      await by.do('cancelMeeting', { ...about, reason: 'Formandskabet er forhindret.' });
      return about;
    },
  ],
  [
    'that a time is sought',
    'findTime',
    async () => {
      const schedulingId = await seekTime(by);
      // Whose calendar is read is not asked.
      await house.sql(`update invitee set readable = false where scheduling_id = $1`, [schedulingId]);
      const slots = ['2027-02-03T12:00:00+01:00', '2027-02-04T12:00:00+01:00'];
      await by.do('openPoll', { schedulingId, slots, respondBy: sought.respondBy });
      return { schedulingId };
    },
  ],
];

describe('what is told of a meeting and did not arrive', () => {
  test.each(told)(
    'is seen, is a task of the secretariat, and is sent again: %s',
    async (_, message, tell) => {
      const about = await tell();
      const all = await settled(about);
      expect(all.at(-1)).toMatchObject({ message, personId: one.representative.personId, channel: 'mail' });
      expect(await tasks(by, about)).toEqual([]);
      expect(await by.refused('resendFailed', about)).toBe('nothingToResend');
      await house.sql(`update delivery set state = 'uncertain', reason = 'senderStopped' where id = $1`, [
        all.at(-1).id,
      ]);
      expect(await tasks(by, about)).toMatchObject([
        { title: { da: expect.stringMatching(/^Beskeder, der ikke nåede frem \(1\): /) }, ...about },
      ]);
      expect(await tasks(one.representative, about)).toEqual([]);
      expect((await by.view(asked(about))).allowed).toMatchObject([{ act: 'resendFailed', ok: true }]);
      const mails = async () => (await house.api<any[]>('GET', '/mails')).length;
      const before = await mails();
      expect(await by.do('resendFailed', about)).toEqual({ resent: 1 });
      await settled(about);
      expect(await mails()).toBe(before + 1);
      expect(await tasks(by, about)).toEqual([]);
    },
    60_000,
  );

  test('stands in the trail of the meeting when it is sent again', async () => {
    const about = await called();
    await settled(about);
    await house.sql(`update delivery set state = 'failed' where about_id = $1`, [about.meetingId]);
    await by.do('resendFailed', about);
    const { items } = await by.view(`trail?revisionId=${about.meetingId}`);
    expect(items.at(-1)).toMatchObject({ type: 'messagesResent', data: { ...about, resent: 1 } });
  });

  test('is a task no more when the meeting is over, and may be seen and sent all the same', async () => {
    const about = await called();
    await settled(about);
    await house.sql(`update delivery set state = 'failed' where about_id = $1`, [about.meetingId]);
    await house.setClock('2027-02-02T08:00:00Z');
    expect(await tasks(by, about)).toEqual([]);
    expect(await sent(about)).toMatchObject([{ state: 'failed' }]);
    expect(await by.do('resendFailed', about)).toEqual({ resent: 1 });
  });

  test('is for the secretariat, and of what there is', async () => {
    const about = await called();
    expect(await one.representative.viewStatus(asked(about))).toBe(404);
    expect(await one.representative.refused('resendFailed', about)).toBe('secretariatOnly');
    for (const name of ['meetingId', 'schedulingId']) {
      expect(await by.viewStatus(`deliveries?${name}=${oid(999_999)}`)).toBe(404);
      expect(await by.refused('resendFailed', { [name]: oid(999_999) })).toBe('notFound');
    }
    expect(await by.viewStatus('deliveries')).toBe(404);
  });
});
