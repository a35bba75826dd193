import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../../support/app.ts';
import { handIn, hearing, markPresent, meeting, passDeadline, vote, type Vote } from '../../support/cases.ts';
import { install } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';
import { ask, castOf, known, others, own, type Cast, type Reader } from './ground.ts';

const house = useHouse();
let cast: Cast;
beforeAll(async () => void (cast = await castOf(house)));

const see = async <T = any>(reader: Reader, query: string): Promise<T> =>
  (await ask(house, cast.readers[reader], query)).body;
const hidden = (items: any[]): any[] => items.filter((row) => row.data === null);
const sealedWhole = { at: null, actor: null, type: null, data: null, salt: null };

describe('a rehearsal', () => {
  const statement = 'Kun for at prøve.';
  let rehearsal: Vote;
  let real: Vote;

  beforeAll(async () => {
    const at = await meeting(house);
    await markPresent(house, at, cast.one);
    real = await vote(house, { at });
    rehearsal = await vote(house, { at, of: real, rehearsal: true });
    const { voteId } = rehearsal;
    await cast.one.representative.do('castBallot', { voteId, choice: 'against', statement });
  });
  const ballots = async (reader: Reader) => (await see(reader, `vote?id=${rehearsal.voteId}`)).ballots;

  test.each(own)('shows its %s the ballot of the own organisation while it is open', async (reader) => {
    expect(await ballots(reader)).toMatchObject([{ choice: 'against', statement, by: 'representative' }]);
  });

  test.each(['secretariat', ...others] as const)('keeps it from the %s', async (reader) => {
    const view = await see(reader, `vote?id=${rehearsal.voteId}`);
    expect(view).toMatchObject({ rehearsal: true, cast: 1, tally: null, ballots: [] });
    const { items } = await see(reader, `trail?revisionId=${rehearsal.revisionId}`);
    expect(hidden(items)).toEqual([]);
    expect(JSON.stringify([view, items])).not.toContain(statement);
  });

  test('is never taken for the vote on the case, and leaves the case where it was', async () => {
    const { voteId } = rehearsal;
    await cast.by.do('closeVote', { voteId });
    for (const reader of known) {
      const row = await see(reader, `revision?id=${rehearsal.revisionId}`);
      expect(row).toMatchObject({ state: 'decision', vote: { id: real.voteId, state: 'open', cast: 0 } });
      expect(row.votes.map((one: any) => one.rehearsal).sort()).toEqual([false, true]);
    }
    for (const reader of known) {
      const view = await see(reader, `vote?id=${voteId}`);
      expect(view).toMatchObject({
        carried: false,
        tally: { against: 1 },
        cast: 1,
        ballots: [],
        turnout: [],
      });
      expect(view.mine?.ballot ?? null).toBeNull();
    }
    expect((await see('staff', `vote?id=${real.voteId}`)).ballots).toEqual([]);
  });
});

describe('a ballot that the secretariat recorded', () => {
  let voting: Vote;
  beforeAll(async () => {
    voting = await vote(house);
    const { voteId } = voting;
    const record = {
      voteId,
      organisationId: cast.one.id,
      choice: 'abstain' as const,
      means: 'phone' as const,
    };
    await cast.by.do('recordBallotOnBehalf', record);
  });

  test.each(own)('is shown to the organisation’s %s, with how it came', async (reader) => {
    const { mine, ballots } = await see(reader, `vote?id=${voting.voteId}`);
    expect(mine.ballot).toMatchObject({ choice: 'abstain', means: 'phone', by: 'secretariat' });
    expect(ballots).toEqual([mine.ballot]);
  });

  test.each(['secretariat', ...others] as const)('is not shown again to the %s', async (reader) => {
    const [view, trail] = [
      await see(reader, `vote?id=${voting.voteId}`),
      await see(reader, `trail?revisionId=${voting.revisionId}`),
    ];
    expect(view.ballots).toEqual([]);
    expect(hidden(trail.items)).toMatchObject([sealedWhole]);
    expect(JSON.stringify([view, trail])).not.toContain('abstain"');
  });

  test('says to each who may not vote why, and nothing to those who may', async () => {
    const whys = await Promise.all(
      known.map(async (reader) => (await see(reader, `vote?id=${voting.voteId}`)).mine),
    );
    const told = whys.map((mine) =>
      mine ? `${mine.seat} ${mine.why === null ? 'may' : 'told'}` : 'outside',
    );
    expect(Object.fromEntries(known.map((reader, index) => [reader, told[index]]))).toEqual({
      secretariat: 'outside',
      chair: 'representative may',
      representative: 'representative may',
      deputy: 'deputy may',
      contact: 'null told',
      staff: 'null told',
      'staff of another member': 'null told',
    });
  });
});

