/*
 * When a card that was sent is looked at once more, because it may show what is no longer so. The rules stand here for the
 * store, which looks for such cards by rows.
 */
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** After a deadline somebody may still be typing for so long, and an edit would take the words that a refusal gives back. */
export const typedStillMs = 10 * minuteMs;
/** So long after the end a card is brought to show it. */
export const settledForMs = 30 * dayMs;
/** Until so long after the end a shared card may change once more: a vote's stamp comes later. */
export const stampedWithinMs = dayMs;
/** One that cannot be edited is tried ever more seldom. */
export const editAgain = { firstMs: minuteMs / 2, doublings: 7 } as const;

interface Heard {
  deadline: Date;
  /** Null: the deadline was never moved. */
  originalDeadline: Date | null;
}
interface Voted {
  closedAt: Date | null;
  carried: boolean | null;
}
interface Sent {
  /** When it was last seen to show what it should. */
  shownAt: Date | null;
}
type Hearing = Pick<Heard, 'deadline'>;

const since = (at: Date, now: Date): number => now.getTime() - at.getTime();

/** Nobody types into a hearing's card any more. */
export const isQuiet = ({ deadline }: Hearing, now: Date): boolean => since(deadline, now) >= typedStillMs;

const isShown = ({ shownAt }: Sent, end: Date, withinMs: number): boolean =>
  shownAt !== null && since(end, shownAt) >= withinMs;

/** Of a hearing that is over, in somebody's own chat: once it is quiet each is looked at once, for a month at most. */
export const isOwnToSettle = (sent: Sent, hearing: Hearing, now: Date): boolean =>
  isQuiet(hearing, now) &&
  since(hearing.deadline, now) < settledForMs &&
  !isShown(sent, hearing.deadline, typedStillMs);

/** What asks somebody to close a vote, until it has been seen to be closed. */
export const asksStill = (sent: Sent, vote: Pick<Voted, 'closedAt'> | null): boolean =>
  !vote?.closedAt || !isShown(sent, vote.closedAt, 0);

/**
 * A shared card, until it has been seen to show how it ended, a day after it, and for a month at most. A hearing's is left
 * alone while nothing in it can have changed, and for some minutes after the deadline.
 */
export function isSharedToSettle(
  sent: Sent,
  { hearing, vote }: { hearing: Heard | null; vote: Voted | null },
  now: Date,
): boolean {
  const end = hearing?.deadline ?? (vote?.carried === null ? null : (vote?.closedAt ?? null));
  if (end && (since(end, now) >= settledForMs || isShown(sent, end, stampedWithinMs))) return false;
  return (
    !hearing ||
    isQuiet(hearing, now) ||
    (since(hearing.deadline, now) < 0 && hearing.originalDeadline !== null)
  );
}

/** How long a card that could not be edited so many times is left alone. */
export const editAgainAfter = (failures: number): number =>
  editAgain.firstMs * 2 ** Math.min(failures, editAgain.doublings);
