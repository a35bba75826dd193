import { beforeAll, describe, expect, test } from '@jest/globals';
import { sealedChanges, told, type Outsiders, type SealedChange } from '../../../bot/process/case/told.ts';
import { hearing, vote, markPresent, meeting, type Hearing, type Vote } from '../../support/cases.ts';
import { eventually } from '../../support/app.ts';
import { headOfNow } from '../../support/headProof.ts';
import { useHouse } from '../../support/useHouse.ts';
import { member, type Member } from '../../support/factories.ts';
import { castOf, hearingUntil, settled, type Cast } from './ground.ts';
import { everythingFor, type Known, type Seen } from './everything.ts';
import { differences, matches } from './differences.ts';

const house = useHouse();
let cast: Cast;
/** That writes mails and calls the secretariat: nothing of it is known yet. */
let calling: Member;
let held: Hearing;
let voting: Vote;
let draftId: string;
/** What each was shown last. */
let seen: Map<Outside, Seen[]>;

/** Those whom it is sealed from: nobody of the member that does it. */
const readers = ['secretariat', 'chair', 'staff of another member'] as const;
type Outside = (typeof readers)[number];

beforeAll(async () => {
  cast = await castOf(house);
  calling = await member(house, { name: 'Vejle Kommune' });
  held = await hearingUntil(house, '2027-02-20T12:00');
  await settled(house, held.hearingId);
  const at = await meeting(house);
  await markPresent(house, at, cast.one, cast.other, cast.chair);
  voting = await vote(house, { at });
  const { hearingId } = held;
  ({ commentId: draftId } = await cast.one.staff.do('addComment', {
    hearingId,
    type: 'general',
    text: 'Et udkast.',
  }));
  await headOfNow(house);
  // Where somebody was met is noted at the first look.
  await lookAround();
  seen = await lookAround();
}, 60_000);

const known = (): Known => ({
  revisionId: [held.revisionId, voting.revisionId, voting.meetingId],
  hearingId: [held.hearingId],
  voteId: [voting.voteId],
  meetingId: [voting.meetingId],
  versionId: [held.versionId, voting.versionId],
  organisationId: [cast.one.id, cast.other.id, calling.id],
  commentId: [draftId],
  personId: [cast.one.staff.personId],
});

/** Until what was done is sealed and told: what comes of it later would be taken for the next one's. */
async function quiet(): Promise<void> {
  await settled(house, held.hearingId);
  const unsealed = 'select from event e where not exists (select from seal s where s.event_id = e.id)';
  await eventually(
    () => house.sql(unsealed),
    (rows) => rows.length === 0,
  );
}

const draft = () => ({ hearingId: held.hearingId, type: 'general' as const, text: `Nr. ${Math.random()}` });
const answer = (more: object = {}) =>
  cast.one.contact.do('submitAnswer', { hearingId: held.hearingId, position: 'withRemarks', ...more });
const ballot = (choice: 'for' | 'against' | 'recused') =>
  cast.one.representative.do('castBallot', { voteId: voting.voteId, choice });

/** The one that is named is the chair's organisation. */
const decide = (accept: boolean) =>
  cast.chair.representative.do('answerJoint', { hearingId: held.hearingId, accept });
const decides: readonly SealedChange[] = ['jointAccepted', 'jointDeclined'];

/** In this order: each is done once, to what the one before has left. */
const doing: Record<SealedChange, () => Promise<unknown>> = {
  draftWritten: () => cast.one.staff.do('addComment', draft()),
  draftEdited: () =>
    cast.one.staff.do('editComment', { commentId: draftId, text: 'Et andet udkast.', clause: '10.a' }),
  draftWithdrawn: () => cast.one.staff.do('withdrawComment', { commentId: draftId }),
  answerSubmitted: () => answer(),
  answerChanged: async () => {
    await cast.one.contact.do('addComment', draft());
    await answer({ reservation: 'Byrådet skal godkende.', jointWith: [] });
  },
  jointProposed: () => answer({ jointWith: [cast.chair.id] }),
  jointWordsChanged: () => cast.one.contact.do('addComment', draft()),
  jointAccepted: () => decide(true),
  jointDeclined: () => decide(false),
  ballotCast: () => ballot('for'),
  ballotChanged: () => ballot('against'),
  ballotRecused: () => ballot('recused'),
  ballotOnBehalf: () =>
    cast.by.do('recordBallotOnBehalf', {
      voteId: voting.voteId,
      organisationId: calling.id,
      choice: 'for',
      means: 'phone',
    }),
  seatMarked: () => markPresent(house, voting, calling),
  commentMailed: () => cast.by.do('addComment', { ...draft(), organisationId: calling.id }),
  answerMailed: () =>
    cast.by.do('submitAnswer', {
      hearingId: held.hearingId,
      organisationId: calling.id,
      position: 'withRemarks',
    }),
};

