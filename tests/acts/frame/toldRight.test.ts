import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startOfTests } from '../../support/app.ts';
import {
  hearing,
  inMeeting,
  meeting,
  passDeadline,
  revision,
  vote,
  type Hearing,
} from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let other: Member;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'staff'] });
  other = await member(house, { name: 'Odense Kommune' });
});
beforeEach(() => house.setClock(startOfTests));

describe('what is wrong with a form is said in the reader’s language', () => {
  const message = async (name: string, input: object): Promise<{ da: string; en: string }> => {
    const { status, body } = await by.act(name as never, input as never);
    expect(status).toBe(400);
    return (body as { refusal: { message: { da: string; en: string } } }).refusal.message;
  };

  test('a time that does not exist, because the clocks are put forward', async () => {
    const { revisionId, versionId } = await revision(house);
    const letter = 'Høring.';
    const asked = { revisionId, versionId, kind: 'internal', letter, deadline: '2027-03-28T02:30' };
    expect(await message('openHearing', asked)).toEqual({
      da: 'Det kunne ikke gemmes: svarfristen er ikke en dato med klokkeslæt i dansk tid, der findes. Ret det, og prøv igen.',
      en: 'It could not be saved: the deadline is not a date and time that exists in Denmark. Correct it and try again.',
    });
  });

  test.each([
    [{ name: '', kind: 'region' }, 'navnet mangler', 'the name is missing'],
    [{ name: 'x'.repeat(301), kind: 'region' }, 'navnet er for lang', 'the name is too long'],
    [{ name: 'Ny', kind: 'galaxy' }, '»kind« er ikke et af valgene', '“kind” is not one of the choices'],
    [{ name: 'Ny\u0000', kind: 'region' }, 'navnet indeholder tegn', 'the name holds characters'],
    [{ kind: 'region' }, 'navnet mangler', 'the name is missing'],
  ])('%p', async (input, da, en) => {
    const said = await message('registerMember', input);
    expect(said.da).toContain(da);
    expect(said.en).toContain(en);
  });
});

test('a contact is reminded once a day, as the day is in Denmark', async () => {
  const { hearingId } = await hearing(house);
  await house.setClock('2027-01-19T23:30:00Z');
  expect((await by.do('remindMissing', { hearingId })).told).toBe(2);
  await house.setClock('2027-01-20T08:00:00Z');
  expect((await by.do('remindMissing', { hearingId })).told).toBe(0);
});

describe('a joint answer in which the one it names has answered alone', () => {
  let held: Hearing;
  beforeEach(async () => {
    held = await hearing(house);
    const { hearingId } = held;
    await other.representative.do('submitAnswer', { hearingId, position: 'noRemarks' });
    await one.contact.do('submitAnswer', { hearingId, position: 'noRemarks', jointWith: [other.id] });
  });
  const stateSeenBy = async (who: Someone, of: Member) =>
    (await who.view(`hearing?id=${held.hearingId}`)).answers.find((row: any) => row.organisationId === of.id);

  test('says so to nobody: it waits for the other as for one that has said nothing', async () => {
    for (const who of [one.contact, by])
      expect(await stateSeenBy(who, one)).toMatchObject({
        state: 'noRemarks',
        jointWith: [],
        proposed: [{ id: other.id, state: 'waiting' }],
      });
  });

  test('is joint with nobody afterwards, and the other’s own answer stands', async () => {
    await passDeadline(house, held.hearingId);
    expect(await stateSeenBy(other.representative, one)).toMatchObject({
      state: 'noRemarks',
      jointWith: [],
      proposed: [],
    });
    expect(await stateSeenBy(one.contact, other)).toMatchObject({ state: 'noRemarks', jointWith: [] });
  });
});

describe('the status marks what awaits me', () => {
  const awaits = async (who: Someone, revisionId: string): Promise<boolean> =>
    (await who.view('revisions')).items.find((row: any) => row.id === revisionId).awaitsMe;

  test('an open hearing awaits a member until its answer is in', async () => {
    const { hearingId, revisionId } = await hearing(house);
    expect(await awaits(one.contact, revisionId)).toBe(true);
    await one.contact.do('submitAnswer', { hearingId, position: 'noRemarks' });
    expect(await awaits(one.contact, revisionId)).toBe(false);
    expect(await awaits(other.representative, revisionId)).toBe(true);
  });

  test('an open vote awaits who holds the seat until the ballot is in, and nobody else', async () => {
    const at = await meeting(house, { invited: [one.representative] });
    const { voteId, revisionId } = await vote(house, { at });
    expect(await awaits(one.staff, revisionId)).toBe(false);
    expect(await awaits(one.representative, revisionId)).toBe(true);
    await inMeeting(house, at, one.representative);
    await one.representative.do('castBallot', { voteId, choice: 'for' });
    expect(await awaits(one.representative, revisionId)).toBe(false);
    expect(await awaits(by, revisionId)).toBe(true);
  });
});
