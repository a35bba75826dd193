import { hearingMine, type Message, type Reader } from '../cards/index.ts';
import type { MessageKind } from '../process/messages.ts';
import type { Viewing } from '../views/context.ts';
import { coSenders } from '../views/hearing.ts';
import { hearingCardOf } from '../views/hearingCard.ts';
import type { HearingView } from '../views/shapes/hearing.ts';
import type { Addressed } from './compose.ts';
import { settledDecision, settledProposal } from './composeJoint.ts';

/** Those in a person's own chat that go on being true: they take no words, so that an edit takes none away. */
const livingOwn: string[] = ['jointProposed', 'jointDecided'] satisfies MessageKind[];
export const isLivingOwn = ({ message }: Addressed): boolean => livingOwn.includes(message);

const takesWords = ({ card }: Message): boolean => JSON.stringify(card).includes('"type":"Input.');

/** What became of a hearing, in the place of its reminder: not while somebody may be writing in that, or could in this. */
async function settledReminder(context: Viewing, view: HearingView, to: Reader): Promise<Message | null> {
  if (view.state === 'open') return null;
  const message = hearingMine(view, { ...to, others: await coSenders(context) });
  return takesWords(message) ? null : message;
}

/** What a card in a person's own chat should show now; null: it stands as it was put. */
export async function ownNow(context: Viewing, delivery: Addressed, tab: string): Promise<Message | null> {
  const { view } = await hearingCardOf(context, delivery.hearingId!);
  const to = { locale: context.reader.locale, links: { tab } };
  if (delivery.message === 'hearingReminder') return settledReminder(context, view, to);
  const settled = delivery.message === 'jointProposed' ? settledProposal : settledDecision;
  return settled(context.db, { view, occasion: delivery.occasion, to });
}
