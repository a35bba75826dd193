import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually, startOfTests } from '../../support/app.ts';
import { hearing, type Hearing } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let other: Someone;
let one: Member;
let held: Hearing;
let commentId: string;

beforeAll(async () => {
  [by, other] = [secretariat(house), secretariat(house)];
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'staff'] });
});
beforeEach(async () => {
  await house.setClock(startOfTests);
  held = await hearing(house);
  ({ commentId } = await write());
});

const write = (text = 'Kravet er uklart.') =>
  one.staff.do('addComment', { hearingId: held.hearingId, type: 'general', text });
const submit = (more: object = {}) =>
  one.contact.act('submitAnswer', { hearingId: held.hearingId, position: 'withRemarks', ...more });
const mine = async () => (await one.contact.view(`hearing?id=${held.hearingId}`)).mine;
const shown = async () =>
  (await by.view(`comments?hearingId=${held.hearingId}`)).items.find(({ id }: any) => id === commentId);
const codeOf = ({ body }: { body: any }): string => (body.ok ? 'done' : body.refusal.code);
const dispose = async (who: Someone, more: object = {}) =>
  codeOf(await who.act('disposeComment', { commentId, disposition: 'noted', response: 'Tak', ...more }));
const edit = async (who: Someone, text: string, seen: string) =>
  codeOf(await who.act('editComment', { commentId, text, seen }));

describe('nothing is written over what was not seen', () => {
  test('the secretariat’s answer to a comment that was changed since it was read', async () => {
    await submit();
    const { seen } = await shown();
    await one.contact.do('editComment', { commentId, text: 'Noget andet.' });
    expect(await dispose(by, { seen })).toBe('commentChanged');
    expect(await shown()).toMatchObject({ text: 'Noget andet.', disposition: null });
    expect(await dispose(by, { seen: (await shown()).seen })).toBe('done');
  });

  test('one secretary’s answer by another’s', async () => {
    await submit();
    const { seen } = await shown();
    expect(await dispose(by, { seen, response: 'Den første' })).toBe('done');
    expect(await dispose(other, { seen, response: 'Den anden' })).toBe('commentAnswered');
    expect(await shown()).toMatchObject({ response: 'Den første' });
    expect(await dispose(other, { seen: (await shown()).seen, response: 'Den anden' })).toBe('done');
    expect(await shown()).toMatchObject({ response: 'Den anden' });
  });

  test('a colleague’s correction of a comment; and no such comment is withdrawn', async () => {
    const [{ seen }] = (await mine()).comments;
    expect(await edit(one.staff, 'Kollegaens ord.', seen)).toBe('done');
    expect(await edit(one.contact, 'Mine ord.', seen)).toBe('commentChanged');
    expect(codeOf(await one.contact.act('withdrawComment', { commentId, seen }))).toBe('commentChanged');
    const [now] = (await mine()).comments;
    expect(now.text).toBe('Kollegaens ord.');
    expect(await edit(one.contact, 'Mine ord.', now.seen)).toBe('done');
  });

  const meanwhile: [string, () => Promise<unknown>][] = [
    ['a colleague writes one more', () => write('Et til.')],
    ['a colleague changes one', () => one.staff.do('editComment', { commentId, text: 'Andre ord.' })],
    [
      'a colleague withdraws one',
      async () => {
        await write('Et til.');
        await one.staff.do('withdrawComment', { commentId });
      },
    ],
    ['the answer was submitted from elsewhere', () => submit({ reservation: 'Byrådet skal godkende.' })],
  ];
  test.each(meanwhile)('a submitted answer: %s', async (_, change) => {
    const { seen } = await mine();
    await change();
    const before = await mine();
    expect(codeOf(await submit({ seen }))).toBe('answerMoved');
    expect(await mine()).toEqual(before);
    expect(codeOf(await submit({ seen: before.seen }))).toBe('done');
  });

  test('a deadline that somebody else has moved', async () => {
    const { deadline } = await by.view(`hearing?id=${held.hearingId}`);
    const to = (at: string) => ({ hearingId: held.hearingId, deadline: at, seen: deadline });
    await by.do('extendDeadline', to('2027-04-01T12:00'));
    expect(await other.refused('extendDeadline', to('2027-05-01T12:00'))).toBe('deadlineMoved');
  });
});

describe('the same once more is no overwriting', () => {
  test('an answer to a comment, a correction, an answer', async () => {
    const [{ seen }] = (await mine()).comments;
    for (let time = 0; time < 2; time += 1) expect(await edit(one.staff, 'Nye ord.', seen)).toBe('done');
    const { seen: all } = await mine();
    for (let time = 0; time < 2; time += 1) expect(codeOf(await submit({ seen: all }))).toBe('done');
    const { seen: read } = await shown();
    for (let time = 0; time < 2; time += 1) expect(await dispose(by, { seen: read })).toBe('done');
  });
});

test('the same words of somebody who has changed employer are a comment of the new one', async () => {
  const next = await member(house, { name: 'Vejle Kommune' });
  const { personId } = one.staff;
  /** The register is changed behind the app here, which hears of it a moment later. */
  const movesTo = async (id: string, holds: (of: string) => boolean) => {
    await house.sql('update person set organisation_id = $1 where id = $2', [id, personId]);
    return eventually(async () => (await write()).commentId as string, holds);
  };
  const again = await movesTo(next.id, (of) => of !== commentId);
  expect(await movesTo(one.id, (of) => of !== again)).toBe(commentId);
});
