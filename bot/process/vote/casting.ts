import { overSince, type Planned, type Session } from '../meeting/session.ts';
import type { Presence } from '../frame/presence.ts';
import { refuse, refuseCloser, type Refusal } from '../frame/refusals.ts';
import { saidPresent, wasThere } from './presence.ts';
import { inTheWay, noSeat, seatOf, type Seat } from './seat.ts';
import type { Caster, Choice, Rule } from './vote.ts';

/** A vote that takes ballots until it is closed, or its meeting is over. */
interface Taking {
  closedAt: Date | null;
  rule: Pick<Rule, 'deputies'>;
}

/** A member's seat in a vote, and its ballot, as somebody of that member meets them. */
export interface Casting extends Seat {
  vote: Taking;
  /** The session it is in, and when its meeting was planned. */
  times: [Session, Planned];
  organisationName: string;
  representativeName: string | null;
  /** Whoever asks was the representative while the vote was open, and another is now. */
  replaced: boolean;
  /** What the secretariat marked for this session, null when nothing was; and whether it has recorded a ballot in this vote. */
  marked: boolean | null;
  recorded: boolean;
  /** The ballot as it stands, and who has declared an interest. */
  choice: Choice | null;
  recused: readonly string[];
}

export const voteClosed = (closedAt: Date): Refusal =>
  refuse('voteClosed', { closedAt: closedAt.toISOString() });

/** Why no ballot counts in it any more, whoever casts or records it. */
export function tooLate(
  { closedAt }: Pick<Taking, 'closedAt'>,
  times: [Session, Planned],
  now: Date,
): Refusal | null {
  if (closedAt) return voteClosed(closedAt);
  const overAt = overSince(...times, now)?.toISOString();
  return overAt ? refuse('meetingOver', { overAt }) : null;
}

/** Whether somebody may cast the ballot at all, wherever they are, and if not why; without a choice, any. */
export function mayCast(
  of: Casting,
  { personId, choice }: { personId: string; choice?: Choice | undefined },
  now: Date,
): Refusal | null {
  const seat = seatOf(of, personId);
  if (!seat) return noSeat(of.organisationName, of.replaced ? (of.representativeName ?? '–') : null);
  const late = tooLate(of.vote, of.times, now);
  if (late) return late;
  if (seat === 'deputy' && !of.vote.rule.deputies) return refuse('deputyNotAllowed');
  // Declared once it holds, whoever has cast the ballot since; the same declaration again changes nothing.
  const again = choice === 'recused' && of.choice === 'recused';
  return of.recused.includes(personId) && !again ? refuse('recusedYourself') : null;
}

/** Whose representative a deputy gives way to while they are in the meeting; null for the representative. */
function before(of: Seat & Pick<Casting, 'recused'>, personId: string): string | null {
  return seatOf(of, personId) === 'deputy' ? (inTheWay(of, of.recused)?.objectId ?? null) : null;
}

/** Whom Teams is asked of before somebody's ballot, by object id: nobody of whom the secretariat has said that they are there. */
export function toAsk(
  of: Seat & Pick<Casting, 'marked' | 'recorded' | 'recused'>,
  { personId, objectId }: { personId: string; objectId: string },
): string[] {
  if (!seatOf(of, personId)) return [];
  const representative = before(of, personId);
  return [...(saidPresent(of) ? [] : [objectId]), ...(representative ? [representative] : [])];
}

const outAfter = (left: Date): Refusal =>
  refuseCloser('notInMeeting', 'over', { overAt: left.toISOString() });

/** What nobody needs to be asked for: when the meeting is over nobody is in it, and only who was there still votes. */
export function mustHaveBeen(of: Casting): Refusal | null {
  const left = of.times[0].overAt;
  return left && !wasThere(of) ? outAfter(left) : null;
}

/** Whether somebody who may cast is where that is done, by what Teams said of those it was asked of. */
export function mayCastFrom(
  of: Casting,
  { personId, objectId }: { personId: string; objectId: string | null },
  said: Record<string, Presence>,
): Refusal | null {
  const representative = before(of, personId);
  const first = representative ? (said[representative] ?? 'unknown') : 'out';
  if (first === 'in') return refuse('representativePresent', { organisation: of.organisationName });
  if (first === 'unknown') return refuse('presenceUnknown');
  const left = of.times[0].overAt;
  if (left ? wasThere(of) : saidPresent(of)) return null;
  const own = said[objectId ?? ''] ?? 'unknown';
  if (own === 'in') return null;
  if (own === 'unknown') return refuse('presenceUnknown');
  return left ? outAfter(left) : refuse('notInMeeting');
}

/** Who has declared an interest with a ballot: whoever cast it; what is recorded for somebody is no declaration of theirs. */
export const declaredBy = (choice: Choice, caster: Caster, personId: string | null): string[] =>
  choice === 'recused' && caster !== 'secretariat' && personId ? [personId] : [];
