import type { AboutKind } from '../frame/about.ts';
import { isSomebody } from '../frame/roles.ts';

/** Kinds of lines in Teams' activity feed: declared in the app's manifest, and each can be turned off by its reader. */
export const noticeKinds = ['hearing', 'reminder', 'vote', 'meeting'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What a message in a person's own chat is looked at until: its hearing's deadline, its vote's closing, or for its time. */
type OwnUntil = 'deadline' | 'closing' | 'month';

interface MessageFacts {
  /** Which line of the activity feed goes beside its mail; null: none. */
  notice: NoticeKind | null;
  /**
   * What becomes of it in a person's own chat. `living` goes on being true: it takes no words, so that an edit takes none
   * away. `settling` shows how it ended, once nobody writes in it any more. Left out: it stands as it was sent.
   */
  own?: { is: 'living' | 'settling'; until: OwnUntil };
  /** In a shared chat its card goes on living after it was sent. */
  shared?: 'living';
}

/**
 * All that people are told (process: told to people). How each is made stands in `jobs/messages.ts`, which does not compile
 * without one of them.
 */
const messages = {
  greeting: { notice: null },
  hearingInvitation: { notice: 'hearing', shared: 'living' },
  hearingReminder: { notice: 'reminder', own: { is: 'settling', until: 'deadline' } },
  deadlineExtended: { notice: 'hearing', shared: 'living' },
  // Of an older program, which bound by naming: nothing queues it any more, but what failed then may be sent again.
  namedInJointAnswer: { notice: 'hearing' },
  jointProposed: { notice: 'hearing', own: { is: 'living', until: 'deadline' } },
  jointDecided: { notice: 'hearing', own: { is: 'living', until: 'deadline' } },
  jointEnded: { notice: 'hearing' },
  voteOpened: { notice: 'vote', shared: 'living' },
  voteResult: { notice: 'vote' },
  ballotRecorded: { notice: 'vote' },
  seatReplaced: { notice: 'vote' },
  voteLeftOpen: { notice: 'vote', own: { is: 'settling', until: 'closing' } },
  findTime: { notice: 'meeting' },
  meetingCalled: { notice: 'meeting' },
  meetingChanged: { notice: 'meeting' },
  meetingCancelled: { notice: 'meeting' },
  // To the secretariat: a member has nobody who can answer, or vote.
  placeVacant: { notice: null, own: { is: 'living', until: 'month' } },
} as const satisfies Record<string, MessageFacts>;
export type MessageKind = keyof typeof messages;
const factsOf: Record<MessageKind, MessageFacts> = messages;
export const messageKinds = Object.keys(messages) as [MessageKind, ...MessageKind[]];
/** Of a program that came after this one, which alone knows its words. */
export const isMessageKind = (kind: string): kind is MessageKind => Object.hasOwn(messages, kind);

export const noticeOf = (kind: MessageKind): NoticeKind | null => factsOf[kind].notice;
export const sharedLiving: MessageKind[] = messageKinds.filter((kind) => factsOf[kind].shared === 'living');
export const isLiving = (kind: MessageKind): boolean => factsOf[kind].own?.is === 'living';
export const ownUntil = (until: OwnUntil): MessageKind[] =>
  messageKinds.filter((kind) => factsOf[kind].own?.until === until);
export const withNotice: MessageKind[] = messageKinds.filter((kind) => noticeOf(kind) !== null);

/** What messages are asked for by and sent again about. Members and persons are told of as things happen, each once. */
export const toldAbout = ['hearing', 'vote', 'meeting', 'scheduling'] as const satisfies AboutKind[];

/**
 * `sending` is a message that has left and not come back; `uncertain` one whose sender died in between, so
 * nobody knows; `cancelled` one that was no longer needed when its turn came. Only `accepted` has a receipt.
 */
export const deliveryStates = [
  'queued',
  'sending',
  'accepted',
  'actedOn',
  'failed',
  'uncertain',
  'cancelled',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** It failed, or nobody knows. */
export const lostStates = ['failed', 'uncertain'] as const satisfies DeliveryState[];

/**
 * Whether somebody must see to a message: it did not arrive, or nobody knows, in a shared chat or with somebody who is still
 * there. Nobody else is sent anything again. It stands here for the store, which counts them by it in rows.
 */
export const isUndelivered = (state: DeliveryState, to: Parameters<typeof isSomebody>[0] | null): boolean =>
  lostStates.some((one) => one === state) && (to === null || isSomebody(to));

/** What the platform answered to a send, in our words. */
export type SendOutcome =
  | { sent: true; activityId: string | null }
  /** Not delivered, worth another try: throttled, busy, or briefly down. */
  | { sent: false; retry: true; reason: string; afterMs: number | null }
  /** Not delivered and will not be; or nobody knows whether it was. */
  | { sent: false; retry: false; reason: string; uncertain: boolean };

/** Tries before a message that keeps being put off is recorded as failed. */
export const mostAttempts = 8;
/** Of a mail, which surely has not left and has no other way: for most of an hour, so that a long trouble passes. */
export const mostMailAttempts = 60;

/** Why a message is listed as it is. Of one that went, why it went by mail; what kept it waiting is over. */
export const reasonOfSent = (channel: string, reason: string | null): string | null =>
  channel === 'mail' && !reason?.startsWith('mail') ? reason : null;

/** Exponential with jitter, capped; what the platform asks for comes first. Milliseconds. */
export function retryDelay(attempt: number, askedMs: number | null, random: number): number {
  const ceiling = Math.min(60_000, 500 * 2 ** attempt);
  return Math.max(askedMs ?? 0, 0) + Math.round(ceiling * (0.5 + random / 2));
}
