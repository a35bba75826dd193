import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { ChatMessage, Mail, Messenger } from '../../ports.ts';
import {
  mostAttempts,
  mostMailAttempts,
  reasonOfSent,
  retryDelay,
  type SendOutcome,
} from '../../process/reach/messages.ts';
import type { Db } from '../../store/frame/database.ts';
import {
  claimDeliveries,
  markAbandoned,
  moveToMail,
  putOff,
  settleDelivery,
  takeMailSlot,
  type Claimed,
} from '../../store/reach/deliveries.ts';
import type { Composer, Ready } from '../compose.ts';
import { isGone } from './gone.ts';
import { loop, type Loop } from '../frame/loop.ts';
import { mailOf } from './mail.ts';
import { Moments, paceOf } from './pace.ts';

export interface Delivering {
  db: Db;
  messenger: Messenger;
  mail: Mail | null;
  composer: Composer;
  sendRate: number;
  conversationRate: number;
  /** Mails a minute. */
  mailRate: number;
  log: Logger;
  /** Told how each attempt ended, for the metrics. */
  count(outcome: string): void;
}

/** A message that has been away for so long has lost its sender. Longer than any call to the platform may take. */
const abandonedAfterMs = 60_000;
/** Between two searches for messages that lost their sender. */
const sweepMs = 10_000;
/** Between two looks at an empty queue. */
const idleMs = 200;

/** How often, and how far apart, it is tried to note of a message that it has left. */
const mostNotes = 5;
const noteAgainMs = 1_000;

/** Reasons after which a person's chat will not work, so that mail is tried. */
const unreachable = new Set(['blocked', 'notInstalled', 'notInRoster', 'notFound', 'refused', 'untrusted']);

interface Made {
  delivery: Claimed;
  words: Ready;
}
interface Looked {
  found: number;
  ready: Made[];
}

/** Drains the outbox until it is told to stop; what it holds then is finished first. */
export function startDelivering(delivering: Delivering): Loop {
  const { db, log, sendRate, conversationRate } = delivering;
  // A quarter of a second's worth: a sender that dies leaves few in doubt.
  const batch = Math.max(1, Math.ceil(sendRate / 4));
  const away = new Set<Promise<void>>();
  const look = async (): Promise<Looked> => {
    const claimed = await claimDeliveries(db, batch, 1 / conversationRate);
    const ready = await Promise.all(claimed.map((one) => composed(delivering, one)));
    return { found: claimed.length, ready: ready.filter((one) => one !== null) };
  };
  let swept = -Infinity;
  let ahead: Promise<Looked> | null = null;
  const round = async (): Promise<number> => {
    if (performance.now() - swept > sweepMs) {
      await markAbandoned(db, abandonedAfterMs);
      swept = performance.now();
    }
    const next = ahead ?? look();
    ahead = null;
    const { found, ready } = await next;
    if (found === 0) return idleMs;
    // While these leave, the next are found and made. A look that fails meanwhile is told when its turn comes.
    ahead = found === batch ? look() : null;
    ahead?.catch(() => undefined);
    await leave(delivering, ready, away);
    return 0;
  };
  const failed = (error: unknown): void =>
    log.error({ err: error }, 'the outbox could not be worked; trying again');
  const running = loop(round, failed);
  const stop = async (): Promise<void> => {
    await running.stop();
    const last = await ahead?.catch(failed);
    if (last) await leave(delivering, last.ready, away).catch(failed);
    await Promise.all(away);
  };
  return { stop };
}

/** One after the other, each at its moment of the shared pace; what becomes of each is not waited for. */
async function leave(delivering: Delivering, ready: Made[], away: Set<Promise<void>>): Promise<void> {
  const moments = new Moments(delivering.db, paceOf(delivering.sendRate));
  if (ready.length > 0) await moments.take(ready.length);
  for (const made of ready) {
    await moments.next();
    const one = ownFault(delivering, made.delivery, () => sendOne(delivering, made)).finally(() =>
      away.delete(one),
    );
    away.add(one);
  }
}

/**
 * The words of a message, just before it leaves: what is done after its moment has come makes it late, and the
 * platform counts by when it arrives. Null when there is nothing to send.
 */
