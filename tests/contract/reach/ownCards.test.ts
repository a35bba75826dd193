import { beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, startOfTests } from '../../support/app.ts';
import { hearing, type Hearing } from '../../support/cases.ts';
import { install, member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { actionsOf, cardMessages, wordsOf, type Shown } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';
import { jobNow } from '../../jobs/frame/ground.ts';

const house = useHouse();
let by: Someone;
let sender: Member;
let named: Member;
let held: Hearing;
const chats = new Map<string, string>();

beforeEach(async () => {
  await house.setClock(startOfTests);
  by = secretariat(house);
  sender = await member(house, { with: ['contact'] });
  named = await member(house, { with: ['contact'] });
  for (const { contact } of [sender, named]) chats.set(contact.objectId, await install(house, contact));
  held = await hearing(house);
});

const inChatOf = ({ contact }: Member): Promise<Shown[]> =>
  cardMessages(house, chats.get(contact.objectId)!, contact);
const says = (text: string) => (card: Shown) => wordsOf(card.cards).includes(text);
const shows = (one: Member, text: string, times: number) =>
  eventually(
    () => inChatOf(one),
    (cards) => cards.filter(says(text)).length === times,
    20_000,
  );
const answer = (one: Member, more: object) =>
  one.contact.do('submitAnswer', { hearingId: held.hearingId, position: 'noRemarks' as const, ...more });
const accept = () => named.contact.do('answerJoint', { hearingId: held.hearingId, accept: true });

const isIn = 'er med i det fælles svar fra';
const decided = 'er nu med i jeres fælles svar';

describe('what was told of a joint answer in one’s own chat', () => {
  beforeEach(async () => {
    await answer(sender, { jointWith: [named.id] });
    await shows(named, 'foreslår et fælles svar', 1);
    await accept();
    await shows(named, isIn, 1);
    await shows(sender, decided, 1);
  }, 60_000);

  test('says neither that one is in it nor that the other is, once the yes has fallen, and says so again after a new yes', async () => {
    await answer(sender, { jointWith: [named.id], reservation: 'Byrådet skal godkende.' });
    await shows(named, isIn, 0);
    await shows(named, 'Jeres ja gælder derfor ikke længere', 2);
    await shows(sender, decided, 0);
    await accept();
    await shows(named, isIn, 2);
    await shows(sender, decided, 2);
    const asking = (await inChatOf(named)).filter(says('Siger I ja'));
    expect(asking).toEqual([]);
  }, 60_000);

  test('says that it has ended on every card about it, when the sender names one no more', async () => {
    await answer(sender, { jointWith: [named.id], reservation: 'Byrådet skal godkende.' });
    await shows(named, 'Jeres ja gælder derfor ikke længere', 2);
    await answer(sender, {});
    await shows(named, 'foreslår ikke længere et fælles svar', 3);
    const left = (await inChatOf(named)).flatMap(({ cards }) => actionsOf(cards));
    expect(left.some(({ verb }) => verb === 'answerJoint')).toBe(false);
  }, 60_000);

  test('is left as it is while nothing of it changes', async () => {
    const before = await inChatOf(named);
    await answer(sender, { jointWith: [named.id] });
    await sleep(7_000);
    expect((await inChatOf(named)).map(({ version }) => version)).toEqual(
      before.map(({ version }) => version),
    );
  }, 60_000);
});

test('a reminder is not edited while somebody may be writing in it, and says what became of it when the hearing is over', async () => {
  await by.do('remindMissing', { hearingId: held.hearingId });
  const reminder = (cards: Shown[]) => cards.find(says('mangler'));
  const sent = (await eventually(
    () => inChatOf(named),
    (cards) => reminder(cards) !== undefined,
    20_000,
  )) as Shown[];
  const { id, version } = reminder(sent)!;
  const now = async () => (await inChatOf(named)).find((card) => card.id === id)!;
  await by.do('submitAnswer', { hearingId: held.hearingId, organisationId: named.id, position: 'noRemarks' });
  await sleep(7_000);
  expect((await now()).version).toBe(version);
  const [row] = await house.sql('select deadline from hearing where id = $1', [held.hearingId]);
  const minutesAfter = (minutes: number) =>
    house.setClock(new Date((row!['deadline'] as Date).getTime() + minutes * 60_000).toISOString());
  await minutesAfter(5);
  await jobNow(house, 'settleCards');
  expect((await now()).version).toBe(version);
  await minutesAfter(11);
  await jobNow(house, 'settleCards');
  const over = await eventually(now, (card) => card.version !== version, 20_000);
  expect(JSON.stringify(over.cards)).not.toContain('Input.');
  expect(wordsOf(over.cards)).toContain('Høringen sluttede');
}, 60_000);
