import { beforeAll, describe, expect, test } from '@jest/globals';
import { pageScript } from '../help.ts';

type Ask = <T>(ask: () => Promise<T>) => Promise<T | null>;
let newest: () => Ask;
beforeAll(async () => {
  ({ newest } = await pageScript<{ newest: () => Ask }>('newest.js'));
});

describe('what the page asks for again before it was answered', () => {
  test('is drawn from the last answer asked for, also when an older one comes after it', async () => {
    const ask = newest();
    const older = Promise.withResolvers<string>();
    const first = ask(() => older.promise);
    expect(await ask(() => Promise.resolve('new'))).toBe('new');
    older.resolve('old');
    expect(await first).toBeNull();
  });

  test('is drawn from its only answer when nothing was asked since', async () => {
    const ask = newest();
    expect(await ask(() => Promise.resolve('one'))).toBe('one');
    expect(await ask(() => Promise.resolve('two'))).toBe('two');
  });
});
