import type { Logger } from 'pino';
import type { ChatMessage, Mail, Messenger } from '../ports.ts';
import { mostAttempts, retryDelay, type SendOutcome } from '../process/messages.ts';
import type { Db } from '../store/database.ts';
import {
  claimDeliveries,
  markAbandoned,
  moveToMail,
  putOff,
  settleDelivery,
  type Claimed,
} from '../store/deliveries.ts';
import type { Composer, Ready } from './compose.ts';
import { loop, type Loop } from './loop.ts';
import { mailOf } from './mail.ts';
import { Moments } from './pace.ts';

export interface Delivering {
  db: Db;
  messenger: Messenger;
  mail: Mail | null;
  composer: Composer;
  sendRate: number;
  conversationRate: number;
  log: Logger;
  /** Told how each attempt ended, for the metrics. */
  count(outcome: string): void;
}

/** A message that has been away for so long has lost its sender. Longer than any call to the platform may take. */
const abandonedAfterMs = 60_000;
/** Kept below the permitted rate: the platform counts by the sliding second and clocks drift. */
const headroom = 0.95;
/** Between two searches for messages that lost their sender. */
const sweepMs = 10_000;
/** Between two looks at an empty queue. */
const idleMs = 200;

/** Reasons after which a person's chat will not work, so that mail is tried. */
const unreachable = new Set(['blocked', 'notInstalled', 'notInRoster', 'notFound', 'refused']);

/** Drains the outbox until it is told to stop; what it holds then is finished first. */
export function startDelivering(delivering: Delivering): Loop {
  const { db, log, sendRate, conversationRate } = delivering;
  // A quarter of a second's worth: a sender that dies leaves few in doubt.
  const batch = Math.max(1, Math.ceil(sendRate / 4));
  const away = new Set<Promise<void>>();
  const claim = () => claimDeliveries(db, batch, 1 / conversationRate);
  let swept = 0;
  let ahead: Promise<Claimed[]> | null = null;
  const round = async (): Promise<number> => {
    if (Date.now() - swept > sweepMs) {
      await markAbandoned(db, abandonedAfterMs);
      swept = Date.now();
    }
    const next = ahead ?? claim();
    ahead = null;
    const claimed = await next;
    if (claimed.length === 0) return idleMs;
    // While these leave, the next are found. A search that fails meanwhile is told when its turn comes.
    ahead = claimed.length === batch ? claim() : null;
    ahead?.catch(() => undefined);
    await leave(delivering, claimed, away);
    return 0;
  };
  const failed = (error: unknown): void =>
    log.error({ err: error }, 'the outbox could not be worked; trying again');
  const running = loop(round, failed);
  const stop = async (): Promise<void> => {
    await running.stop();
    const last = await ahead?.catch(failed);
    if (last) await leave(delivering, last, away).catch(failed);
    await Promise.all(away);
  };
  return { stop };
}

/** One after the other, each at its moment of the shared pace; what becomes of each is not waited for. */
async function leave(delivering: Delivering, claimed: Claimed[], away: Set<Promise<void>>): Promise<void> {
  const moments = new Moments(delivering.db, delivering.sendRate * headroom);
  await moments.take(claimed.length);
  for (const delivery of claimed) {
    await moments.next();
    const one = settled(delivering, delivery).finally(() => away.delete(one));
    away.add(one);
  }
}

/** Whatever happens to one message is that message's own, and is on its row. */
async function settled(delivering: Delivering, delivery: Claimed): Promise<void> {
  try {
    await sendOne(delivering, delivery);
  } catch (error) {
    delivering.log.error({ err: error, delivery: delivery.id }, 'a message could not be made or sent');
    await settleDelivery(delivering.db, delivery.id, { state: 'failed', reason: 'stopped' }).catch(
      (again: unknown) =>
        // Its row stays `sending` and is found by the sweep: in doubt, which is the truth.
        delivering.log.error({ err: again, delivery: delivery.id }, 'a failed message could not be noted'),
    );
  }
}

async function sendOne(delivering: Delivering, delivery: Claimed): Promise<void> {
  const { db } = delivering;
  const composed = await delivering.composer.compose(delivery);
  if ('cancelled' in composed) {
    delivering.count('cancelled');
    return settleDelivery(db, delivery.id, { state: 'cancelled', reason: composed.cancelled });
  }
  const outcome =
    delivery.channel === 'mail'
      ? await sendMail(delivering, delivery, composed)
      : await sendToChat(delivering, delivery, composed.message);
  delivering.count(outcome.sent ? 'accepted' : outcome.reason);
  await settle(delivering, delivery, outcome);
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

async function settle({ db }: Delivering, delivery: Claimed, outcome: SendOutcome): Promise<void> {
  const { id, attempts } = delivery;
  if (outcome.sent)
    return settleDelivery(db, id, {
      state: 'accepted',
      reason: delivery.reason,
      activityId: outcome.activityId,
    });
  if (outcome.retry && attempts < mostAttempts)
    return putOff(db, id, outcome.reason, retryDelay(attempts, outcome.afterMs, Math.random()));
  const { reason } = outcome;
  if (!outcome.retry && outcome.uncertain) return settleDelivery(db, id, { state: 'uncertain', reason });
  if (delivery.channel === 'personal' && (unreachable.has(reason) || outcome.retry))
    return moveToMail(db, id, reason);
  return settleDelivery(db, id, { state: 'failed', reason });
}
