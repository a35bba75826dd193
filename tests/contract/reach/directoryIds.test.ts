import { expect, test } from '@jest/globals';
import { graphDirectory } from '../../../bot/graph/reach/directory.ts';
import type { Graph } from '../../../bot/graph/frame/graph.ts';

const id = 'abcdefab-cdef-4abc-8def-abcdefabcdef';
const capitals = id.toUpperCase();

/** A Graph that writes its ids in capitals, as it may. */
const shouting = (items: object[]): Graph =>
  ({
    all: async () => ({ items, deltaLink: 'next' }),
    post: async (_: string, { requests }: { requests: { id: string }[] }) => ({
      responses: requests.map((one) => ({
        id: one.id,
        status: 200,
        body: { id: capitals, displayName: 'Indkøber' },
      })),
    }),
  }) as unknown as Graph;

test('whoever Graph says in capitals has come or gone is the one we know', async () => {
  const delta = [
    {
      id: capitals,
      'members@delta': [{ id: capitals }, { id: capitals, '@removed': { reason: 'deleted' } }],
    },
  ];
  const changes = await graphDirectory(shouting(delta)).changes('cursor');
  expect(changes!.groups).toMatchObject([{ groupId: id, left: [id], joined: [{ objectId: id }] }]);
});

test('and so is everybody of a team or a group that is read', async () => {
  expect(await graphDirectory(shouting([{ userId: capitals }])).team('g')).toMatchObject([{ objectId: id }]);
  expect(await graphDirectory(shouting([{ id: capitals }])).group('g')).toMatchObject([{ objectId: id }]);
});
