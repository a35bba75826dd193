import { beforeAll, describe, expect, test } from '@jest/globals';
import { views } from '../../../bot/views/index.ts';
import { inMeeting, meeting, passDeadline, vote, type Hearing, type Vote } from '../../support/cases.ts';
import { install } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';
import { sought } from '../../contract/meeting/meetingGround.ts';
import { ask, castOf, hearingUntil, known, outsiders, type Cast } from './ground.ts';

const house = useHouse();
let cast: Cast;
let held: Hearing;
let voting: Vote;
let rehearsal: Vote;
let schedulingId: string;

/** One case with everything there can be in it: every kind of comment, answer, ballot and message. */
beforeAll(async () => {
  cast = await castOf(house);
  const { by, one, other, chair } = cast;
  await install(house, one.contact);
  held = await hearingUntil(house, '2027-01-20T12:00');
  const { hearingId } = held;
  const whole = { clause: '10.a', proposedChange: 'Skriv det om.', type: 'technical' as const };
  await one.staff.do('addComment', { hearingId, ...whole, text: 'Kravet er for dyrt.' });
  const { commentId } = await one.staff.do('addComment', { hearingId, type: 'general', text: 'Fortrudt.' });
  await one.staff.do('withdrawComment', { commentId });
  const joint = { position: 'withRemarks' as const, reservation: 'Byrådet mangler.', jointWith: [other.id] };
  await one.contact.do('submitAnswer', { hearingId, ...joint });
  const mail = { organisationId: chair.id, receivedAt: '2027-01-11T07:00:00Z' };
  await by.do('addComment', { hearingId, type: 'editorial', text: 'Stavefejl.', ...mail });
  await by.do('remindMissing', { hearingId });
  await by.do('extendDeadline', { hearingId, deadline: '2027-02-20T12:00' });
  const at = await meeting(house, { invited: [one.representative, chair.representative] });
  await inMeeting(house, at, one.representative);
  voting = await vote(house, { at, rules: { tie: 'chairDecides', quorum: 0.5 } });
  const { voteId } = voting;
  await one.representative.do('castBallot', { voteId, choice: 'against', statement: 'For dyrt.' });
  await by.do('recordBallotOnBehalf', { voteId, organisationId: chair.id, choice: 'for', means: 'phone' });
  rehearsal = await vote(house, { at, of: voting, rehearsal: true });
  await one.representative.do('castBallot', { voteId: rehearsal.voteId, choice: 'for' });
  ({ schedulingId } = await by.do('findTime', { ...sought, from: '2027-03-08', to: '2027-03-12' }));
  const slots = ['2027-03-09T10:00:00+01:00', '2027-03-10T10:00:00+01:00'];
  await by.do('openPoll', { schedulingId, slots, respondBy: '2027-03-05T12:00:00+01:00' });
  await one.representative.do('answerPoll', { schedulingId, slots: slots.slice(1) });
});

/** Every view there is, of things in every state the case has at that moment. */
const queries = (): string[] => [
  'me',
  'revisions',
  'revisions?state=decision',
  ...[held, voting].map(({ revisionId }) => `revision?id=${revisionId}`),
  `hearing?id=${held.hearingId}`,
  `comments?hearingId=${held.hearingId}`,
  ...[voting, rehearsal].map(({ voteId }) => `vote?id=${voteId}`),
  'meetings',
  'schedulings',
  `scheduling?id=${schedulingId}`,
  'calendar',
  `meeting?id=${voting.meetingId}`,
  'rules',
  'members',
  'newcomers',
  'connections',
  'tasks',
  ...[held, voting].map(({ revisionId }) => `trail?revisionId=${revisionId}`),
  `deliveries?hearingId=${held.hearingId}`,
  `deliveries?voteId=${voting.voteId}`,
];
const nameOf = (query: string): string => query.split('?')[0]!;
const secretariatOnly = ['deliveries', 'newcomers', 'connections'];
/** A search for a time is there for those whom it asks. */
const asked = ['secretariat', 'chair', 'representative'];
const isThere = (name: string, reader: string): boolean =>
  name === 'scheduling'
    ? asked.includes(reader)
    : !secretariatOnly.includes(name) || reader === 'secretariat';

/** The schema takes away what it does not know, so that what is left over shows. */
async function readAll(reader: (typeof known)[number]): Promise<void> {
  for (const query of queries()) {
    const { status, body } = await ask(house, cast.readers[reader], query);
    expect({ query, status }).toEqual({ query, status: isThere(nameOf(query), reader) ? 200 : 404 });
    if (status !== 200) continue;
    const { data, error } = views[nameOf(query)]!.shape.safeParse(body);
    expect({ query, error: error?.message, data }).toEqual({ query, error: undefined, data: body });
  }
}

test('the list of views here is every view there is', () => {
  expect([...new Set(queries().map(nameOf))].sort()).toEqual(Object.keys(views).sort());
});

describe('a view says exactly what its description names, and nothing besides', () => {
  test.each(known)('while all is open, to the %s', (reader) => readAll(reader));

  describe('when all is over', () => {
    beforeAll(async () => {
      // While the call goes on: later nobody could say who was in it.
      for (const { voteId } of [voting, rehearsal]) await cast.by.do('closeVote', { voteId });
      await passDeadline(house, held.hearingId);
    });
    test.each(known)('to the %s', (reader) => readAll(reader));
  });
});

test('no view is open to a stranger, to who has left the secretariat, or to somebody of a foreign tenant', async () => {
  for (const [token, status] of await outsiders(house, cast.one.representative)) {
    for (const query of queries()) {
      const answer = await house.request('GET', `/api/views/${query}`, { token });
      expect({ query, status: answer.status }).toEqual({ query, status });
      expect(Object.keys(answer.body).sort()).toEqual(['ok', 'refusal']);
    }
  }
});
