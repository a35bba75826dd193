import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually, startOfTests, tenantId, type App } from '../../support/app.ts';
import { inMeeting, markPresent, meeting, revision, vote, type Vote } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { changes, eventTypes, fingerprint } from '../../support/fingerprint.ts';
import { activity, deliver } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';
import { jobNow } from '../../jobs/frame/ground.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let chair: Member;
let open: Vote;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune' });
  chair = await member(house, { name: 'Odense Kommune', chair: true });
});
beforeEach(async () => {
  await house.setClock(startOfTests);
  const at = await meeting(house, { invited: [one.representative, chair.representative] });
  await inMeeting(house, at, one.representative);
  open = await vote(house, { at });
});

const teams = async (what: 'start' | 'end', minutes = 0): Promise<void> => {
  const at = new Date((await house.now()).getTime() + minutes * 60_000).toISOString();
  const about = {
    type: 'event',
    name: `application/vnd.microsoft.meeting${what === 'end' ? 'End' : 'Start'}`,
    id: undefined,
    conversation: { id: open.conversationId, conversationType: 'groupChat', isGroup: true, tenantId },
    channelData: { tenant: { id: tenantId }, meeting: { id: open.platformId } },
    value: what === 'end' ? { EndTime: at } : { StartTime: at },
  };
  await deliver(house, activity(house, one.representative, about));
};
const cast = async (choice = 'for'): Promise<string | null> => {
  const { body } = await one.representative.act('castBallot', { voteId: open.voteId, choice });
  return body.ok ? null : body.refusal.code;
};
const inSession = async () => (await by.view(`meeting?id=${open.meetingId}`)).inSession;
const sessions = () =>
  house.sql<{ id: string; ended: boolean; over: boolean }>(
    `select id, ended_at is not null as ended, over_at is not null as over from session
     where meeting_id = $1 order by opened_at`,
    [open.meetingId],
  );
const told = async () =>
  (
    await house.sql(`select person_id from delivery where message = 'voteLeftOpen' and about_id = $1`, [
      open.voteId,
    ])
  ).map((row) => row['person_id']);
const closes = async (): Promise<string[]> => [
  ...(await house.sql('select id from person where secretariat')).map(({ id }) => id),
  chair.representative.personId,
];
const close = () => by.do('closeVote', { voteId: open.voteId });

