import { INVOKE_RESPONSE_KEY, type Activity, type TurnContext } from 'botbuilder';
import { asClock } from '../acts/frame/asClock.ts';
import { acts } from '../acts/index.ts';
import { submitOf } from './frame/click.ts';
import { replyTo } from './overview/commands.ts';
import { answerInvoke } from './frame/invoke.ts';
import { orApology } from './frame/orApology.ts';
import { meetingEventIn } from './meeting/meetingEvent.ts';
import { slowDown } from './frame/pace.ts';
import { noteWhere } from './reach/places.ts';
import type { InvokeBody } from './frame/protocol.ts';
import { answerSearch, isSearch } from './overview/search.ts';
import { answerSubmit } from './frame/submit.ts';
import type { Bot } from './frame/turn.ts';

/** One turn: what kind of activity it is decides who answers. Where it came from is noted in any case. */
export async function onTurn(bot: Bot, context: TurnContext, requestId: string): Promise<void> {
  const { activity } = context;
  if (await slowDown(bot, context, requestId)) return;
  if (activity.type === 'invoke') return onInvoke(bot, context, requestId);
  await noteWhere(bot, activity);
  if (activity.type === 'message') {
    const submitted = submitOf(activity);
    return submitted ? answerSubmit(bot, context, submitted, requestId) : replyTo(bot, context, requestId);
  }
  if (activity.type === 'event') await onEvent(bot, activity);
}

/** Whoever pressed or searched is answered in words also when we cannot even note where that was. */
async function onInvoke(bot: Bot, context: TurnContext, requestId: string): Promise<void> {
  const { activity } = context;
  const noted = async (): Promise<InvokeBody> => {
    await noteWhere(bot, activity);
    return answerInvoke(bot, activity);
  };
  const body = isSearch(activity)
    ? await answerSearch(bot, activity, requestId)
    : await orApology(bot, activity, requestId, noted);
  // The card protocol's own status is in the body; the HTTP status is always 200.
  context.turnState.set(INVOKE_RESPONSE_KEY, { type: 'invokeResponse', value: { status: 200, body } });
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
