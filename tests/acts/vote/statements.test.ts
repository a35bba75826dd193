import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startOfTests } from '../../support/app.ts';
import { inMeeting, meeting, vote, type Vote } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let open: Vote;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune' });
});
beforeEach(async () => {
  await house.setClock(startOfTests);
  open = await vote(house, { at: await meeting(house, { invited: [one.representative] }) });
  await inMeeting(house, open, one.representative);
});

const cast = async (more: object = {}): Promise<any> => {
  const { body } = await one.representative.act('castBallot', {
    voteId: open.voteId,
    choice: 'against',
    ...more,
  });
  return body.ok ? 'done' : body.refusal;
};
const mine = async () => (await one.representative.view(`vote?id=${open.voteId}`)).mine;
const stated = async () => (await mine()).ballot.statement;

describe('a minority statement', () => {
  test('is not written over, or taken out, by who has not seen it', async () => {
    await cast();
    const { seen } = await mine();
    expect(await cast({ statement: 'Den enes ord.', seen })).toBe('done');
    for (const unseen of [{ statement: 'Den andens ord.' }, { withoutStatement: true }])
      expect(await cast({ ...unseen, seen })).toMatchObject({ code: 'statementChanged' });
    expect(await stated()).toBe('Den enes ord.');
    expect(await cast({ statement: 'Den andens ord.', seen: (await mine()).seen })).toBe('done');
    expect(await stated()).toBe('Den andens ord.');
  });

  test('sent twice is the same statement, and a card from before sends it without what was seen', async () => {
    const { seen } = await mine();
    expect(await cast({ statement: 'Nej.', seen })).toBe('done');
    expect(await cast({ statement: 'Nej.', seen })).toBe('done');
    expect(await cast({ statement: 'Stadig nej.' })).toBe('done');
    expect(await stated()).toBe('Stadig nej.');
  });

  test('stands in nobody’s way who votes without one', async () => {
    const { seen } = await mine();
    await cast({ statement: 'Nej.' });
    expect(await cast({ seen })).toBe('done');
    expect(await stated()).toBe('Nej.');
    expect(await cast({ choice: 'for', seen })).toBe('done');
  });

  test('that comes too late is told to be what was not saved, and that the ballot counts', async () => {
    await cast();
    await by.do('closeVote', { voteId: open.voteId });
    const late = await cast({ statement: 'For sent.' });
    expect(late).toMatchObject({ code: 'voteClosed' });
    expect(late.message.da).toContain(
      'Mindretalsudtalelsen er ikke gemt. Stemmen imod gælder, som den stod.',
    );
    expect((await cast()).message.da).toContain('Din stemme er ikke talt med.');
  });

  test('after the meeting is told so too', async () => {
    await cast();
    await house.advance('P1D');
    const late = await cast({ statement: 'For sent.' });
    expect(late).toMatchObject({ code: 'meetingOver' });
    expect(late.message.da).toContain('mindretalsudtalelsen er ikke gemt');
    expect(late.message.da).not.toContain('Stemmen er ikke registreret');
    expect((await cast({ choice: 'for' })).message.da).toContain('Stemmen er ikke registreret');
  });
});