describe('the members', () => {
  const people = async (reader: Reader): Promise<any[]> =>
    (await see(reader, 'members')).items.flatMap((row: any) => row.people);

  test('are told to everyone with their roles, as they stand in the register', async () => {
    for (const reader of known) {
      const roles = (await people(reader)).map((one) => [one.id, one.roles]);
      expect(Object.fromEntries(roles)).toEqual({
        [cast.one.representative.personId]: ['representative'],
        [cast.one.deputy.personId]: ['deputy'],
        [cast.one.contact.personId]: ['contact'],
        [cast.one.staff.personId]: [],
        [cast.other.representative.personId]: ['representative'],
        [cast.other.staff.personId]: [],
        [cast.chair.representative.personId]: ['representative', 'chair'],
      });
    }
  });

  test('how a person is reached is for the secretariat, and changes with the bot', async () => {
    await install(house, cast.one.contact);
    const reached = async (): Promise<string[]> =>
      (await people('secretariat')).filter((one) => one.reach.way === 'chat').map((one) => one.id);
    expect(await eventually(reached, (ids) => ids.length > 0)).toEqual([cast.one.contact.personId]);
    for (const reader of [...own, ...others])
      for (const one of await people(reader)) expect(one.reach).toBeNull();
  });
});

test('a withdrawn comment is shown after the deadline to its own and the secretariat, and to nobody else', async () => {
  const { hearingId } = await hearing(house);
  const comment = (text: string) => cast.one.staff.do('addComment', { hearingId, type: 'general', text });
  await comment('Kravet er uklart.');
  const { commentId } = await comment('Fortrudt.');
  await handIn(cast.one.contact, hearingId);
  await cast.one.contact.do('withdrawComment', { commentId });
  await passDeadline(house, hearingId);
  const texts = async (who: Reader): Promise<string[]> =>
    (await see(who, `comments?hearingId=${hearingId}`)).items.map((row: any) => row.text);
  for (const who of others) expect(await texts(who)).toEqual(['Kravet er uklart.']);
  for (const who of ['secretariat', ...own] as const)
    expect(await texts(who)).toEqual(['Kravet er uklart.', 'Fortrudt.']);
});

test('each is told who they are, and what of the house they run', async () => {
  const seats = { chair: ['representative', 'chair'], deputy: ['deputy'], contact: ['contact'] };
  for (const reader of known) {
    const { roles, secretariat, chair, organisationId, allowed } = await see(reader, 'me');
    const expected = reader === 'representative' ? ['representative'] : (seats as any)[reader];
    expect({ reader, roles, secretariat, chair }).toEqual({
      reader,
      roles: expected ?? [],
      secretariat: reader === 'secretariat',
      chair: reader === 'chair',
    });
    expect(organisationId === null).toBe(reader === 'secretariat');
    expect(allowed.every((row: any) => row.ok === secretariat)).toBe(true);
  }
});

test('who is present is told to everyone, in the session it was marked for', async () => {
  const at = await meeting(house);
  await markPresent(house, at, cast.other);
  const present = async (reader: Reader) =>
    (await see(reader, `meeting?id=${at.meetingId}`)).presence
      .filter((row: any) => row.present)
      .map((row: any) => row.organisationId);
  for (const reader of known) expect(await present(reader)).toEqual([cast.other.id]);
  await cast.by.do('endSession', { meetingId: at.meetingId });
  for (const reader of known) expect(await present(reader)).toEqual([]);
});
