import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { stopSchedule } from '../../support/clock.ts';
import { eventually, startOfTests } from '../../support/app.ts';
import { hearing, inMeeting, meeting, passDeadline, revision, vote } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { changes, eventsOf, fingerprint } from '../../support/fingerprint.ts';
import { activity, deliver, invoke, wordsOf } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse({ env: { SEND_RATE: '5' } });
let by: Someone;
let one: Member;
let other: Member;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['deputy', 'staff', 'contact'] });
  other = await member(house, { name: 'Odense Kommune', with: ['deputy'] });
  // What the clock does by itself each minute would be counted among what is pressed here.
  await stopSchedule(house);
}, 60_000);
beforeEach(() => house.setClock(startOfTests));

describe('ballots of two organisations against a closing vote', () => {
  /** The representative and the deputy of both, and the secretariat for both, all at once. */
  async function rush(voteId: string, closeAfter: number) {
    const casting = [one, other].flatMap(({ id, representative, deputy }) => [
      representative.act('castBallot', { voteId, choice: 'for' }),
      deputy.act('castBallot', { voteId, choice: 'against' }),
      by.act('recordBallotOnBehalf', { voteId, organisationId: id, choice: 'abstain', means: 'room' }),
    ]);
    const [closed, ...rest] = [by.act('closeVote', { voteId }), ...casting.slice(closeAfter)];
    await closed;
    return Promise.all([...casting.slice(0, closeAfter), ...rest]);
  }

  test('what is counted is each one’s last ballot before closing, and nobody was told otherwise', async () => {
    for (let round = 0; round < 8; round += 1) {
      const seats = [one.representative, one.deputy, other.representative, other.deputy];
      const at = await meeting(house, { invited: seats });
      // Only the deputies are there, so that they may cast; the representatives are told to come in.
      for (const who of [one.deputy, other.deputy]) await inMeeting(house, at, who);
      const { voteId, revisionId } = await vote(house, { at });
      const answers = await rush(voteId, round % 4);
      const events = await eventsOf(house, revisionId);
      const end = events.findIndex(({ type }) => type === 'voteClosed');
      const counted = events.slice(0, end).filter(({ type }) => type.startsWith('ballot'));
      const last = Object.fromEntries(counted.map(({ data }) => [data.organisationId, data.choice]));
      const { ballots, tally } = await by.view(`vote?id=${voteId}`);
      expect(Object.fromEntries(ballots.map((row: any) => [row.organisationId, row.choice]))).toEqual(last);
      expect(tally.against + tally.abstain + tally.for).toBe(ballots.length);
      expect(events.slice(end + 1).filter(({ type }) => type.startsWith('ballot'))).toEqual([]);
      const told = answers.map(({ body }) => (body.ok ? 'counted' : body.refusal.code));
      expect(told.filter((code) => code === 'counted')).toHaveLength(counted.length);
      expect(told.filter((code) => !/^(counted|voteClosed|notInMeeting)$/.test(code))).toEqual([]);
    }
  });
});

describe('who presses in time, and waits behind somebody else until the deadline has passed,', () => {
  const waiting = () =>
    house.sql(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);

  /** Somebody holds the hearing, as who moves its deadline does. */
  async function overTheDeadline(hearingId: string, press: () => Promise<string>): Promise<string> {
    const holder = new pg.Client({ connectionString: house.databaseUrl });
    await holder.connect();
    try {
      await holder.query('begin');
      await holder.query('select from hearing where id = $1 for update', [hearingId]);
      const answer = press();
      await eventually(waiting, (all) => all.length > 0);
      await passDeadline(house, hearingId);
      await holder.query('commit');
      return await answer;
    } finally {
      await holder.end();
    }
  }

  test.each([
    ['a comment', 'addComment', (id: string) => ({ hearingId: id, type: 'general', text: 'Lige i tide' })],
    ['an answer', 'submitAnswer', (id: string) => ({ hearingId: id, position: 'noRemarks' })],
  ] as const)('is too late: %s', async (_, name, input) => {
    const { hearingId, revisionId } = await hearing(house);
    const press = () => one.contact.refused(name, input(hearingId));
    expect(await overTheDeadline(hearingId, press)).toBe('hearingClosed');
    expect((await eventsOf(house, revisionId)).map(({ type }) => type)).not.toContain('answerSubmitted');
  });
});

