import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { ChatMessage, Mail, Messenger } from '../ports.ts';
import { mostAttempts, retryDelay, type SendOutcome } from '../process/messages.ts';
import { conversationById } from '../store/conversations.ts';
import type { Db } from '../store/database.ts';
import {
  claimDeliveries,
  markAbandoned,
  moveToMail,
  putOff,
  settleDelivery,
  takePace,
  type Delivery,
} from '../store/deliveries.ts';
import { personById } from '../store/people.ts';
import type { Composer, Ready } from './compose.ts';
import { loop, type Loop } from './loop.ts';
import { mailOf } from './mail.ts';

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
const headroom = 0.97;
/** Between two searches for messages that lost their sender. */
const sweepMs = 10_000;
/** Between two looks at an empty queue. */
const idleMs = 200;

/** Reasons after which a person's chat will not work, so that mail is tried. */
const unreachable = new Set(['blocked', 'notInstalled', 'notInRoster', 'notFound', 'refused']);

/** Drains the outbox until it is told to stop; what it holds then is finished first. */
export function startDelivering(delivering: Delivering): Loop {
  const { db, log, sendRate, conversationRate } = delivering;
  const batch = Math.max(1, Math.ceil(sendRate / 2));
  let swept = 0;
  const round = async (): Promise<number> => {
    if (Date.now() - swept > sweepMs) {
      await markAbandoned(db, abandonedAfterMs);
      swept = Date.now();
    }
    const claimed = await claimDeliveries(db, batch, 1 / conversationRate);
    if (claimed.length === 0) return idleMs;
    await sendAll(delivering, claimed);
    return 0;
  };
  return loop(round, (error) => log.error({ err: error }, 'the outbox could not be worked; trying again'));
}

async function sendAll(delivering: Delivering, claimed: Delivery[]): Promise<void> {
  const rate = delivering.sendRate * headroom;
  const startAt = (await takePace(delivering.db, claimed.length, rate)).getTime();
  await Promise.all(
    claimed.map(async (delivery, index) => {
      await sleep(Math.max(0, startAt + (index * 1000) / rate - Date.now()));
      await sendOne(delivering, delivery).catch(async (error: unknown) => {
        delivering.log.error({ err: error, delivery: delivery.id }, 'a message could not be made or sent');
        await settleDelivery(delivering.db, delivery.id, { state: 'failed', reason: 'stopped' });
      });
    }),
  );
}

async function sendOne(delivering: Delivering, delivery: Delivery): Promise<void> {
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

async function sendToChat(
  { db, messenger }: Delivering,
  delivery: Delivery,
  message: ChatMessage,
): Promise<SendOutcome> {
  const chat = delivery.conversationId ? await conversationById(db, delivery.conversationId) : null;
  if (!chat) return { sent: false, retry: false, reason: 'notInstalled', uncertain: false };
  return messenger.send(
    { conversationId: chat.id, serviceUrl: chat.serviceUrl, tenantId: chat.tenantId },
    message,
  );
}

async function sendMail(
  { db, mail }: Delivering,
  delivery: Delivery,
  { message, link }: Ready,
): Promise<SendOutcome> {
  const person = delivery.personId ? await personById(db, delivery.personId) : null;
  const nowhere: SendOutcome = { sent: false, retry: false, reason: 'noAddress', uncertain: false };
  if (!person?.email || !mail) return person?.email ? { ...nowhere, reason: 'mailUnavailable' } : nowhere;
  return mail.send(person.email, mailOf(person.locale, message, link));
}

async function settle({ db }: Delivering, delivery: Delivery, outcome: SendOutcome): Promise<void> {
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
