import type { Outcome } from '../../acts/frame/run.ts';
import {
  findTime,
  hearingLate,
  hearingMine,
  jointProposal,
  mostOnReceipt,
  refusalCard,
  typedFields,
  voteCard,
  type HearingReceipt,
  type Late,
  type ToMe,
  type Typed,
} from '../../cards/index.ts';
import type { ChatMessage } from '../../ports.ts';
import type { Refusal, RefusalCode } from '../../process/frame/refusals.ts';
import { hearingOfComment } from '../../views/hearing/comments.ts';
import { NotFound, type Viewing } from '../../views/frame/context.ts';
import { coSenders } from '../../views/hearing/hearing.ts';
import { hearingCardView } from '../../views/hearing/hearingCard.ts';
import { schedulingCardView } from '../../views/scheduling/schedulingCard.ts';
import type { HearingView, ProposalView } from '../../views/hearing/shapes.ts';
import { voteView } from '../../views/vote/vote.ts';
import { refusalShown } from '../../views/frame/words.ts';
import { idOf, textOf, type Click } from './click.ts';
import { commandCard } from '../overview/commands.ts';
import type { Bot } from './turn.ts';

const readerOf = (bot: Bot, { reader }: Viewing, page: string) => ({
  locale: reader.locale,
  links: { tab: bot.tabLink(page) },
});

/** A receipt stays short, and the next comment near: it shows the newest, and whether there are more. */
const onReceipt = { newest: mostOnReceipt + 1, counted: false };

async function hearingCard(
  bot: Bot,
  context: Viewing,
  id: string,
  more: Pick<ToMe, 'receipt' | 'edit' | 'refused'> = {},
) {
  const view = await hearingCardView(context, id, more.receipt ? onReceipt : undefined);
  return hearingMine(view, {
    ...readerOf(bot, context, `revision/${view.revision.id}`),
    ...more,
    others: await coSenders(context),
  });
}

const proposalOf = ({ mine }: HearingView, senderId: string): ProposalView | undefined =>
  mine?.proposals.find((one) => one.organisationId === senderId);

/** A proposal's card, to whoever decides on it; null: to nobody else. */
const decidersCard = (bot: Bot, context: Viewing, view: HearingView, proposal?: ProposalView) =>
  proposal?.answer
    ? jointProposal(view, proposal, readerOf(bot, context, `revision/${view.revision.id}`))
    : null;

/** A proposal of a joint answer, to whoever decides on it; to everybody else our own view of the hearing. */
async function jointCard(bot: Bot, context: Viewing, id: string, senderId: string): Promise<ChatMessage> {
  const view = await hearingCardView(context, id);
  return decidersCard(bot, context, view, proposalOf(view, senderId)) ?? hearingCard(bot, context, id);
}

/** What holds now, with whose answer; of our own comments all are counted. */
async function jointReceipt(bot: Bot, context: Viewing, result: object): Promise<ChatMessage> {
  const { hearingId, senderId, state } = result as { hearingId: string; senderId: string; state: string };
  const view = await hearingCardView(context, hearingId);
  const proposal = proposalOf(view, senderId);
  // The card that it is edited to as well: nobody has begun to write in it, and it says since when.
  const card = decidersCard(bot, context, view, proposal);
  if (card) return card;
  const by = proposal?.organisationName ?? '';
  const kind = state === 'accepted' ? ('joined' as const) : ('declined' as const);
  return hearingMine(view, {
    ...readerOf(bot, context, `revision/${view.revision.id}`),
    receipt: { kind, at: context.now, by },
    others: await coSenders(context),
  });
}

async function ballotCard(bot: Bot, context: Viewing, id: string, { shared }: Click): Promise<ChatMessage> {
  const view = await voteView(context, { id, light: true });
  return voteCard(view, {
    ...readerOf(bot, context, `revision/${view.revision.id}`),
    audience: 'mine',
    mayType: !shared,
    asOf: context.now,
  });
}

async function timeCard(bot: Bot, context: Viewing, id: string): Promise<ChatMessage> {
  const view = await schedulingCardView(context, id);
  return findTime(view, readerOf(bot, context, `scheduling/${id}`));
}