async function composed(delivering: Delivering, delivery: Claimed): Promise<Made | null> {
  let made: Made | null = null;
  await ownFault(delivering, delivery, async () => {
    const words = isGone(delivery) ? { cancelled: 'left' } : await delivering.composer.compose(delivery);
    if (!('cancelled' in words)) return void (made = { delivery, words });
    delivering.count('cancelled');
    const values = { state: 'cancelled', reason: words.cancelled, of: delivery } as const;
    await settleDelivery(delivering.db, delivery.id, values);
  });
  return made;
}

/** Whatever happens to one message is that message's own, and is on its row. */
async function ownFault(
  { db, log }: Delivering,
  delivery: Claimed,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { id } = delivery;
    log.error({ err: error, delivery: id }, 'a message could not be made or sent');
    await settleDelivery(db, id, { state: 'failed', reason: 'stopped', of: delivery }).catch(
      (again: unknown) =>
        // Its row stays `sending` and is found by the sweep: in doubt, which is the truth.
        log.error({ err: again, delivery: id }, 'a failed message could not be noted'),
    );
  }
}

async function sendOne(delivering: Delivering, { delivery, words }: Made): Promise<void> {
  const { db, mailRate } = delivering;
  const paced = delivery.channel === 'mail' && !delivery.mailSlot;
  if (paced && (await takeMailSlot(db, delivery, mailRate))) return;
  const outcome =
    delivery.channel === 'mail'
      ? await sendMail(delivering, delivery, words)
      : await sendToChat(delivering, delivery, words.message);
  delivering.count(outcome.sent ? 'accepted' : outcome.reason);
  const left = outcome.sent || (!outcome.retry && outcome.uncertain);
  await (left ? noteLeft : settle)(delivering, { delivery, words }, outcome);
}

/** What has left, or may have, is never told as failed because the database was away when that was to be noted. */
async function noteLeft(delivering: Delivering, made: Made, outcome: SendOutcome): Promise<void> {
  for (let notes = 1; ; notes += 1) {
    try {
      return await settle(delivering, made, outcome);
    } catch (error) {
      if (notes < mostNotes) await sleep(noteAgainMs);
      // Its row stays `sending` and is found by the sweep: in doubt, which is the truth.
      else
        return delivering.log.error(
          { err: error, delivery: made.delivery.id },
          'what left could not be noted',
        );
    }
  }
}

const nowhere = (reason: string): SendOutcome => ({ sent: false, retry: false, reason, uncertain: false });

function sendToChat({ messenger }: Delivering, to: Claimed, message: ChatMessage): Promise<SendOutcome> {
  const { conversationId, serviceUrl, tenantId } = to;
  if (!conversationId || !serviceUrl || !tenantId) return Promise.resolve(nowhere('notInstalled'));
  return messenger.send({ conversationId, serviceUrl, tenantId }, message);
}

function sendMail({ mail }: Delivering, to: Claimed, { message, link }: Ready): Promise<SendOutcome> {
  if (!to.email) return Promise.resolve(nowhere('noAddress'));
  if (!mail) return Promise.resolve(nowhere('mailUnavailable'));
  return mail.send(to.email, mailOf(to.locale ?? 'da', message, link));
}

async function settle({ db }: Delivering, { delivery, words }: Made, outcome: SendOutcome): Promise<void> {
  const { id, attempts } = delivery;
  if (outcome.sent)
    return settleDelivery(db, id, {
      state: 'accepted',
      reason: reasonOfSent(delivery.channel, delivery.reason),
      activityId: outcome.activityId,
      shownHash: words.shows,
    });
  const most = delivery.channel === 'mail' ? mostMailAttempts : mostAttempts;
  if (outcome.retry && attempts < most)
    return putOff(db, delivery, outcome.reason, retryDelay(attempts, outcome.afterMs, Math.random()));
  const { reason } = outcome;
  if (!outcome.retry && outcome.uncertain)
    return settleDelivery(db, id, { state: 'uncertain', reason, of: delivery });
  if (delivery.channel === 'personal' && (unreachable.has(reason) || outcome.retry))
    return moveToMail(db, delivery, reason);
  return settleDelivery(db, id, { state: 'failed', reason, of: delivery });
}
