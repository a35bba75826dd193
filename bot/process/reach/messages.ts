/** What people are told, and the states of one telling (process: told to people). */
export const messageKinds = [
  'greeting',
  'hearingInvitation',
  'hearingReminder',
  'deadlineExtended',
  // Of an older program, which bound by naming: nothing queues it any more, but what failed then may be sent again.
  'namedInJointAnswer',
  'jointProposed',
  'jointDecided',
  'jointEnded',
  'voteOpened',
  'voteResult',
  'ballotRecorded',
  'seatReplaced',
  'voteLeftOpen',
  'findTime',
  'meetingCalled',
  'meetingChanged',
  'meetingCancelled',
  // To the secretariat: a member has nobody who can answer, or vote.
  'placeVacant',
] as const;
export type MessageKind = (typeof messageKinds)[number];
/** Of a program that came after this one, which alone knows its words. */
export const isMessageKind = (kind: string): kind is MessageKind =>
  (messageKinds as readonly string[]).includes(kind);

/** Kinds of lines in Teams' activity feed: declared in the app's manifest, and each can be turned off by its reader. */
export const noticeKinds = ['hearing', 'reminder', 'vote', 'meeting'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Which line goes beside the mail; null: none. */
export const noticeOf: Record<MessageKind, NoticeKind | null> = {
  greeting: null,
  hearingInvitation: 'hearing',
  hearingReminder: 'reminder',
  deadlineExtended: 'hearing',
  namedInJointAnswer: 'hearing',
  jointProposed: 'hearing',
  jointDecided: 'hearing',
  jointEnded: 'hearing',
  voteOpened: 'vote',
  voteResult: 'vote',
  ballotRecorded: 'vote',
  seatReplaced: 'vote',
  voteLeftOpen: 'vote',
  findTime: 'meeting',
  meetingCalled: 'meeting',
  meetingChanged: 'meeting',
  meetingCancelled: 'meeting',
  placeVacant: null,
};
export const told: MessageKind[] = messageKinds.filter((kind) => noticeOf[kind] !== null);

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
