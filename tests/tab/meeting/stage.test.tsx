import { afterEach, describe, expect, test } from '@jest/globals';
import { idOf } from '../../support/views/views.ts';
import { world } from '../case/cases.ts';
import { button, buttons, nameOf, stopped, type Piece } from '../frame/page.ts';
import { visit } from '../frame/show.tsx';

const { frame } = await import('../../../tab/src/frame/frame.ts');
afterEach(() => void (frame.context = 'content'));

const meeting = async (context: string): Promise<Piece> => {
  frame.context = context;
  return (await visit(`/meeting/${idOf('meeting')}`, world('chair'))).page;
};
const show = 'Vis for alle i mødet';

describe('a meeting’s page', () => {
  test('can be shown to all from beside the meeting', async () =>
    expect(stopped(button(await meeting('sidePanel'), show))).toBe(false));

  test.each(['content', 'meetingStage'])('offers no such thing in %s', async (context) => {
    const page = await meeting(context);
    expect(buttons(page).map((one) => nameOf(page, one))).not.toContain(show);
  });
});