describe('a meeting that ends in Teams while a vote is open', () => {
  test('is remembered: the secretariat and the chair are told at once, and it ends when the vote is closed', async () => {
    await teams('end');
    expect((await told()).sort()).toEqual((await closes()).sort());
    expect(await sessions()).toMatchObject([{ ended: false, over: true }]);
    await teams('end');
    expect(await told()).toHaveLength((await closes()).length);
    await close();
    await eventually(sessions, ([session]) => session!.ended);
    const types = await eventTypes(house, open.meetingId);
    expect(types.filter((type) => type.startsWith('session'))).toEqual([
      'sessionOpened',
      'sessionOver',
      'sessionEnded',
    ]);
  });

  test('takes no ballot after a while, from nobody by no door, and says why', async () => {
    await markPresent(house, open, one);
    await teams('end');
    expect(await cast()).toBeNull();
    await house.advance('PT1H');
    expect(await cast('against')).toBe('meetingOver');
    const behalf = {
      voteId: open.voteId,
      organisationId: one.id,
      choice: 'against',
      means: 'phone',
    } as const;
    expect(await by.refused('recordBallotOnBehalf', behalf)).toBe('meetingOver');
    const { mine, allowed, meetingOverAt } = await one.representative.view(`vote?id=${open.voteId}`);
    expect(mine.why.da).toContain('Mødet sluttede');
    expect(allowed.find(({ act }: any) => act === 'castBallot').ok).toBe(false);
    expect(meetingOverAt).not.toBeNull();
    expect(await close()).toMatchObject({ tally: { for: 1, against: 0 } });
  });

  test('is told as it is: until when ballots count, how it goes on, and nobody is asked to vote after it', async () => {
    const taskOf = async (who: Someone) =>
      (await who.view('tasks')).items.map((item: any) => item.id).includes(`castBallot:${open.voteId}`);
    const step = async () => (await by.view(`revision?id=${open.revisionId}`)).next.what.da;
    expect([await taskOf(one.representative), await step()]).toEqual([true, 'Stem i mødet.']);
    await teams('end');
    const view = await by.view(`vote?id=${open.voteId}`);
    expect(Date.parse(view.countsUntil) - Date.parse(view.meetingOverAt)).toBe(15 * 60_000);
    expect(view.allowed.find(({ act }: any) => act === 'openSession')).toMatchObject({ ok: true });
    expect(await by.view(`meeting?id=${open.meetingId}`)).toMatchObject({ inSession: true, over: true });
    expect(await step()).toBe('Luk afstemningen: mødet er slut.');
    await inMeeting(house, open, one.representative, false);
    const { body } = await one.representative.act('castBallot', { voteId: open.voteId, choice: 'for' });
    expect(body.ok ? '' : body.refusal.message.da).toContain('sluttede i Teams');
    await house.advance('PT1H');
    expect(await taskOf(one.representative)).toBe(false);
    expect(await by.view(`vote?id=${open.voteId}`)).toMatchObject({ countsUntil: null });
    const { mine } = await one.representative.view(`vote?id=${open.voteId}`);
    expect(mine.why.da).not.toContain('ikke registreret');
  });

  test('lets whoever has voted in it change the ballot, and says to the others that it must be recorded', async () => {
    await inMeeting(house, open, one.representative);
    expect(await cast('against')).toBeNull();
    await teams('end');
    await inMeeting(house, open, one.representative, false);
    const mine = async (who: Someone) => (await who.view(`vote?id=${open.voteId}`)).mine;
    expect((await mine(one.representative)).why).toBeNull();
    await one.representative.do('castBallot', {
      voteId: open.voteId,
      choice: 'against',
      statement: 'Kravet er for svagt.',
    });
    expect(await cast('for')).toBeNull();
    const late = chair.representative;
    expect((await mine(late)).why.da).toContain('Bed sekretariatet registrere den nu');
    const tasks = async () => (await late.view('tasks')).items.map(({ id }: any) => id);
    expect(await tasks()).not.toContain(`castBallot:${open.voteId}`);
    expect(await late.refused('castBallot', { voteId: open.voteId, choice: 'for' })).toBe('notInMeeting');
    await markPresent(house, open, chair);
    expect((await mine(late)).why).toBeNull();
    expect(await tasks()).toContain(`castBallot:${open.voteId}`);
    await late.do('castBallot', { voteId: open.voteId, choice: 'for' });
  });

  test('opens no other vote, and is not said to be in session', async () => {
    await teams('end');
    const { revisionId, versionId } = await revision(house, { kind: 'final' });
    const another = { meetingId: open.meetingId, revisionId, versionId, motion: 'Kan målet godkendes?' };
    expect(await by.unmet('openVote', another)).toContain('notInSession');
    await house.advance('PT1H');
    expect(await inSession()).toBe(false);
  });

  test('goes on in the same session when it is begun again that day, by Teams or by hand', async () => {
    for (const again of [() => teams('start'), () => by.do('openSession', { meetingId: open.meetingId })]) {
      await teams('end');
      await house.advance('PT1H');
      expect(await cast()).toBe('meetingOver');
      await again();
      await inMeeting(house, open, one.representative);
      expect(await cast()).toBeNull();
      expect(await sessions()).toMatchObject([{ ended: false, over: false }]);
    }
    expect(await eventTypes(house, open.meetingId)).toContain('sessionResumed');
  });

  test('by hand it does not end: whoever asks closes the vote first', async () => {
    expect(await by.refused('endSession', { meetingId: open.meetingId })).toBe('voteOpen');
    expect(await told()).toEqual([]);
  });

  test('many times at once, and while the vote is being closed, ends once', async () => {
    const ends = Array.from({ length: 4 }, () => teams('end'));
    await Promise.all([...ends, close(), jobNow(house, 'endSessions')]);
    await jobNow(house, 'endSessions');
    await eventually(sessions, ([session]) => session!.ended);
    const types = await eventTypes(house, open.meetingId);
    expect(types.filter((type) => type === 'sessionEnded')).toHaveLength(1);
    expect(types.filter((type) => type === 'sessionOver').length).toBeLessThanOrEqual(1);
  });
});

