import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, startOfTests } from '../../support/app.ts';
import { hearing, passDeadline, type Hearing } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let sender: Member;
let named: Member;
let other: Member;
let chair: Member;

beforeAll(async () => {
  by = secretariat(house);
  sender = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'staff'] });
  named = await member(house, { name: 'Vejle Kommune', with: ['contact', 'staff'] });
  other = await member(house, { name: 'Odense Kommune', with: ['contact', 'staff', 'deputy'] });
  chair = await member(house, { name: 'Region Fyn', chair: true });
});

const insiders = () => ({
  secretariat: by,
  'contact of the named': named.contact,
  'staff of the named': named.staff,
  'contact of the sender': sender.contact,
  'staff of the sender': sender.staff,
});
const outsiders = () => ({
  representative: other.representative,
  deputy: other.deputy,
  contact: other.contact,
  staff: other.staff,
  chair: chair.representative,
});

const submit = async (who: Someone, { hearingId }: Hearing, more: object = {}) => {
  const { mine } = await who.view(`hearing?id=${hearingId}`);
  return who.do('submitAnswer', { hearingId, position: 'noRemarks', seen: mine.seen, ...more });
};
/** Vejle says yes to Aarhus, and takes it back. */
async function yesAndNo(held: Hearing): Promise<void> {
  const { hearingId } = held;
  await submit(sender.contact, held, { jointWith: [named.id] });
  const { mine } = await named.contact.view(`hearing?id=${hearingId}`);
  const { seen } = mine.proposals[0].answer;
  await named.contact.do('answerJoint', { hearingId, accept: true, seen });
  await named.contact.do('answerJoint', { hearingId, accept: false });
}
async function held(before?: (one: Hearing) => Promise<unknown>): Promise<Hearing> {
  await house.setClock(startOfTests);
  const one = await hearing(house);
  await before?.(one);
  await yesAndNo(one);
  await passDeadline(house, one.hearingId);
  return one;
}
const said = async (who: Someone, { revisionId }: Hearing): Promise<string[]> => {
  const read = () => who.view(`trail?revisionId=${revisionId}`);
  const { items } = await eventually(read, (seen: any) => seen.verification.unsealed === 0);
  return items.map((item: any) => item.sentence.da);
};
const about = (sentences: string[]) => sentences.filter((text) => text.includes('Vejle'));

describe('that an organisation had said yes and took it back, after the deadline', () => {
  test('is read by it, the sender and the secretariat, and in nobody else’s trail where it has answered nothing', async () => {
    const one = await held();
    const nothing = 'Vejle Kommune er ikke med i et fælles svar mere og har ikke selv afgivet svar';
    for (const [role, who] of Object.entries(insiders()))
      expect([role, about(await said(who, one))]).toEqual([role, expect.arrayContaining([nothing])]);
    for (const [role, who] of Object.entries(outsiders()))
      expect([role, about(await said(who, one))]).toEqual([role, []]);
  });

  test('nor where it had answered by itself: then that answer is what the others read', async () => {
    const one = await held((before) =>
      submit(named.contact, before, { reservation: 'Byrådet skal godkende.' }),
    );
    for (const [role, who] of Object.entries(outsiders()))
      expect([role, about(await said(who, one))]).toEqual([role, ['Vejle Kommune har afgivet svar']]);
    for (const [role, who] of Object.entries(insiders()))
      expect([role, about(await said(who, one))]).toEqual([
        role,
        expect.arrayContaining(['Vejle Kommune svarer igen for sig selv']),
      ]);
  });

  test('and what it wrote meanwhile and never submitted is read by nobody but itself', async () => {
    const text = 'Skrevet imens.';
    await house.setClock(startOfTests);
    const one = await hearing(house);
    const { hearingId } = one;
    await submit(named.contact, one);
    await submit(sender.contact, one, { jointWith: [named.id] });
    const { mine } = await named.contact.view(`hearing?id=${hearingId}`);
    await named.contact.do('answerJoint', { hearingId, accept: true, seen: mine.proposals[0].answer.seen });
    await named.contact.do('addComment', { hearingId, type: 'general', text });
    const reads = async (who: Someone) =>
      JSON.stringify(await who.view(`trail?revisionId=${one.revisionId}`)).includes(text);
    for (const later of [false, true]) {
      if (later) await passDeadline(house, hearingId);
      for (const who of [by, sender.staff, ...Object.values(outsiders())])
        expect(await reads(who)).toBe(false);
      expect(await reads(named.staff)).toBe(true);
    }
  });
});
