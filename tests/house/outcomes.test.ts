import { expect, test } from '@jest/globals';
import { lineAt, readTree } from '../support/check/tree.ts';

/** Where in the app's own code something stands. */
async function places(what: RegExp): Promise<string[]> {
  const found: string[] = [];
  for (const [path, text] of await readTree())
    if (/^bot\/.*\.ts$/.test(path))
      for (const { index } of text.matchAll(what)) found.push(`${path}:${lineAt(text, index)}`);
  return found;
}

test('what became of an act is thrown away nowhere: a refusal that nobody reads is told as a fault', async () => {
  expect(await places(/^\s*(?:await |void )?run\(/gm)).toEqual([]);
  expect(await places(/^\s*(?:await |void )?(?:\w+\.)*enqueued?\(.*\)\.catch/gm)).toEqual([]);
});

test('a job’s work is not thrown away when it fails', async () => {
  const swallowed = await places(/\.catch\(\(\) => (?:undefined|null|\w+)\)/g);
  const ofJobs = swallowed.filter((place) => place.startsWith('bot/jobs/'));
  // A sleep that is ended, and what is awaited by somebody else as well.
  expect(ofJobs.map((place) => place.split(':')[0])).toEqual([
    'bot/jobs/draft/scan.ts',
    'bot/jobs/frame/loop.ts',
    'bot/jobs/reach/deliver.ts',
  ]);
});