describe('the night the clocks change', () => {
  const remark = (hearingId: string, text: string) => ({ hearingId, type: 'general', text });

  test('02:30 occurs twice in October: the second is the deadline, to the second', async () => {
    await house.setClock('2027-09-27T08:00:00Z');
    const { hearingId } = await hearing(house, { deadline: '2027-10-31T02:30' } as never);
    const { deadline, days } = await by.view(`hearing?id=${hearingId}`);
    expect([deadline, days]).toEqual(['2027-10-31T01:30:00.000Z', 34]);
    await house.setClock('2027-10-31T00:45:00Z');
    await one.staff.do('addComment', remark(hearingId, 'Mellem den første og den anden') as never);
    await house.setClock('2027-10-31T01:29:50Z');
    await one.staff.do('addComment', remark(hearingId, 'I sidste øjeblik') as never);
    await house.setClock('2027-10-31T01:30:00Z');
    const { body } = await one.staff.act('addComment', remark(hearingId, 'For sent'));
    const said = body.ok ? null : body.refusal.message;
    expect(said?.da).toContain('søndag den 31. oktober 2027 kl. 02.30');
    expect(said?.en).toContain('Sunday 31 October 2027 at 02:30');
    const { items } = await one.staff.view(`comments?hearingId=${hearingId}`);
    expect(items.map((row: any) => row.late)).toEqual([false, false]);
  });

  test('a card says the wall time of the deadline on both sides of the change', async () => {
    await house.setClock('2027-03-01T08:00:00Z');
    const { hearingId } = await hearing(house, { deadline: '2027-04-02T12:00' } as never);
    const look = activity(house, one.staff, invoke('view', { view: 'hearing', id: hearingId }));
    const before = wordsOf((await deliver(house, look)).body.value);
    await house.setClock('2027-03-30T08:00:00Z');
    const after = wordsOf((await deliver(house, { ...look, id: 'f:after' })).body.value);
    for (const words of [before, after]) expect(words).toContain('fredag den 2. april 2027 kl. 12.00');
  });

  test('28 days over the change are 28 days, though they are an hour short', async () => {
    await house.setClock('2027-03-12T11:30:00Z');
    const { revisionId, versionId } = await revision(house);
    const input = { revisionId, versionId, kind: 'internal', letter: 'Kære alle' };
    expect(await by.refused('openHearing', { ...input, deadline: '2027-04-08T12:30' })).toBe('reasonNeeded');
    const { hearingId } = await by.do('openHearing', { ...input, deadline: '2027-04-09T12:30' } as never);
    expect((await by.view(`hearing?id=${hearingId}`)).days).toBe(28);
  });

  const skipped = '2027-03-28T02:30';
  const meetingTimes = { kind: 'steeringGroup', season: 'spring', title: 'Møde', startsAt: skipped };
  const asked: [string, () => Promise<[string, object]>][] = [
    [
      'a hearing',
      async () => [
        'openHearing',
        { ...(await revision(house)), kind: 'internal', letter: 'X', deadline: skipped },
      ],
    ],
    ['an extension', async () => ['extendDeadline', { ...(await hearing(house)), deadline: skipped }]],
    ['a meeting', async () => ['callMeeting', { ...meetingTimes, endsAt: '2027-03-28T05:00' }]],
    [
      'the arrival of a mail',
      async () => [
        'addComment',
        {
          hearingId: (await hearing(house)).hearingId,
          type: 'general',
          text: 'X',
          organisationId: one.id,
          receivedAt: skipped,
        },
      ],
    ],
  ];
  test.each(asked)('02:30 does not occur in March: %s at that time is refused', async (_, prepare) => {
    const [name, input] = await prepare();
    const before = await fingerprint(house);
    expect(await by.refused(name as never, input)).toBe('invalidInput');
    expect(changes(before, await fingerprint(house))).toEqual([]);
  });
});
