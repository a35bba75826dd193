import { beforeAll, describe, expect, test } from '@jest/globals';
import { oid } from '../../contract/frame/standinHelp.ts';
import { refusal } from '../help.ts';
import { groupId, groupWith, useGraph } from './graphHelp.ts';

const { stage, graph } = useGraph();
beforeAll(() => groupWith(stage, 1, [1, 2]));

const get = (id: string, url: string, more: object = {}) => ({ id, method: 'GET', url, ...more });
async function batch(...requests: object[]): Promise<Record<string, any>> {
  const { status, body } = await graph('POST', '/$batch', { requests });
  expect(status).toBe(200);
  return Object.fromEntries(body.responses.map((one: any) => [one.id, one]));
}

describe('a batch', () => {
  test('answers each request by its id, with what it would have got alone', async () => {
    const path = `/groups/${groupId(1)}/members?$select=mail&$top=1`;
    const answers = await batch(get('a', `/groups/${groupId(1)}`), get('b', path), get('c', '/users/nobody'));
    expect(answers.a).toMatchObject({ status: 200, body: { displayName: 'Styregruppen' } });
    expect(answers.b.body.value).toEqual((await graph('GET', path)).body.value);
    expect(answers.c).toMatchObject({ status: 404, body: { error: { code: 'Request_ResourceNotFound' } } });
  });

  test('does not answer in the order of the questions', async () => {
    const told = { requests: [get('1', '/users/a'), get('2', '/users/b')] };
    const { body } = await graph('POST', '/$batch', told);
    expect(body.responses.map((one: any) => one.id)).toEqual(['2', '1']);
  });

  test('takes twenty and no more', async () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => get(`${i}`, `/users/${oid(1)}`));
    expect(Object.keys(await batch(...many(20)))).toHaveLength(20);
    expect(refusal(await graph('POST', '/$batch', { requests: many(21) }))).toEqual([400, 'BadRequest']);
  });

  test('stops what depends on a request that failed, and nothing else', async () => {
    const answers = await batch(
      get('bad', '/users/nobody'),
      get('after bad', `/users/${oid(1)}`, { dependsOn: ['bad'] }),
      get('after that', `/users/${oid(1)}`, { dependsOn: ['after bad'] }),
      get('free', `/users/${oid(1)}`),
    );
    const statuses = Object.entries(answers).map(([id, one]) => [id, one.status]);
    expect(Object.fromEntries(statuses)).toEqual({
      bad: 404,
      'after bad': 424,
      'after that': 424,
      free: 200,
    });
  });

  test('tells one of its requests to wait while the whole is well', async () => {
    await stage.api('POST', '/graph/throttle', { everyNth: 2, retryAfter: 7 });
    const answers = await batch(get('1', `/users/${oid(1)}`), get('2', `/users/${oid(2)}`));
    expect([answers['1'].status, answers['2'].status]).toEqual([200, 429]);
    expect(answers['2'].headers['retry-after']).toBe('7');
  });

  test('can change things, each with its own body', async () => {
    const invite = (id: string) => ({
      id,
      method: 'POST',
      url: '/invitations',
      headers: { 'Content-Type': 'application/json' },
      body: { invitedUserEmailAddress: `${id}@kommune.example`, inviteRedirectUrl: 'https://pogi.example/' },
    });
    const answers = await batch(invite('en'), invite('to'));
    expect([answers.en.status, answers.to.body.invitedUserEmailAddress]).toEqual([201, 'to@kommune.example']);
  });

  test.each<[string, unknown]>([
    ['nothing in it', { requests: [] }],
    ['two of the same id', { requests: [get('1', '/users/a'), get('1', '/users/b')] }],
    ['a request without an id', { requests: [{ method: 'GET', url: '/users/a' }] }],
    ['a whole address', { requests: [get('1', 'https://graph.example/users/a')] }],
  ])('with %s is refused as a whole', async (_, told) => {
    expect(refusal(await graph('POST', '/$batch', told))).toEqual([400, 'BadRequest']);
  });

  test('says of an address that is not served that there is none', async () => {
    expect((await batch(get('1', '/planets')))['1'].status).toBe(404);
  });
});