/** What a card asks to see; also what an automatic refresh of an act's card gets. */
export async function shownCard(bot: Bot, context: Viewing, click: Click): Promise<ChatMessage> {
  const { data } = click;
  const vote = idOf(data['view'] === 'vote' ? data['id'] : data['voteId']);
  const hearing = idOf(data['view'] === 'hearing' ? data['id'] : data['hearingId']);
  const scheduling = idOf(data['view'] === 'scheduling' ? data['id'] : data['schedulingId']);
  const edit = textOf(data['edit']);
  const joint = idOf(data['joint']);
  if (vote) return ballotCard(bot, context, vote, click);
  if (hearing && joint) return jointCard(bot, context, hearing, joint);
  if (scheduling) return timeCard(bot, context, scheduling);
  if (hearing) return hearingCard(bot, context, hearing, edit ? { edit } : {});
  return commandCard(bot, context, data['view'] === 'tasks' ? 'tasks' : 'status');
}

const receiptKinds: Record<string, HearingReceipt['kind']> = {
  addComment: 'saved',
  editComment: 'edited',
  withdrawComment: 'withdrawn',
  submitAnswer: 'submitted',
};

/** What acts on a hearing tell of what they did. */
interface Said {
  ref?: string;
  commentId?: string;
  clause?: string | null;
  cameLate?: number;
}

export async function receipt(
  bot: Bot,
  context: Viewing,
  click: Click,
  outcome: Outcome & { ok: true },
): Promise<ChatMessage | null> {
  const { verb, data } = click;
  const result = outcome.result as Said;
  if (verb === 'answerJoint') return jointReceipt(bot, context, outcome.result);
  const { cameLate: count } = result;
  const kind = count === undefined ? receiptKinds[verb] : 'cameLate';
  if (kind) {
    const hearingId = idOf(data['hearingId']) ?? (await hearingOfComment(context, result.commentId!));
    const { ref, clause } = result;
    const more = { ...(ref && { ref }), ...(clause !== undefined && { clause }), ...(count && { count }) };
    const receipt = { kind, at: context.now, ...more };
    return hearingCard(bot, context, hearingId, { receipt });
  }
  const schedulingId = idOf(data['schedulingId']);
  if (schedulingId) return timeCard(bot, context, schedulingId);
  const voteId = idOf(data['voteId']);
  return voteId ? ballotCard(bot, context, voteId, click) : null;
}

/** The way back from a refused edit, which names its comment only; none when there is no such comment. */
async function hearingAbout(context: Viewing, commentId: string | null): Promise<string | null> {
  try {
    return commentId && (await hearingOfComment(context, commentId));
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

/** Those who are not asked have no card of it to go back to. */
const wayBackToTime = (data: Click['data'], refused: Refusal) => {
  const id = idOf(data['schedulingId']);
  return id && refused.refused !== 'notInvited' ? { view: 'scheduling' as const, id } : null;
};

/** What a person wrote in the form: never lost because the answer is no. */
export const typedIn = (data: Click['data']): Typed =>
  Object.fromEntries(typedFields.flatMap((field) => (textOf(data[field]) ? [[field, data[field]]] : [])));

/** What each act wanted, in the words that say that it came too late. */
const lateKinds: Record<string, Late> = {
  addComment: 'comment',
  editComment: 'change',
  withdrawComment: 'withdrawal',
  submitAnswer: 'answer',
  answerJoint: 'joint',
};

/** Refused because of what has changed since the card was made. */
const outdated = new Set<RefusalCode>([
  'answerMoved',
  'commentChanged',
  'answerSubmitted',
  'answerHasComments',
  'answerInTime',
  'jointLate',
]);

/** Why not and what to do, with what was typed given back: this card takes the form's place. */
export async function refusal(
  bot: Bot,
  context: Viewing,
  { verb, data }: Click,
  refused: Refusal,
): Promise<ChatMessage> {
  const typed = typedIn(data);
  const voteId = idOf(data['voteId']);
  const about = idOf(data['hearingId']) ?? (await hearingAbout(context, idOf(data['commentId'])));
  const late = lateKinds[verb];
  if (refused.refused === 'hearingClosed' && about && late) {
    const view = await hearingCardView(context, about);
    return hearingLate(view, { ...readerOf(bot, context, `revision/${view.revision.id}`), late, typed });
  }
  // The card that was pressed is not true any more: one that is takes its place.
  if (about && outdated.has(refused.refused)) {
    const edit = verb === 'editComment' ? idOf(data['commentId']) : null;
    const { message } = refusalShown(refused);
    return hearingCard(bot, context, about, { refused: { message, typed }, ...(edit && { edit }) });
  }
  const back = voteId
    ? { view: 'vote' as const, id: voteId }
    : about
      ? { view: 'hearing' as const, id: about }
      : wayBackToTime(data, refused);
  const shown = { ...refusalShown(refused), typed, ...(back && { back }) };
  return refusalCard(shown, context.reader.locale);
}
