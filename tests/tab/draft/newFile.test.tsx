import { expect, test } from '@jest/globals';
import { line } from '../frame/host.ts';
import { inside } from '../frame/show.tsx';

const { useUpload } = await import('../../../tab/src/draft/useUpload.ts');

test('a file with nothing in it is said to be empty, before anything is sent', async () => {
  const asked = line(() => ({}));
  const revision = { id: 'r', largestFile: 50_000_000 } as never;
  const { refusal } = await inside(
    () => useUpload(revision),
    [(state) => void state.send(new File([], 'tom.txt'), '')],
  );
  expect(refusal?.message.da).toContain('Filen er tom');
  expect(asked).toEqual([]);
});
