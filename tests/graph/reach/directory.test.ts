import { expect, test } from '@jest/globals';
import { graphDirectory } from '../../../bot/graph/reach/directory.ts';
import { oid } from '../../support/app.ts';
import { graphThat } from '../frame/ground.ts';

const [shown, hidden] = [oid(1), oid(2)];

test('who has joined and is not there yet when they are looked up is told by id', async () => {
  const there = await graphThat(({ url, body }) => {
    if (!url.includes('$batch')) return { status: 200, body: delta };
    const { requests } = JSON.parse(body) as { requests: { id: string; url: string }[] };
    const responses = requests.map(({ id, url: of }) =>
      of.includes(shown)
        ? { id, status: 200, body: { id: shown, displayName: 'Indkøber' } }
        : { id, status: 404, body: { error: { code: 'Request_ResourceNotFound' } } },
    );
    return { status: 200, body: { responses } };
  });
  const changes = await graphDirectory(there.graph()).changes('/groups/delta?$deltatoken=x');
  expect(changes).toMatchObject({ unnamed: [hidden], groups: [{ joined: [{ objectId: shown }] }] });
  await there.stop();
});

const delta = {
  value: [{ id: oid(9), 'members@delta': [shown, hidden].map((id) => ({ id })) }],
  '@odata.deltaLink': 'https://graph.microsoft.com/v1.0/groups/delta?$deltatoken=next',
};
