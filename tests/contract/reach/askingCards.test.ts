import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, startOfTests } from '../../support/app.ts';
import { vote } from '../../support/cases.ts';
import { install, member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { cardMessages, wordsOf } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';
import { jobNow } from '../../jobs/frame/ground.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let chat: string;

beforeAll(async () => {
  await house.setClock(startOfTests);
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['staff'] });
  await member(house, { name: 'Odense Kommune' });
  chat = await install(house, by);
});

/** How many cards in the secretariat's chat say so now. */
const saying = async (text: string): Promise<number> =>
  (await cardMessages(house, chat, by)).filter(({ cards }) => wordsOf(cards).includes(text)).length;
const shows = async (text: string, times: number): Promise<void> => {
  await eventually(
    async () => {
      // As if half a minute had passed since the last look.
      await house.sql('update delivery set looked_at = null');
      await jobNow(house, 'settleCards');
      return saying(text);
    },
    (count) => count === times,
    20_000,
  );
};

describe('what asked the secretariat to see to something says so no more when it is done', () => {
  test('a vote that its meeting left open', async () => {
    const { voteId } = await vote(house);
    await house.advance('PT9H');
    await jobNow(house, 'endSessions');
    await shows('afstemningen er stadig åben', 1);
    await by.do('closeVote', { voteId });
    await shows('Afstemningen blev lukket', 1);
    expect(await saying('afstemningen er stadig åben')).toBe(0);
  }, 60_000);

  test('a member with nobody who can answer or vote for it', async () => {
    await by.do('endPlace', { personId: one.representative.personId });
    await shows('Ingen repræsentant, der kan stemme', 1);
    await by.do('appointRepresentative', { organisationId: one.id, personId: one.staff.personId });
    await shows('Ingen medlemmer mangler længere nogen', 1);
    expect(await saying('Ingen repræsentant, der kan stemme')).toBe(0);
  }, 60_000);
});
