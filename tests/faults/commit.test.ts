import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, sendTo, type Answer } from '../support/app.ts';
import { hearing } from '../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../support/factories.ts';
import { spawnApp, type Running } from '../support/process.ts';
import { startProxy, type Proxy } from '../support/wire/proxy.ts';
import { activity, channelToken, deliver, invoke, wordsOf } from '../support/teams.ts';
import { useHouse } from '../support/useHouse.ts';

const house = useHouse();
let proxy: Proxy;
let app: Running;
let by: Someone;
let one: Member;
let hearingId: string;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune' });
  ({ hearingId } = await hearing(house));
  proxy = await startProxy(house.env['DATABASE_URL']!);
  app = await spawnApp({ ...house.env, DATABASE_URL: proxy.url, LOG_LEVEL: 'error' });
  house.onClose(async () => {
    await app.stop();
    await proxy.close();
  });
}, 60_000);
let cuts = 0;
/** The line was cut where the test says, and nowhere else. */
afterEach(() => {
  cuts += 1;
  if (proxy.cuts() !== cuts) throw new Error(`cut ${proxy.cuts()} times, not ${cuts}`);
});

const press = async (who: Someone, name: string, body: object, key?: string): Promise<Answer> =>
  sendTo<any>(`${app.url}/api/acts/${name}`, 'POST', { token: await who.token(), body, key });
const comment = (text: string, key?: string) =>
  press(one.representative, 'addComment', { hearingId, type: 'general', text }, key);
const start = (title: string, key?: string) =>
  press(by, 'startRevision', { title, track: 'revise', year: 2027 }, key);

/** Two acts: one that shares its transaction with others of its kind, and one that has its own. */
const acts: [string, (text: string, key?: string) => Promise<Answer>, string][] = [
  ['a comment', comment, 'select id from comment where text = $1'],
  ['a case', start, 'select id from "case" where title = $1'],
];
const there = async (text: string, query: string): Promise<string[]> =>
  (await house.sql<{ id: string }>(query, [text])).map(({ id }) => id);
const ready = () =>
  eventually(
    () => sendTo(`${app.url}/readyz`, 'GET'),
    ({ status }) => status === 200,
    20_000,
  );

const isUnknown = ({ status, body }: Answer): void => {
  expect({ status, code: body.refusal?.code }).toEqual({ status: 503, code: 'outcomeUnknown' });
  expect(body.refusal.message.da).toMatch(/ved endnu ikke.*Se efter, før du gør det igen/);
  expect(body.refusal.message.en).toMatch(/do not know yet.*Look before you do it again/);
};

describe.each(acts)('when the line breaks at the commit of %s', (kind, act, query) => {
  test('after the server was told, the answer is the first one, found by its key', async () => {
    const text = `${kind}, kept`;
    proxy.cutAfter(['commit', text]);
    const answer = await act(text, text);
    expect(answer.status).toBe(200);
    expect(Object.values(answer.body.result)).toContain((await there(text, query))[0]);
    expect(await act(text, text)).toEqual(answer);
    expect(await there(text, query)).toHaveLength(1);
  });

  test('before the server was told, nothing was changed, and that is what is said', async () => {
    const text = `${kind}, not kept`;
    proxy.cutBefore(['commit', text]);
    const { status, body } = await act(text, text);
    expect({ status, code: body.refusal?.code }).toEqual({ status: 503, code: 'unavailable' });
    expect(body.refusal.message.da).toContain('ikke ændret noget');
    expect(await there(text, query)).toEqual([]);
    expect((await act(text, text)).status).toBe(200);
    expect(await there(text, query)).toHaveLength(1);
  });

  test('without a key to find it by, nobody knows yet, and that is what is said', async () => {
    const text = `${kind}, without a key`;
    proxy.cutAfter(['commit', text]);
    isUnknown(await act(text));
    const found = () => there(text, query);
    expect(await eventually(found, (seen) => seen.length > 0)).toHaveLength(1);
  });

  test('and the database stays away, nobody knows yet; the same key tells, once it is back', async () => {
    const text = `${kind}, away`;
    proxy.cutAfter(['commit', text], () => proxy.leave());
    const began = Date.now();
    isUnknown(await act(text, text));
    expect(Date.now() - began).toBeLessThan(15_000);
    await proxy.comeBack();
    await ready();
    expect((await act(text, text)).status).toBe(200);
    expect(await there(text, query)).toHaveLength(1);
  });
});

describe('in a card', () => {
  const pressed = (text: string) =>
    activity(house, one.representative, invoke('addComment', { hearingId, type: 'general', text }));
  const send = async (sent: object): Promise<Answer> =>
    sendTo<any>(`${app.url}/api/messages`, 'POST', { body: sent, token: await channelToken(house) });

  test('the receipt of what was kept is shown, and the same press shows it again', async () => {
    const sent = pressed('I kortet');
    proxy.cutAfter(['commit', 'I kortet']);
    const { status, body } = await send(sent);
    expect([status, wordsOf(body.value)]).toEqual([200, expect.stringMatching(/H\d+-\d{3}/)]);
    await send(sent);
    expect(await there('I kortet', acts[0]![2])).toHaveLength(1);
  });

  test('what nobody knows is said to be unknown', async () => {
    proxy.cutAfter(['commit', 'Uvist i kortet'], () => proxy.leave());
    const { status, body } = await send(pressed('Uvist i kortet'));
    await proxy.comeBack();
    await ready();
    expect([status, wordsOf(body.value)]).toEqual([200, expect.stringContaining('Vi ved endnu ikke')]);
    expect(wordsOf(body.value)).not.toContain('Intet er ændret');
  });
});

test('what was done is never called undone because its receipt cannot be shown', async () => {
  cuts -= 1;
  const sent = activity(
    house,
    one.representative,
    invoke('addComment', { hearingId, type: 'general', text: 'Uden kvittering' }),
  );
  await house.sql('alter table "case" rename column ref to away');
  try {
    const { status, body } = await deliver(house, sent);
    expect([status, body.value]).toEqual([200, 'Gemt.']);
  } finally {
    await house.sql('alter table "case" rename column away to ref');
  }
  expect(await there('Uden kvittering', acts[0]![2])).toHaveLength(1);
});
