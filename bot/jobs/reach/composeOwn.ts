import { hearingMine, leftOpenSettled, type Message, type Reader } from '../../cards/index.ts';
import type { MessageKind } from '../../process/reach/messages.ts';
import type { Viewing } from '../../views/frame/context.ts';
import { hearingCardOf } from '../../views/hearing/hearingCard.ts';
import type { HearingView } from '../../views/hearing/shapes.ts';
import { voteView } from '../../views/vote/vote.ts';
import { settledDecision, settledProposal } from '../hearing/composeJoint.ts';
import { vacantNow } from '../people/composeVacant.ts';
import type { Addressed } from './addressed.ts';

/** Those in a person's own chat that go on being true: they take no words, so that an edit takes none away. */
const livingOwn: string[] = ['jointProposed', 'jointDecided', 'placeVacant'] satisfies MessageKind[];
export const isLivingOwn = ({ message }: Addressed): boolean => livingOwn.includes(message);

/** What became of a hearing, in the place of its reminder: not while somebody may be writing in that, and nobody can in this. */
const settledReminder = (view: HearingView, to: Reader): Message | null =>
  view.state === 'open' ? null : hearingMine(view, { ...to, still: true });

/** What asked somebody to close a vote, once it is closed, or the meeting goes on. */
async function settledLeftOpen(context: Viewing, voteId: string, to: Reader): Promise<Message | null> {
  const view = await voteView(context, { id: voteId, light: true });
  return view.meetingOverAt ? null : leftOpenSettled(view, to);
}

/** What a card in a person's own chat should show now; null: it stands as it was put. */
export async function ownNow(context: Viewing, delivery: Addressed, tab: string): Promise<Message | null> {
  const { message, hearingId, voteId } = delivery;
  const asked = { locale: context.reader.locale, links: { tab } };
  if (message === 'placeVacant') return vacantNow(context, hearingId, tab);
  if (message === 'voteLeftOpen') return settledLeftOpen(context, voteId!, asked);
  return ofHearingNow(context, delivery, tab);
}

async function ofHearingNow(context: Viewing, delivery: Addressed, tab: string): Promise<Message | null> {
  const { view } = await hearingCardOf(context, delivery.hearingId!);
  const to = { locale: context.reader.locale, links: { tab } };
  if (delivery.message === 'hearingReminder') return settledReminder(view, to);
  const settled = delivery.message === 'jointProposed' ? settledProposal : settledDecision;
  return settled(context.db, { view, occasion: delivery.occasion, to });
}
