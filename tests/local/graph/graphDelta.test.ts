import { beforeAll, describe, expect, test } from '@jest/globals';
import { oid } from '../../contract/frame/standinHelp.ts';
import { groupId, groupWith, teamWith, useGraph, walk } from './graphHelp.ts';

const { stage, graph } = useGraph();
const ask = (...ids: string[]) =>
  `/groups/delta?$select=members&$filter=${encodeURIComponent(ids.map((id) => `id eq '${id}'`).join(' or '))}`;
/** Who is said to be in and who is said to be out, of one group. */
const told = (rows: any[], id: string) =>
  Object.fromEntries(
    rows
      .filter((row) => row.id === id)
      .flatMap((row) => row['members@delta'] ?? [])
      .map((one: any) => [one.id, one['@removed']?.reason ?? 'in']),
  );
const add = (group: string, n: number) => stage.api('POST', `/groups/${group}/members`, { objectId: oid(n) });
const remove = (group: string, n: number) => stage.api('DELETE', `/groups/${group}/members/${oid(n)}`);
const roundOf = async (link: string) => {
  const { rows, last } = await walk(graph, link);
  return { rows, link: last['@odata.deltaLink'] as string };
};

describe('the first round', () => {
  const many = Array.from({ length: 120 }, (_, i) => 100 + i);
  beforeAll(async () => {
    await teamWith(stage, 1, many);
    await groupWith(stage, 2, [1, 2]);
    await groupWith(stage, 3, []);
  });

  test('tells everybody in the groups asked for, over several pages, and ends with a link for later', async () => {
    const { rows, pages, last } = await walk(graph, ask(groupId(1), groupId(2)));
    expect(Object.keys(told(rows, groupId(1)))).toEqual(many.map(oid));
    expect(told(rows, groupId(2))).toEqual({ [oid(1)]: 'in', [oid(2)]: 'in' });
    expect(pages).toBe(3);
    expect(last['@odata.deltaLink']).toContain('$deltatoken=');
    expect(last['@odata.nextLink']).toBeUndefined();
  });

  test('leaves out groups that were not asked for or do not exist', async () => {
    const { rows } = await walk(graph, ask(groupId(2), groupId(77)));
    expect(new Set(rows.map((row) => row.id))).toEqual(new Set([groupId(2)]));
  });

  test('tells an empty group without members, and its name when that is asked for', async () => {
    const { rows } = await walk(graph, ask(groupId(3)).replace('select=', 'select=displayName,'));
    expect(rows).toEqual([{ id: groupId(3), displayName: 'Styregruppen' }]);
  });

  test('asked without a filter tells all groups', async () => {
    const { rows } = await walk(graph, '/groups/delta?$select=members');
    for (const n of [1, 2, 3]) expect(rows.map((row) => row.id)).toContain(groupId(n));
  });

  test('asked for the latest only gives the link', async () => {
    const { rows, last } = await walk(graph, `${ask(groupId(2))}&$deltatoken=latest`);
    expect(rows).toEqual([]);
    expect((await roundOf(last['@odata.deltaLink'])).rows).toEqual([]);
  });

  test.each([
    ["displayName eq 'x'"],
    ["id eq 'no id'"],
    [Array.from({ length: 51 }, (_, i) => `id eq '${groupId(i)}'`).join(' or ')],
  ])('filtered by anything but at most fifty ids is refused (%#)', async (filter) => {
    const { status, body } = await graph('GET', `/groups/delta?$filter=${encodeURIComponent(filter)}`);
    expect([status, body.error.code]).toEqual([400, 'Request_UnsupportedQuery']);
  });
});

describe('a later round', () => {
  test('tells who came and who left since, and nothing else', async () => {
    const [a, b] = [await groupWith(stage, 10, [1, 2]), await teamWith(stage, 11, [1])];
    const first = await roundOf(ask(a, b));
    await stage.add(3);
    await add(a, 3);
    await remove(a, 1);
    await add(b, 2);
    const second = await roundOf(first.link);
    expect(told(second.rows, a)).toEqual({ [oid(3)]: 'in', [oid(1)]: 'deleted' });
    expect(told(second.rows, b)).toEqual({ [oid(2)]: 'in' });
    expect((await roundOf(second.link)).rows).toEqual([]);
  });

  test('asked again with the same link tells the same again', async () => {
    const a = await groupWith(stage, 12, [1]);
    const { link } = await roundOf(ask(a));
    await add(a, 2);
    expect((await roundOf(link)).rows).toEqual((await roundOf(link)).rows);
  });

  test('of somebody who came and left in between tells how it ended', async () => {
    const a = await groupWith(stage, 13, [1]);
    const { link } = await roundOf(ask(a));
    await add(a, 2);
    await remove(a, 2);
    await remove(a, 1);
    await add(a, 1);
    expect(told((await roundOf(link)).rows, a)).toEqual({ [oid(2)]: 'deleted', [oid(1)]: 'in' });
  });

  test('misses nobody who came while the first was being read', async () => {
    const a = await groupWith(
      stage,
      14,
      Array.from({ length: 60 }, (_, i) => 300 + i),
    );
    const { body } = await graph('GET', ask(a));
    await stage.add(299);
    await add(a, 299);
    const { link } = await roundOf(body['@odata.nextLink']);
    expect(told((await roundOf(link)).rows, a)).toEqual({ [oid(299)]: 'in' });
  });

  test('tells of a group that was made since', async () => {
    const { link } = await roundOf(ask(groupId(15)));
    await groupWith(stage, 15, [1]);
    expect(told((await roundOf(link)).rows, groupId(15))).toEqual({ [oid(1)]: 'in' });
  });
});

describe('a token that is not known any more', () => {
  test('is gone with 410, and the answer says where to begin again with the same question', async () => {
    const a = await groupWith(stage, 20, [1, 2]);
    const { link } = await roundOf(ask(a));
    await stage.api('POST', '/graph/forgetDeltas');
    const { status, body, headers } = await graph('GET', link);
    expect([status, body.error.code]).toEqual([410, 'resyncRequired']);
    const again = await roundOf(headers.get('location') ?? '');
    expect(told(again.rows, a)).toEqual({ [oid(1)]: 'in', [oid(2)]: 'in' });
  });

  test('in the middle of a round is gone too', async () => {
    const { body } = await graph('GET', ask(groupId(14)));
    await stage.api('POST', '/graph/forgetDeltas');
    expect((await graph('GET', body['@odata.nextLink'])).status).toBe(410);
  });

  test('differs from one that never was: that is a bad request', async () => {
    expect((await graph('GET', '/groups/delta?$deltatoken=made-up')).status).toBe(400);
  });
});
