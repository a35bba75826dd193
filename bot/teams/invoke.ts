import type { Activity } from 'botbuilder';
import { acts, isAct } from '../acts/index.ts';
import { run, type Outcome } from '../acts/run.ts';
import { hearingLate, hearingMine, refusalCard, voteCard, type HearingReceipt } from '../cards/index.ts';
import { localeOf, t } from '../i18n/index.ts';
import type { ChatMessage } from '../ports.ts';
import { refuse, type Refusal } from '../process/refusals.ts';
import type { Viewing } from '../views/context.ts';
import { coSenders } from '../views/hearing.ts';
import { hearingCardView } from '../views/hearingCard.ts';
import { hearingOfComment } from '../views/comments.ts';
import { refusalShown } from '../views/words.ts';
import { voteView } from '../views/vote.ts';
import { actorOf, viewingFor, type Bot } from './bot.ts';
import { commandCard } from './commands.ts';
import { cardAnswer, errorAnswer, type InvokeBody } from './protocol.ts';

interface Click {
  verb: string;
  data: Record<string, unknown>;
  automatic: boolean;
}

function clickOf(activity: Activity): Click | null {
  const value = activity.value as
    | { action?: { verb?: unknown; data?: unknown }; trigger?: string }
    | undefined;
  const { verb, data } = value?.action ?? {};
  if (typeof verb !== 'string') return null;
  const given = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  return { verb, data: given, automatic: value?.trigger === 'automatic' };
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
const idOf = (value: unknown): string | null =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value : null;

/** A card's button: run the act it names, answer with the person's own view of what now stands. */
export async function answerInvoke(bot: Bot, activity: Activity): Promise<InvokeBody> {
  if (activity.name !== 'adaptiveCard/action') return errorAnswer(501, 'NotImplemented', 'unknown invoke');
  const click = clickOf(activity);
  if (!click) return errorAnswer(400, 'BadRequest', 'no verb');
  const actor = await actorOf(bot, activity);
  const locale = actor?.locale ?? localeOf(activity.locale);
  if (!actor) return cardAnswer(refusalCard(refusalShown(refuse('notRegistered')), locale));
  // A client that refreshes by itself is nobody's decision: it only ever gets to see.
  const looks = click.verb === 'view' || click.automatic;
  if (looks) return cardAnswer(await shownCard(bot, viewingFor(bot, actor), click));
  if (!isAct(click.verb)) return cardAnswer(refusalCard(refusalShown(refuse('unknownAct')), locale));
  const asked = { doer: actor, door: 'card' as const, key: activity.id };
  const outcome = await run(bot.house, acts[click.verb], click.data, asked);
  const context = viewingFor(bot, actor);
  const card = outcome.ok
    ? await receipt(bot, context, click, outcome)
    : await refusal(bot, context, click, outcome.refusal);
  return card
    ? cardAnswer(card)
    : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: t(locale, 'card.saved') };
}

const readerOf = (bot: Bot, { reader }: Viewing, page: string) => ({
  locale: reader.locale,
  links: { tab: bot.tabLink(page) },
});

async function hearingCard(
  bot: Bot,
  context: Viewing,
  id: string,
  more: { receipt?: HearingReceipt; edit?: string } = {},
) {
  const view = await hearingCardView(context, id);
  return hearingMine(view, {
    ...readerOf(bot, context, `revision/${view.revision.id}`),
    ...more,
    others: await coSenders(context),
  });
}

async function ballotCard(bot: Bot, context: Viewing, id: string): Promise<ChatMessage> {
  const view = await voteView(context, { id, light: true });
  return voteCard(view, {
    ...readerOf(bot, context, `revision/${view.revision.id}`),
    audience: 'mine',
    asOf: context.now,
  });
}

/** What a card asks to see; also what an automatic refresh of an act's card gets. */
async function shownCard(bot: Bot, context: Viewing, { data }: Click): Promise<ChatMessage> {
  const vote = idOf(data['view'] === 'vote' ? data['id'] : data['voteId']);
  const hearing = idOf(data['view'] === 'hearing' ? data['id'] : data['hearingId']);
  const edit = textOf(data['edit']);
  if (vote) return ballotCard(bot, context, vote);
  if (hearing) return hearingCard(bot, context, hearing, edit ? { edit } : {});
  return commandCard(bot, context, data['view'] === 'tasks' ? 'tasks' : 'status');
}

const receiptKinds: Record<string, HearingReceipt['kind']> = {
  addComment: 'saved',
  editComment: 'edited',
  withdrawComment: 'withdrawn',
  submitAnswer: 'submitted',
};

async function receipt(
  bot: Bot,
  context: Viewing,
  { verb, data }: Click,
  outcome: Outcome & { ok: true },
): Promise<ChatMessage | null> {
  const result = outcome.result as { ref?: string; commentId?: string; hearingId?: string };
  const kind = receiptKinds[verb];
  if (kind) {
    const hearingId = idOf(data['hearingId']) ?? (await hearingOfComment(context, result.commentId!));
    return hearingCard(bot, context, hearingId, {
      receipt: { kind, at: context.now, ...(result.ref && { ref: result.ref }) },
    });
  }
  const voteId = idOf(data['voteId']);
  return voteId ? ballotCard(bot, context, voteId) : null;
}

/** Why not and what to do, with what was typed given back: this card takes the form's place. */
async function refusal(bot: Bot, context: Viewing, { data }: Click, refused: Refusal): Promise<ChatMessage> {
  const text = textOf(data['text']);
  const proposedChange = textOf(data['proposedChange']);
  const typed = { ...(text && { text }), ...(proposedChange && { proposedChange }) };
  const hearingId = idOf(data['hearingId']);
  if (refused.refused === 'hearingClosed' && hearingId) {
    const view = await hearingCardView(context, hearingId);
    return hearingLate(view, { ...readerOf(bot, context, `revision/${view.revision.id}`), typed });
  }
  const voteId = idOf(data['voteId']);
  const back = voteId
    ? { view: 'vote' as const, id: voteId }
    : hearingId && { view: 'hearing' as const, id: hearingId };
  const shown = { ...refusalShown(refused), typed, ...(back && { back }) };
  return refusalCard(shown, context.reader.locale);
}
