import type { Activity, TurnContext } from 'botbuilder';
import { asClock } from '../acts/frame/asClock.ts';
import { acts } from '../acts/index.ts';
import { submitOf } from './frame/click.ts';
import { replyTo } from './overview/commands.ts';
import { answerInvoke } from './frame/invoke.ts';
import { orApology } from './frame/orApology.ts';
import { meetingEventIn } from './meeting/meetingEvent.ts';
import { tooFast } from './frame/pace.ts';
import { say } from './frame/say.ts';
import { activityOf } from './reach/messenger.ts';
import { noteWhere } from './reach/places.ts';
import { cardAnswer, type InvokeBody, type SearchBody } from './frame/protocol.ts';
import { answerSearch, isSearch, searchMessage } from './overview/search.ts';
import { answerSubmit } from './frame/submit.ts';
import type { Bot } from './frame/turn.ts';

/** One turn: what kind of activity it is decides who answers. Where it came from is noted in any case. */
export async function onTurn(bot: Bot, context: TurnContext, requestId: string): Promise<void> {
  const { activity } = context;
  if (activity.type === 'message') {
    const over = tooFast(bot, activity);
    // An answer to a message is a message of ours: said once, or whoever floods us floods the chat.
    if (over) return over.again ? undefined : say(bot, context, requestId, activityOf(over.card));
  }
  await noteWhere(bot, activity);
  if (activity.type === 'message') {
    const submitted = submitOf(activity);
    return submitted ? answerSubmit(bot, context, submitted, requestId) : replyTo(bot, context, requestId);
  }
  if (activity.type === 'event') await onEvent(bot, activity);
}

/**
 * A press or a search is answered in the response itself, so that it needs no turn of the SDK, which costs half of what a
 * press does. Whoever pressed or searched is answered in words also when we cannot even note where that was.
 */
export function onInvoke(
  bot: Bot,
  activity: Activity,
  requestId: string,
): Promise<InvokeBody | SearchBody> | InvokeBody | SearchBody {
  const over = tooFast(bot, activity);
  if (isSearch(activity)) return over ? searchMessage(over.text) : answerSearch(bot, activity, requestId);
  if (over) return cardAnswer(over.card);
  return orApology(bot, activity, requestId, async () => {
    await noteWhere(bot, activity);
    return answerInvoke(bot, activity);
  });
}

async function onEvent({ house }: Bot, activity: Activity): Promise<void> {
  const name = activity.name ?? '';
  const started = name.endsWith('meetingStart');
  if (!started && !name.endsWith('meetingEnd')) return;
  const told = meetingEventIn(activity);
  const about = (await asClock(house, acts.noteConversation, told.where)) as {
    result: { meetingId: string | null };
  };
  const { meetingId } = about.result;
  if (!meetingId) return;
  const act = started ? acts.openSession : acts.endSession;
  const toldAt = started ? told.startedAt : told.endedAt;
  // Nobody promises that two meetings' events, or a start and an end, have two ids.
  const key = activity.id && [act.name, meetingId, toldAt ?? '', activity.id].join(' ');
  // Told twice, of a meeting that was cancelled or is of another day, or of a time before one that was told already.
  const expected = ['meetingCancelled', 'meetingOtherDay', 'sessionClosed', 'sessionOpen'] as const;
  await asClock(house, act, { meetingId, ...(toldAt && { toldAt }) }, { expected, key });
}
