import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../../support/app.ts';
import { hearing, passDeadline, revision, vote, type Hearing } from '../../support/cases.ts';
import { useHouse } from '../../support/useHouse.ts';
import { castOf, known, others, own, type Cast, type Reader } from '../frame/ground.ts';

const house = useHouse();
let cast: Cast;
beforeAll(async () => void (cast = await castOf(house)));

const trail = (reader: Reader, revisionId: string): Promise<any> =>
  eventually(
    () => cast.readers[reader].view(`trail?revisionId=${revisionId}`),
    (seen) => seen.verification.unsealed === 0,
  );
/** That the secretariat looked, also for these tests, is behind it. */
const lastDone = ({ items }: any) => items.findLast((row: any) => row.type !== 'sealedAnswersRead');
/** As it was recorded by an earlier or a later version of the app. */
const put = async (caseId: string, type: string, data: object): Promise<void> => {
  const actor = { personId: cast.one.representative.personId, organisationId: cast.one.id };
  const values = [caseId, JSON.stringify(actor), type, JSON.stringify(data)];
  const now = `clock_timestamp() + offset_ms * interval '1 ms'`;
  await house.sql(
    `insert into event (case_id, at, actor, type, data) select $1, ${now}, $2, $3, $4 from clock`,
    values,
  );
};
const nothing = { at: null, actor: null, type: null, data: null, salt: null };
const wholeChain = { ok: true, unsealed: 0, brokenAt: null };

describe('words that were taken back before the deadline', () => {
  let held: Hearing;
  const takenBack = ['Uklart.', 'Fortrudt.', 'Byrådet siger nej.', 'Det er noteret.'];
  const standing = ['Klart.', 'Byrådet siger ja.'];

  beforeAll(async () => {
    const { one, by } = cast;
    held = await hearing(house);
    const { hearingId } = held;
    const add = (text: string) => one.contact.do('addComment', { hearingId, type: 'general', text });
    const { commentId } = await add('Uklart.');
    const { commentId: regretted } = await add('Fortrudt.');
    const answer = { hearingId, position: 'withRemarks' as const };
    await one.contact.do('submitAnswer', { ...answer, reservation: 'Byrådet siger nej.' });
    await one.contact.do('submitAnswer', { ...answer, reservation: 'Byrådet siger ja.' });
    await by.do('disposeComment', { commentId, disposition: 'noted', response: 'Det er noteret.' });
    await one.contact.do('editComment', { commentId, text: 'Klart.' });
    await one.contact.do('withdrawComment', { commentId: regretted });
    await passDeadline(house, hearingId);
  });

  test.each(['secretariat', ...own] as const)('stay readable to the %s', async (reader) => {
    const { items } = await trail(reader, held.revisionId);
    for (const words of [...takenBack, ...standing]) expect(JSON.stringify(items)).toContain(words);
    expect(items.filter((row: any) => row.data === null)).toEqual([]);
  });

  test.each(others)('are shown to the %s as taken back, and the chain holds', async (reader) => {
    const { items, verification } = await trail(reader, held.revisionId);
    expect(verification).toMatchObject({ ...wholeChain, checked: items.length, differences: [] });
    const text = JSON.stringify(items);
    for (const words of takenBack) expect(text).not.toContain(words);
    for (const words of standing) expect(text).toContain(words);
    const kept = items.filter((row: any) => row.data === null);
    // The comment as it was, the one withdrawn, its withdrawal, the first answer, and the reply to what was changed.
    expect(kept).toHaveLength(5);
    for (const row of kept) {
      expect(row).toMatchObject(nothing);
      expect(row.sentence.da).toBe('Trukket tilbage eller rettet, før det blev vist');
    }
  });
});

