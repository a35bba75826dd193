import { voteCard } from '../../cards/index.ts';
import type { ChatMessage } from '../../ports.ts';
import { ownPages } from '../../views/frame/pages.ts';
import { voteView } from '../../views/vote/vote.ts';
import { readerOf, type Pressed, type Shown } from '../frame/shown.ts';

async function card(pressed: Pressed, id: string): Promise<ChatMessage> {
  const { context, click } = pressed;
  const view = await voteView(context, { id, light: true });
  return voteCard(view, {
    ...readerOf(pressed, ownPages.case(view.revision.id)),
    audience: 'mine',
    mayType: !click.shared,
    asOf: context.now,
  });
}

/** A ballot stands on the card itself. */
export const voteShown: Shown = {
  card,
  receipt: card,
  instead: () => Promise.resolve(null),
  back: (_, id) => Promise.resolve({ kind: 'vote', id }),
};