describe('what Teams tells late of an end, after somebody opened the meeting by hand,', () => {
  test('is of the call before, and ends nothing', async () => {
    await teams('end', -10);
    expect(await sessions()).toMatchObject([{ ended: false, over: false }]);
    expect(await told()).toEqual([]);
  });

  test('is the same end told again, and the meeting that goes on goes on', async () => {
    await house.advance('PT10M');
    await teams('end', 0);
    await house.advance('PT1M');
    await by.do('openSession', { meetingId: open.meetingId });
    await house.advance('PT1M');
    await teams('end', -2);
    expect(await sessions()).toMatchObject([{ ended: false, over: false }]);
    await teams('end', 0);
    expect(await sessions()).toMatchObject([{ ended: false, over: true }]);
  });
});

describe('a meeting whose end is never told', () => {
  test('ends by the clock when nothing is open in it', async () => {
    await close();
    await jobNow(house, 'endSessions');
    expect(await inSession()).toBe(true);
    await house.advance('PT9H');
    await jobNow(house, 'endSessions');
    expect(await sessions()).toMatchObject([{ ended: true }]);
    expect(await eventTypes(house, open.meetingId)).toContain('sessionEnded');
  });

  test('with a vote open in it counts no ballot the next day, and those who close it are told, once', async () => {
    await markPresent(house, open, one);
    await house.advance('P1D');
    expect(await cast()).toBe('meetingOver');
    await jobNow(house, 'endSessions');
    expect((await told()).sort()).toEqual((await closes()).sort());
    const before = await fingerprint(house);
    await jobNow(house, 'endSessions');
    expect(changes(before, await fingerprint(house))).toEqual([]);
    await close();
    await eventually(sessions, ([session]) => session!.ended);
  });

  test('is another session when it begins the next day, with nobody present, and the old vote takes no ballot', async () => {
    await markPresent(house, open, one);
    await house.advance('PT20H');
    await teams('start');
    expect(await sessions()).toMatchObject([{ ended: true }, { ended: false }]);
    const { presence } = await by.view(`meeting?id=${open.meetingId}`);
    expect(presence.filter(({ present }: any) => present)).toEqual([]);
    expect(await cast()).toBe('meetingOver');
    const next = await vote(house, { at: open });
    expect(await one.representative.act('castBallot', { voteId: next.voteId, choice: 'for' })).toMatchObject({
      status: 200,
    });
    await teams('end');
    const left = await house.sql(`select about_id from delivery where message = 'voteLeftOpen'`);
    expect(new Set(left.map((row) => row['about_id'])).has(open.voteId)).toBe(false);
    expect(await close()).toMatchObject({ tally: { for: 0 } });
  });
});

describe('a meeting of another day', () => {
  test.each(['PT51H', 'P23D'])('that was over %s ago is put in session by nobody', async (later) => {
    await close();
    await house.advance(later);
    await jobNow(house, 'endSessions');
    const before = await fingerprint(house);
    expect(await by.refused('openSession', { meetingId: open.meetingId })).toBe('meetingOtherDay');
    expect((await by.allowed('openSession', { meetingId: open.meetingId })).code).toBe('meetingOtherDay');
    expect(changes(before, await fingerprint(house))).toEqual([]);
    await teams('start');
    expect(await sessions()).toMatchObject([{ ended: true }]);
    expect(await inSession()).toBe(false);
  });

  test('that is to come is moved first, if it is held now', async () => {
    const { meetingId } = await meeting(house, { inSession: false });
    await house.advance(-3 * 24 * 3600);
    expect(await by.refused('openSession', { meetingId })).toBe('meetingOtherDay');
    const startsAt = new Date((await house.now()).getTime() + 60_000).toISOString();
    await by.do('changeMeeting', { meetingId, startsAt });
    await by.do('openSession', { meetingId });
  });
});

describe('two replicas at once', () => {
  test('begin a meeting again in one session', async () => {
    const second: App = await house.startAnother();
    house.onClose(() => second.stop());
    await house.advance('PT20H');
    const token = await by.token();
    const at = (app: App) =>
      fetch(`${app.url}/api/acts/openSession`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ meetingId: open.meetingId }),
      }).then((answer) => answer.json() as Promise<any>);
    const all = await Promise.all([at(house.app), at(second), at(house.app), at(second)]);
    expect(new Set(all.map(({ result }) => result.sessionId)).size).toBe(1);
    expect(await sessions()).toMatchObject([{ ended: true }, { ended: false }]);
    await second.stop();
  }, 30_000);
});