describe('drafts that nobody submitted', () => {
  let held: Hearing;
  beforeAll(async () => {
    held = await hearing(house);
    const { hearingId } = held;
    await cast.one.staff.do('addComment', { hearingId, type: 'general', text: 'Kladde.' });
  });
  const drafts = async (reader: Reader) =>
    (await trail(reader, held.revisionId)).items.filter((row: any) => row.data?.text === 'Kladde.').length;

  test.each(own)('are shown to the own %s', async (reader) => expect(await drafts(reader)).toBe(1));

  test.each(['secretariat', ...others] as const)('not to the %s, before the deadline', async (reader) => {
    expect(await drafts(reader)).toBe(0);
    expect(lastDone(await trail(reader, held.revisionId))).toMatchObject(nothing);
  });

  test('are shown to the secretariat from the moment they are submitted, and to the others later', async () => {
    const { hearingId } = held;
    await cast.one.contact.do('submitAnswer', { hearingId, position: 'withRemarks' });
    expect(await drafts('secretariat')).toBe(1);
    for (const reader of others) expect(await drafts(reader)).toBe(0);
    await passDeadline(house, hearingId);
    for (const reader of known) expect(await drafts(reader)).toBe(1);
  });

  test('stay the own organisation’s after the deadline, when nobody submits them', async () => {
    const { hearingId, revisionId } = await hearing(house);
    await cast.one.staff.do('addComment', { hearingId, type: 'general', text: 'Kladde.' });
    await passDeadline(house, hearingId);
    for (const reader of ['secretariat', ...others] as const)
      expect(lastDone(await trail(reader, revisionId))).toMatchObject(nothing);
    expect(lastDone(await trail('staff', revisionId)).data.text).toBe('Kladde.');
  });
});

test('how many were reminded waits for the deadline, but for the secretariat: it is how many had not answered', async () => {
  const { hearingId, revisionId } = await hearing(house);
  await cast.by.do('remindMissing', { hearingId });
  for (const reader of [...own, ...others])
    expect(lastDone(await trail(reader, revisionId))).toMatchObject(nothing);
  expect(lastDone(await trail('secretariat', revisionId))).toMatchObject({ data: { told: 3 } });
});

describe('what is sealed from everybody, for good', () => {
  test('the ballots of a rehearsal of before, in the trail and on the ballot list', async () => {
    const { voteId, revisionId } = await vote(house, { rehearsal: true });
    const { id: organisationId, representative } = cast.one;
    const ballot = { voteId, organisationId, choice: 'against', means: 'tab', caster: 'representative' };
    await put(revisionId, 'ballotCast', { ...ballot, statement: null, rehearsal: true });
    await cast.by.do('closeVote', { voteId });
    await house.sql(
      `insert into ballot (vote_id, organisation_id, choice, means, caster, cast_by, cast_at)
        values ($1, $2, 'against', 'tab', 'representative', $3, now())`,
      [voteId, organisationId, representative.personId],
    );
    for (const reader of known) {
      const { items, verification } = await trail(reader, revisionId);
      expect(items.at(-2)).toMatchObject(nothing);
      expect(items.at(-1)).toMatchObject({ type: 'voteClosed', salt: expect.any(String) });
      expect(verification).toMatchObject(wholeChain);
      const view = await cast.readers[reader].view(`vote?id=${voteId}`);
      expect([view.ballots, view.mine?.ballot ?? null]).toEqual([[], null]);
    }
  });

  test('its closing, where that told how everybody voted', async () => {
    const { revisionId } = await revision(house);
    const voted = [{ organisationId: cast.one.id, choice: 'for', present: true }];
    await put(revisionId, 'voteClosed', { voteId: revisionId, rehearsal: true, cast: voted });
    for (const reader of known) expect(lastDone(await trail(reader, revisionId))).toMatchObject(nothing);
  });

  test('an event that this version does not know', async () => {
    const { revisionId } = await revision(house);
    const words = 'En senere udgave skriver mere.';
    await put(revisionId, 'somethingNew', { organisationId: cast.one.id, text: words });
    for (const reader of known) {
      const { items, verification } = await trail(reader, revisionId);
      expect(items.at(-1)).toMatchObject({
        ...nothing,
        sentence: { da: 'Forseglet: vises ikke for dig nu' },
      });
      expect(JSON.stringify(items)).not.toContain(words);
      expect(verification).toMatchObject(wholeChain);
    }
  });
});

test('an entry’s id is its place in the case, and counts nothing that happened elsewhere', async () => {
  const first = await revision(house);
  await revision(house);
  await cast.by.do('formGroup', { revisionId: first.revisionId });
  for (const reader of known) {
    const { items } = await trail(reader, first.revisionId);
    expect(items.map((row: any) => row.id)).toEqual(['1', '2', '3']);
  }
});
