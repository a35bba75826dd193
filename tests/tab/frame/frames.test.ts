import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';

/** Teams, as far as it says where the tab stands. */
const page = { frameContext: 'content', subPageId: '' };
jest.unstable_mockModule('@microsoft/teams-js', () => ({
  app: {
    initialize: async () => undefined,
    getContext: async () => ({ app: { theme: 'dark', locale: 'en-gb' }, page }),
    notifyAppLoaded: () => undefined,
  },
}));
const { connect } = await import('../../../tab/src/frame/teams.ts');

beforeAll(() => void Object.assign(globalThis, { window: { parent: {} } }));
afterAll(() => void Reflect.deleteProperty(globalThis, 'window'));

const target = async (frameContext: string, subPageId = '') => {
  Object.assign(page, { frameContext, subPageId });
  return (await connect())?.target;
};

describe('where Teams opens the tab', () => {
  test.each([
    ['in a channel, a chat or on its own', 'content', null],
    ['beside a meeting', 'sidePanel', 'meetings'],
    ['on the stage of a meeting', 'meetingStage', 'meetings'],
  ])('%s, it begins with what people came for', async (_, frame, expected) =>
    expect(await target(frame)).toBe(expected),
  );

  test('a link to one page leads there, wherever it is followed', async () => {
    for (const frame of ['content', 'sidePanel', 'meetingStage'])
      expect(await target(frame, 'revision/1/vote')).toBe('revision/1/vote');
  });

  test('in a browser window of its own there is no Teams', async () => {
    const { window } = globalThis;
    Object.assign(globalThis, { window: Object.assign(window, { parent: window }) });
    expect(await connect()).toBeNull();
  });
});
