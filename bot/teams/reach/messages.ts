import type { Activity } from 'botbuilder';
import { activityIn } from '../frame/activity.ts';
import { Adapter } from '../frame/adapter.ts';
import { onInvoke, onTurn } from '../bot.ts';
import type { Registration } from '../frame/credentials.ts';
import { bodyText } from '../frame/protocol.ts';
import { NotLetIn, type Verifier } from '../frame/verify.ts';
import type { Bot } from '../frame/turn.ts';

export interface Answered {
  status: number;
  /** JSON. */
  body?: string;
}

/**
 * `POST /api/messages`: verified first, then one turn, or an answer. Whoever is not let in gets a status and nothing else,
 * and leaves one quiet line in the log, without the token.
 */
export function createMessages(bot: Bot, registration: Registration, { verify }: Verifier) {
  const adapter = new Adapter(registration);
  return async (authorization: string | undefined, body: unknown, requestId: string): Promise<Answered> => {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      // Not even an activity; but first things first: nobody is told more without a token.
      return { status: authorization ? 400 : 401 };
    }
    try {
      const claims = await verify(authorization, body as Partial<Activity>);
      const activity = activityIn(body);
      if (!activity) return { status: 400 };
      // The card protocol's own status is in the body; the HTTP status is always 200.
      if (activity.type === 'invoke')
        return { status: 200, body: bodyText(await onInvoke(bot, activity, requestId)) };
      await adapter.turn(claims, activity, (context) => onTurn(bot, context, requestId));
      return { status: 200 };
    } catch (error) {
      if (!(error instanceof NotLetIn)) throw error;
      bot.log.warn({ requestId, status: error.status, reason: error.message }, 'an activity was not let in');
      return { status: error.status };
    }
  };
}
