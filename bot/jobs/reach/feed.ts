import type { Logger } from 'pino';
import type { Feed } from '../../ports.ts';
import { noticeOf, withNotice, type MessageKind } from '../../process/reach/messages.ts';
import type { Db } from '../../store/frame/database.ts';
import { abandonFed, claimFed, settleFed, type Fed } from '../../store/reach/feed.ts';
import type { Composer } from '../compose.ts';
import { isGone } from './gone.ts';
import { loop, type Loop } from '../frame/loop.ts';

interface Feeding {
  db: Db;
  feed: Feed;
  composer: Composer;
  log: Logger;
}

/** As many as Teams takes in a second for one team (platform: throttling). */
const batch = 4;
const idleMs = 1_000;

/** Beside a mail, a line in the activity feed: best effort, since the mail is what counts. */
export function startFeeding(feeding: Feeding): Loop {
  const round = async (): Promise<number> => {
    const { db } = feeding;
    const fed = await claimFed(db, withNotice, batch);
    if (fed.length === 0) await abandonFed(db);
    await Promise.all(fed.map((one) => notify(feeding, one)));
    return idleMs;
  };
  return loop(round, (error) => feeding.log.error({ err: error }, 'the activity feed could not be worked'));
}

async function notify({ db, feed, composer, log }: Feeding, fed: Fed): Promise<void> {
  try {
    const made = isGone(fed) ? { cancelled: 'left' } : await composer.compose(fed);
    if ('cancelled' in made)
      return await settleFed(db, fed.id, { state: 'cancelled', reason: made.cancelled });
    const kind = noticeOf(fed.message as MessageKind)!;
    const text = made.message.summary;
    const outcome = await feed.notify(fed.teamId, fed.objectId, { kind, text, link: made.link });
    const reason = outcome.sent ? null : outcome.reason;
    await settleFed(db, fed.id, { state: outcome.sent ? 'accepted' : 'failed', reason });
  } catch (error) {
    log.error({ err: error, delivery: fed.id }, 'a line in the activity feed could not be made');
    await settleFed(db, fed.id, { state: 'failed', reason: 'stopped' });
  }
}
