import { hearingMine, jointProposal } from '../../cards/index.ts';
import type { ChatMessage } from '../../ports.ts';
import { ownPages } from '../../views/frame/pages.ts';
import { coSenders } from '../../views/hearing/hearing.ts';
import { hearingCardView } from '../../views/hearing/hearingCard.ts';
import type { HearingView, ProposalView } from '../../views/hearing/shapes.ts';
import { readerOf, type Pressed } from '../frame/shown.ts';

const proposalOf = ({ mine }: HearingView, senderId: string): ProposalView | undefined =>
  mine?.proposals.find((one) => one.organisationId === senderId);

/** A proposal's card, to whoever decides on it; null: to nobody else. */
const decidersCard = (pressed: Pressed, view: HearingView, proposal?: ProposalView): ChatMessage | null =>
  proposal?.answer ? jointProposal(view, proposal, readerOf(pressed, ownPages.case(view.revision.id))) : null;

export async function jointCard(pressed: Pressed, id: string, senderId: string): Promise<ChatMessage | null> {
  const view = await hearingCardView(pressed.context, id);
  return decidersCard(pressed, view, proposalOf(view, senderId));
}

/** What holds now, with whose answer; of our own comments all are counted. */
export async function jointReceipt(pressed: Pressed, id: string, result: object): Promise<ChatMessage> {
  const { senderId, state } = result as { senderId: string; state: string };
  const { context } = pressed;
  const view = await hearingCardView(context, id);
  const proposal = proposalOf(view, senderId);
  // The card that it is edited to as well: nobody has begun to write in it, and it says since when.
  const card = decidersCard(pressed, view, proposal);
  if (card) return card;
  const by = proposal?.organisationName ?? '';
  const kind = state === 'accepted' ? ('joined' as const) : ('declined' as const);
  return hearingMine(view, {
    ...readerOf(pressed, ownPages.case(view.revision.id)),
    receipt: { kind, at: context.now, by },
    others: await coSenders(context),
  });
}