const hears: Record<Outsiders, readonly Outside[]> = {
  everybody: readers,
  secretariat: ['secretariat'],
  secretariatAndChair: ['secretariat', 'chair'],
  named: ['chair'],
  // Of the member that the tests are about.
  sender: [],
};
/** Whether the list says that this may have become another. */
const mayDiffer = (change: SealedChange, reader: Outside, view: string, place: string): boolean =>
  told.some(
    (one) =>
      one.after.includes(change) &&
      one.asOf === 'now' &&
      hears[one.to].includes(reader) &&
      (one.in[view] ?? []).some((pattern) => matches(pattern, place)),
  );

const lookAround = async (): Promise<Map<Outside, Seen[]>> => {
  const all = new Map<Outside, Seen[]>();
  for (const reader of readers) all.set(reader, await everythingFor(house, cast.readers[reader], known()));
  return all;
};

/** What else is said of an entry that may be counted and not read. */
const readOf = (shown: Seen[], already: Seen[]): unknown[] =>
  shown.flatMap(({ view, answer: now }, index) => {
    if (view !== 'trail') return [];
    const items = (one: unknown): any[] => (one as { items?: unknown[] }).items ?? [];
    const added = items(now).slice(items(already[index]!.answer).length);
    return added.flatMap(({ at, actor, type, data, salt, by }) =>
      [at, actor, type, data, salt, by.organisationName].filter((one) => one !== null),
    );
  });
/** An entry without what anybody may recount of it. */
const withoutPlace = ({ id: _i, seq: _s, hash: _h, previous: _p, digest: _d, ...rest }: any): unknown => rest;

/** Of what was added and may not be read, all that is shown: by it nothing may be told from anything else. */
const hiddenIn = (shown: Seen[]): unknown[] =>
  shown
    .filter(({ view }) => view === 'trail')
    .flatMap(({ answer: now }) => (now as { items?: any[] }).items ?? [])
    .filter(({ type }) => type === null)
    .map(withoutPlace);

/** Who may read of it at once what others may only count. */
const reads = (change: SealedChange, reader: Outside): boolean =>
  change === 'seatMarked' ||
  (reader === 'secretariat' && !/^(draft|ballot)/.test(change)) ||
  (reader === 'chair' && change.startsWith('joint'));

describe('what is sealed tells nothing but what is told on purpose', () => {
  test.each(sealedChanges)(
    'after %s nothing that others are shown is another, but what the list names',
    async (change) => {
      const before = seen;
      await doing[change]();
      await quiet();
      const after = await lookAround();
      seen = after;
      const outside = readers.filter((reader) => reader !== 'chair' || !decides.includes(change));
      const leaks = outside.flatMap((reader) =>
        after.get(reader)!.flatMap((now, index) =>
          differences(before.get(reader)![index]!.answer, now.answer)
            .filter((place) => !mayDiffer(change, reader, now.view, place))
            .map((place) => `${reader}: ${now.query}: ${place}`),
        ),
      );
      expect(leaks).toEqual([]);
      for (const reader of readers.filter((one) => !reads(change, one)))
        expect(readOf(after.get(reader)!, before.get(reader)!)).toEqual([]);
    },
    60_000,
  );

  test('and what a member may count and not read looks the same, whatever it is', () => {
    for (const reader of ['chair', 'staff of another member'] as const) {
      const hidden = hiddenIn(seen.get(reader)!);
      expect(hidden.length).toBeGreaterThan(0);
      expect(new Set(hidden.map((one) => JSON.stringify(one))).size).toBe(1);
    }
  });

  test('and an act that is asked with the id of a draft is answered as with the id of nothing', async () => {
    const nothing = '99999999-9999-4999-8999-999999999999';
    for (const reader of readers) {
      const asked = async (commentId: string) =>
        (await everythingFor(house, cast.readers[reader], { ...known(), commentId: [commentId] }))
          .filter(({ view }) => view === 'allowed')
          .map(({ answer: said }) => said);
      expect(await asked(draftId)).toEqual(await asked(nothing));
    }
  });

  test('and what is told as of midnight is so also to whoever asks for the first time after an answer', async () => {
    const unseen = await hearing(house, { deadline: '2027-02-20T12:00' });
    const { hearingId } = unseen;
    await cast.one.contact.do('submitAnswer', { hearingId, position: 'noRemarks' });
    for (const reader of ['chair', 'staff of another member'] as const)
      expect((await cast.readers[reader].view(`hearing?id=${hearingId}`)).answered).toBe(0);
  });

  test('and what the list names is indeed told: the count of ballots to all, the answers to the secretariat', async () => {
    const views = async (reader: Outside) => cast.readers[reader].view(`hearing?id=${held.hearingId}`);
    expect((await views('secretariat')).answered).toBe(2);
    for (const reader of ['chair', 'staff of another member'] as const) {
      expect(await views(reader)).toMatchObject({ answered: 0, answeredAsOf: '2027-01-10T23:00:00.000Z' });
      expect((await cast.readers[reader].view(`vote?id=${voting.voteId}`)).cast).toBe(2);
    }
    await house.setClock('2027-01-12T08:00:00Z');
    for (const reader of ['chair', 'staff of another member'] as const)
      expect(await views(reader)).toMatchObject({ answered: 2, answeredAsOf: '2027-01-11T23:00:00.000Z' });
  });
});
