import { findTime } from '../../cards/index.ts';
import type { ChatMessage } from '../../ports.ts';
import { ownPages } from '../../views/frame/pages.ts';
import { schedulingCardView } from '../../views/scheduling/schedulingCard.ts';
import { readerOf, type Pressed, type Shown } from '../frame/shown.ts';

async function card(pressed: Pressed, id: string): Promise<ChatMessage> {
  const view = await schedulingCardView(pressed.context, id);
  return findTime(view, readerOf(pressed, ownPages.scheduling(id)));
}

/** What somebody answered stands on the card itself. */
export const schedulingShown: Shown = {
  card,
  receipt: card,
  instead: () => Promise.resolve(null),
  // Those who are not asked have no card of it to go back to.
  back: (_, id, { refused }) => Promise.resolve(refused === 'notInvited' ? null : { kind: 'scheduling', id }),
};
