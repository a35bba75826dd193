import type { Activity } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import { acts } from '../acts/index.ts';
import { run } from '../acts/run.ts';
import type { Bot } from './bot.ts';
import { clickOf, idOf } from './click.ts';
import { isPersonal } from './shared.ts';

/** Each card once: in a vote everybody presses on the same one. */
const seen = new LRUCache<string, string>({ max: 5_000 });

/**
 * Teams may keep a message that it says it has not, and then nobody knows the card that stands there: a press on it, or a
 * client that looks by itself, tells which it is, and it is edited like the others. The press itself is
 * answered whatever comes of this.
 */
export async function notePressed({ house, log }: Bot, activity: Activity): Promise<void> {
  const { replyToId: activityId, conversation, serviceUrl } = activity;
  const click = clickOf(activity);
  if (!click || !activityId || isPersonal(activity)) return;
  const { data } = click;
  const voteId = idOf(data['view'] === 'vote' ? data['id'] : data['voteId']);
  const hearingId = idOf(data['view'] === 'hearing' ? data['id'] : data['hearingId']);
  if (!voteId && !hearingId) return;
  const conversationId = conversation.id.split(';messageid=')[0]!;
  const key = `${conversationId} ${activityId}`;
  if (seen.get(key) === serviceUrl) return;
  const input = { conversationId, activityId, ...(voteId ? { voteId } : { hearingId }) };
  try {
    const noted = await run(house, acts.noteCard, input, { doer: 'system', door: 'clock' });
    if (noted.ok && (noted.result as { known: boolean }).known) seen.set(key, serviceUrl);
  } catch (error) {
    log.warn({ err: error }, 'a card that was pressed on could not be noted');
  }
}
