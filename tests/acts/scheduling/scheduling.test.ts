import { beforeAll, describe, expect, test } from '@jest/globals';
import { member, members, person, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { toldAbout, eventTypes } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';
import { busy, schedulingOf, seekTime, sought } from '../../contract/meeting/meetingGround.ts';

const house = useHouse({ env: { SEND_RATE: '5' } });
let by: Someone;
let chair: Member;
let others: Member[];

const noon = (day: string): string => `2027-02-${day}T12:00:00+01:00`;
const offer = { slots: [noon('03'), noon('04')], respondBy: sought.respondBy };

beforeAll(async () => {
  by = secretariat(house);
  chair = await member(house, { name: 'Aarhus Kommune', chair: true, with: ['deputy'] });
  others = await members(house, 3);
}, 60_000);

async function polled(): Promise<string> {
  const schedulingId = await seekTime(by);
  await by.do('openPoll', { schedulingId, ...offer });
  return schedulingId;
}
const countsAt = async (id: string, slot: string): Promise<any> =>
  (await schedulingOf(by, id)).times.find(({ startsAt }: any) => startsAt === new Date(slot).toISOString())
    .counts;

describe('finding a time', () => {
  test('asks the representatives, not their deputies and nobody who left', async () => {
    const gone = await member(house);
    await house.sql('update person set left_at = now() where id = $1', [gone.representative.personId]);
    const { invitees } = await schedulingOf(by, await seekTime(by));
    const asked = invitees.map((one: any) => one.personId).sort();
    const seats = [chair, ...others].map(({ representative }) => representative.personId);
    expect(asked).toEqual(seats.sort());
  });

  test.each([
    ['a period of more than 62 days', { from: '2027-02-01', to: '2027-04-04' }, 'schedulingSpan'],
    ['a period that ends before it begins', { from: '2027-02-05', to: '2027-02-01' }, 'schedulingSpan'],
    ['a period that is over', { from: '2026-12-01', to: '2026-12-05' }, 'timeInPast'],
    ['a deadline that has passed', { respondBy: '2027-01-01T12:00' }, 'deadlinePassed'],
    ['a day there is not', { from: '2027-02-30' }, 'invalidInput'],
    ['a working group without members', { kind: 'workingGroup' }, 'nobodyToInvite'],
  ])('refuses %s', async (_, wrong, code) => {
    expect(await by.refused('findTime', { ...sought, ...wrong })).toBe(code);
  });

  test('is offered as long as there is anybody to ask, of what the button knows', async () => {
    expect((await by.allowed('findTime')).ok).toBe(true);
    expect((await by.allowed('findTime', { kind: 'steeringGroup' })).ok).toBe(true);
    expect((await by.allowed('findTime', { kind: 'workingGroup' })).code).toBe('nobodyToInvite');
  });

  test('is seen by the secretariat, by those who are asked once they are, and by nobody else', async () => {
    const id = await seekTime(by);
    const query = `scheduling?id=${id}`;
    const statuses = () =>
      Promise.all([by, chair.representative, chair.deputy].map((who) => who.viewStatus(query)));
    expect(await statuses()).toEqual([200, 404, 404]);
    await by.do('openPoll', { schedulingId: id, ...offer });
    expect(await statuses()).toEqual([200, 200, 404]);
  });

  test('tells those who are asked nothing of others’ calendars and answers', async () => {
    const id = await polled();
    await others[0]!.representative.do('answerPoll', { schedulingId: id, slots: [offer.slots[0]!] });
    const seen = await schedulingOf(chair.representative, id);
    expect(seen).toMatchObject({ calendars: null, invitees: [], times: [], mine: { answeredAt: null } });
    expect(seen.slots.map(({ possible }: any) => possible)).toEqual([null, null]);
  });
});

describe('a poll', () => {
  test('asks those whose calendar cannot be read, and nobody whose can', async () => {
    const far = await member(house, { name: 'HOFOR' });
    const { email, display_name: displayName } = (
      await house.sql('select email, display_name from person where id = $1', [far.representative.personId])
    )[0]!;
    await house.api('POST', '/people', {
      objectId: far.representative.objectId,
      displayName,
      email,
      guest: true,
    });
    await polled();
    expect(await toldAbout(house, 'findTime')).toEqual([far.representative.personId]);
    expect((await far.representative.view('tasks')).items[0]).toMatchObject({ kind: 'answerPoll' });
    expect((await chair.representative.view('tasks')).items).toEqual([]);
  });

  test.each([
    ['none', { slots: [] }, 'invalidInput'],
    ['more than eight', { slots: Array.from({ length: 9 }, (_, n) => noon(`1${n}`)) }, 'invalidInput'],
    ['the same twice', { slots: [noon('03'), '2027-02-03T11:00:00Z'] }, 'slotsUnclear'],
    ['one before the answers are in', { slots: ['2027-01-19T12:00:00+01:00'] }, 'timeInPast'],
    ['a deadline that has passed', { respondBy: '2027-01-01T12:00:00+01:00' }, 'deadlinePassed'],
  ])('refuses times to choose from: %s', async (_, wrong, code) => {
    const schedulingId = await seekTime(by);
    expect(await by.refused('openPoll', { schedulingId, ...offer, ...wrong })).toBe(code);
    expect((await schedulingOf(by, schedulingId)).state).toBe('proposed');
  });

  test('is opened once', async () => {
    expect(await by.refused('openPoll', { schedulingId: await polled(), ...offer })).toBe('pollOpen');
  });

  test('counts the last answer of each, whole, and it comes before the calendar', async () => {
    await busy(house, others[1]!.representative, noon('03'), noon('04'));
    const schedulingId = await polled();
    const [first, second] = offer.slots as [string, string];
    expect((await countsAt(schedulingId, first)).cannot).toBe(1);
    const who = others[1]!.representative;
    await who.do('answerPoll', { schedulingId, slots: `${first},${second}` });
    expect((await countsAt(schedulingId, first)).cannot).toBe(0);
    await who.do('answerPoll', { schedulingId, slots: [second] });
    expect((await countsAt(schedulingId, first)).cannot).toBe(1);
    await who.do('answerPoll', { schedulingId, none: 'true' });
    expect((await countsAt(schedulingId, second)).cannot).toBe(1);
    const { slots, mine } = await schedulingOf(who, schedulingId);
    expect(slots.map(({ possible }: any) => possible)).toEqual([false, false]);
    expect(mine.answeredAt).not.toBeNull();
  });

  test.each([
    ['no tick and no word of it', () => ({ slots: '' }), 'slotNeeded'],
    ['a time that was not offered', () => ({ slots: noon('05') }), 'slotUnknown'],
    ['what is no time', () => ({ slots: 'mandag' }), 'invalidInput'],
  ])('refuses %s', async (_, wrong, code) => {
    const schedulingId = await polled();
    const answer = { schedulingId, ...wrong() };
    expect(await chair.representative.refused('answerPoll', answer)).toBe(code);
  });

  test('is answered by those who are asked alone, and until the time is settled', async () => {
    const schedulingId = await polled();
    const answer = { schedulingId, slots: [offer.slots[0]!] };
    const staff = await person(house, chair, 'Miljøkonsulent');
    for (const who of [by, chair.deputy, staff])
      expect(await who.refused('answerPoll', answer)).toBe('notInvited');
    // Late is better than never.
    await house.advance('P12D');
    await chair.representative.do('answerPoll', answer);
    await by.do('settleTime', { schedulingId, startsAt: offer.slots[0]! });
    expect(await chair.representative.refused('answerPoll', answer)).toBe('schedulingOver');
    await house.advance('-P12D');
  });
});

describe('settling the time', () => {
  test('calls the meeting once, however often and by however many it is pressed', async () => {
    const schedulingId = await polled();
    const settle = { schedulingId, startsAt: offer.slots[0]! };
    const answers = await Promise.all(
      [by, secretariat(house, 1), by, secretariat(house, 1)].map((who) => who.do('settleTime', settle)),
    );
    expect(new Set(answers.map(({ meetingId }) => meetingId)).size).toBe(1);
    const { meetingId } = answers[0]!;
    expect(await by.view(`meeting?id=${meetingId}`)).toMatchObject({
      title: sought.title,
      agenda: sought.agenda,
      startsAt: '2027-02-03T11:00:00.000Z',
      endsAt: '2027-02-03T13:00:00.000Z',
    });
    expect((await eventTypes(house, meetingId)).filter((type) => type === 'meetingCalled')).toHaveLength(1);
    expect(await by.refused('settleTime', { schedulingId, startsAt: offer.slots[1] })).toBe('schedulingOver');
  });

  test('races answers: each is told the truth about whether it still counted', async () => {
    const schedulingId = await polled();
    const answer = { schedulingId, slots: [offer.slots[0]!] };
    const everybody = [chair, ...others].map(({ representative }) => representative);
    const [settled, ...answers] = await Promise.all([
      by.do('settleTime', { schedulingId, startsAt: offer.slots[0]! }),
      ...everybody.map((who) => who.act('answerPoll', answer)),
    ]);
    expect(settled.meetingId).toEqual(expect.any(String));
    const taken = answers.filter(({ body }) => body.ok).length;
    const rows = await house.sql(
      'select count(*)::int as n from poll_answer join poll_slot on id = slot_id where scheduling_id = $1 and possible',
      [schedulingId],
    );
    expect(rows[0]!['n']).toBe(taken);
    for (const { body } of answers) if (!body.ok) expect(body.refusal.code).toBe('schedulingOver');
  });

  test('needs no poll', async () => {
    const schedulingId = await seekTime(by);
    const { times } = await schedulingOf(by, schedulingId);
    await by.do('settleTime', { schedulingId, startsAt: times[0].startsAt });
    expect((await schedulingOf(by, schedulingId)).state).toBe('settled');
  });

  test('refuses a time that is over, and a search that was given up', async () => {
    const schedulingId = await polled();
    expect(await by.refused('settleTime', { schedulingId, startsAt: '2027-01-05T12:00' })).toBe('timeInPast');
    await by.do('dropScheduling', { schedulingId });
    await by.do('dropScheduling', { schedulingId });
    expect(await by.refused('settleTime', { schedulingId, startsAt: offer.slots[0] })).toBe('schedulingOver');
    expect(await by.refused('readCalendars', { schedulingId })).toBe('schedulingOver');
  });
});
