import { dayOf } from '../frame/calendar.ts';

export const hearingKinds = ['termsOfReference', 'workingGroup', 'internal', 'industry'] as const;
export type HearingKind = (typeof hearingKinds)[number];
export const commentTypes = ['general', 'technical', 'editorial'] as const;
export type CommentType = (typeof commentTypes)[number];
export const channels = ['card', 'tab', 'publicPage', 'sheet', 'mail'] as const;
export type Channel = (typeof channels)[number];
export const dispositions = ['accepted', 'partly', 'notAccepted', 'noted'] as const;
export type Disposition = (typeof dispositions)[number];
export const positions = ['withRemarks', 'noRemarks'] as const;
export type Position = (typeof positions)[number];
export const answerStates = ['withRemarks', 'noRemarks', 'silent', 'late', 'joint', 'reservation'] as const;
export type AnswerState = (typeof answerStates)[number];

/** Open is a function of server time alone; the deadline itself is already too late. */
export const isOpen = (deadline: Date, now: Date): boolean => now.getTime() < deadline.getTime();

/** What comes when the hearing is open no more. */
export const isLate = (deadline: Date, receivedAt: Date): boolean => !isOpen(deadline, receivedAt);

/** When something came: a mail when it says, by whoever types it in, and nothing later than now. */
export const cameAt = (typed: Date | null, now: Date): Date => (typed && typed < now ? typed : now);

/** A mail that came before the hearing was opened answers nothing in it; on the day itself it may have crossed the invitation. */
export const cameBefore = (opensAt: Date, typed: Date): boolean => dayOf(typed) < dayOf(opensAt);

export interface AnswerFacts {
  answer: { position: Position; late: boolean; reservation: string | null } | null | undefined;
  /** Comments that stand and have left the organisation, and whether all came late; what was never submitted is no answer. */
  filed: { handedIn: number; late: boolean } | null | undefined;
  joint: boolean;
}

/**
 * One of the six things an organisation's answer can be. Remarks that came by mail, without an answer that says so,
 * count as remarks once the deadline is past: they are answered like any other.
 */
export function answerState({ answer, filed, joint }: AnswerFacts, open: boolean): AnswerState {
  if (!answer) {
    if (open || !filed || filed.handedIn === 0) return 'silent';
    return filed.late ? 'late' : 'withRemarks';
  }
  if (answer.late) return 'late';
  if (joint) return 'joint';
  return answer.reservation ? 'reservation' : answer.position;
}

/** Of one organisation in one hearing, so that nobody uses up the numbers of all; taken back or not, a number is used. */
export const mostComments = 300;

/** `H12-437`: the comment's name for ever, whichever door it came through; drawn at random, so that it counts nothing. */
export const commentRef = (hearingNumber: number, number: number): string =>
  `H${hearingNumber}-${String(number).padStart(3, '0')}`;
