import { NotFound, type Viewing } from '../../views/frame/context.ts';
import { hearingOfComment } from '../../views/hearing/comments.ts';
import type { Shown } from '../frame/shown.ts';
import { hearingShown } from './shown.ts';

/** Null: there is no such comment, or none that its reader may know of. */
async function hearingOf(context: Viewing, commentId: string): Promise<string | null> {
  try {
    return await hearingOfComment(context, commentId);
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** What is done with a comment is answered with its hearing. */
export const commentShown: Shown = {
  card: async (pressed, id) => hearingShown.card(pressed, await hearingOfComment(pressed.context, id)),
  receipt: async (pressed, id, result) =>
    hearingShown.receipt(pressed, await hearingOfComment(pressed.context, id), result),
  async instead(pressed, id, refused) {
    const hearing = await hearingOf(pressed.context, id);
    return hearing === null ? null : hearingShown.instead(pressed, hearing, refused);
  },
  async back(pressed, id, refused) {
    const hearing = await hearingOf(pressed.context, id);
    return hearing === null ? null : hearingShown.back(pressed, hearing, refused);
  },
};
