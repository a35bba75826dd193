import { beforeAll, expect, test } from '@jest/globals';
import { member, type Member } from '../../support/factories.ts';
import { activity, channelToken, invoke } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let one: Member;
let token: string;
beforeAll(async () => {
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact'] });
  token = await channelToken(house);
});

/** Of a known length it is answered in front of the framework; in pieces it goes through it. */
async function answers(text: string): Promise<unknown[]> {
  const pieces = () => new Blob([text]).stream();
  const both = [text, pieces()].map(async (body) => {
    const answer = await fetch(`${house.app.url}/api/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
      duplex: 'half',
    } as RequestInit);
    const { date: _, ...headers } = Object.fromEntries(answer.headers);
    return { status: answer.status, headers, body: await answer.text() };
  });
  return Promise.all(both);
}

test.each([
  ['a press', 200, () => JSON.stringify(activity(house, one.contact, invoke('view', { view: 'tasks' })))],
  ['a message', 200, () => JSON.stringify(activity(house, one.contact, { type: 'typing' }))],
  ['what is of no service', 403, () => '{}'],
  ['what is no JSON', 400, () => '{"type":'],
  ['a list', 400, () => '[1]'],
])('%s from Teams is answered alike, whichever way it comes in', async (_, status, text) => {
  const [front, through] = await answers(text());
  expect(front).toMatchObject({ status });
  expect(front).toEqual(through);
});
