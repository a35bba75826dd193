import type { Activity, TurnContext } from 'botbuilder';
import type { Bot } from './turn.ts';

/** What the Connector answered to the SDK, when it answered at all. */
const statusIn = (error: unknown): number | null => {
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : null;
};

/**
 * Answers what somebody wrote, in the chat they wrote it in. That Teams takes nothing there (the chat is gone, or none of
 * ours; the app is blocked or removed) is its last word about our answer, not a failure over what was sent to us: it is
 * logged once, and whatever was done stays done. Anything else is thrown.
 */
export async function say(
  { log }: Bot,
  turn: TurnContext,
  requestId: string,
  what: string | Partial<Activity>,
): Promise<void> {
  try {
    await turn.sendActivity(what);
  } catch (error) {
    const status = statusIn(error);
    if (status === null || status < 400 || status >= 500 || status === 429) throw error;
    log.warn({ requestId, status, code: (error as { code?: unknown }).code }, 'an answer was not taken');
  }
}
