import {
  hearingLate,
  hearingMine,
  mostOnReceipt,
  type CardAct,
  type HearingReceipt,
  type Late,
  type ToMe,
} from '../../cards/index.ts';
import type { ChatMessage } from '../../ports.ts';
import type { Refusal, RefusalCode } from '../../process/frame/refusals.ts';
import { ownPages } from '../../views/frame/pages.ts';
import { refusalShown } from '../../views/frame/words.ts';
import { coSenders } from '../../views/hearing/hearing.ts';
import { hearingCardView } from '../../views/hearing/hearingCard.ts';
import { idOf, textOf } from '../frame/click.ts';
import { readerOf, type Pressed, type Shown } from '../frame/shown.ts';
import { typedIn } from '../frame/typed.ts';
import { jointCard, jointReceipt } from './joint.ts';

type HearingAct = CardAct<'hearing'>;

/** What each act that a hearing's cards offer wanted: its receipt, and the words that say that it came too late. */
const offered: Record<HearingAct, { receipt: HearingReceipt['kind'] | typeof jointReceipt; late: Late }> = {
  addComment: { receipt: 'saved', late: 'comment' },
  editComment: { receipt: 'edited', late: 'change' },
  withdrawComment: { receipt: 'withdrawn', late: 'withdrawal' },
  submitAnswer: { receipt: 'submitted', late: 'answer' },
  answerJoint: { receipt: jointReceipt, late: 'joint' },
};
const isOffered = (verb: string): verb is HearingAct => Object.hasOwn(offered, verb);

/** Refused because of what has changed since the card was made. */
const outdated = new Set<RefusalCode>([
  'answerMoved',
  'commentChanged',
  'answerSubmitted',
  'answerHasComments',
  'answerInTime',
  'jointLate',
]);

/** A receipt stays short, and the next comment near: it shows the newest, and whether there are more. */
const onReceipt = { newest: mostOnReceipt + 1, counted: false };

async function mine(
  pressed: Pressed,
  id: string,
  more: Pick<ToMe, 'receipt' | 'edit' | 'refused'> = {},
): Promise<ChatMessage> {
  const { context } = pressed;
  const view = await hearingCardView(context, id, more.receipt ? onReceipt : undefined);
  return hearingMine(view, {
    ...readerOf(pressed, ownPages.case(view.revision.id)),
    ...more,
    others: await coSenders(context),
  });
}

/** What acts on a hearing tell of what they did. */
interface Said {
  ref?: string;
  clause?: string | null;
  cameLate?: number;
}

async function receipt(pressed: Pressed, id: string, result: object): Promise<ChatMessage | null> {
  const { verb } = pressed.click;
  if (!isOffered(verb)) return null;
  const asked = offered[verb].receipt;
  if (typeof asked !== 'string') return asked(pressed, id, result);
  const { cameLate: count, ref, clause } = result as Said;
  const kind = count === undefined ? asked : 'cameLate';
  const more = { ...(ref && { ref }), ...(clause !== undefined && { clause }), ...(count && { count }) };
  return mine(pressed, id, { receipt: { kind, at: pressed.context.now, ...more } });
}

async function instead(pressed: Pressed, id: string, refused: Refusal): Promise<ChatMessage | null> {
  const { context, click } = pressed;
  const { verb, data } = click;
  const typed = typedIn(data);
  if (refused.refused === 'hearingClosed' && isOffered(verb)) {
    const view = await hearingCardView(context, id);
    const to = readerOf(pressed, ownPages.case(view.revision.id));
    return hearingLate(view, { ...to, late: offered[verb].late, typed });
  }
  if (!outdated.has(refused.refused)) return null;
  // The card that was pressed is not true any more: one that is takes its place.
  const edit = verb === 'editComment' ? idOf(data['commentId']) : null;
  const { message } = refusalShown(refused);
  return mine(pressed, id, { refused: { message, typed }, ...(edit && { edit }) });
}

export const hearingShown: Shown = {
  /** A proposal of a joint answer, to whoever decides on it; to everybody else our own view of the hearing. */
  async card(pressed, id) {
    const { data } = pressed.click;
    const joint = idOf(data['joint']);
    const edit = textOf(data['edit']);
    if (joint) return (await jointCard(pressed, id, joint)) ?? mine(pressed, id);
    return mine(pressed, id, edit ? { edit } : {});
  },
  receipt,
  instead,
  back: (_, id) => Promise.resolve({ kind: 'hearing', id }),
};
