import type { Choice, Rule } from '../../../bot/process/vote/vote.ts';
import type { Room } from '../../process/frame/oracle.ts';

/** A vote as process.md tells it: one ballot for each organisation of its opening, the last one counting. */

export interface Voter {
  id: string;
  of: string;
}
export interface Seat {
  representative: string;
  deputy: string | null;
}
interface Ballot {
  choice: Choice;
  by: 'representative' | 'deputy' | 'secretariat';
  statement: string | null;
}

export class VoteModel {
  rule: Rule;
  /** Organisations and deputies as they were when the vote opened, with the representatives of now. */
  seats: Map<string, Seat>;
  ballots = new Map<string, Ballot>();
  /** In the meeting, as Teams says. */
  inside = new Set<string>();
  /** As the secretariat marked it. */
  marked = new Map<string, boolean>();
  /** People who have declared an interest. */
  recused = new Set<string>();
  closed = false;
  /** What the trail says of ballots, oldest first. */
  trail: [organisation: string, choice: Choice][] = [];

  constructor(rule: Rule, seats: Map<string, Seat>) {
    this.rule = rule;
    this.seats = new Map(structuredClone([...seats]));
  }

  #seatOf({ id, of }: Voter): Ballot['by'] | null {
    const seat = this.seats.get(of);
    if (seat?.representative === id) return 'representative';
    return seat?.deputy === id ? 'deputy' : null;
  }

  appoint(of: string, representative: string): void {
    const seat = this.seats.get(of);
    if (seat) seat.representative = representative;
  }

  /** Why this voter may not, or null and the ballot stands. */
  cast(voter: Voter, choice: Choice, statement: string | null): string | null {
    const { of, id } = voter;
    if (!this.seats.has(of)) return 'notInElectorate';
    const by = this.#seatOf(voter);
    if (!by) return 'notEntitled';
    if (this.closed) return 'voteClosed';
    if (by === 'deputy' && !this.rule.deputies) return 'deputyNotAllowed';
    const standing = this.ballots.get(of)?.choice;
    if (this.recused.has(id) && !(choice === 'recused' && standing === 'recused')) return 'recusedYourself';
    if (statement && choice !== 'against') return 'statementOnlyAgainst';
    const { representative } = this.seats.get(of)!;
    if (by === 'deputy' && !this.recused.has(representative) && this.inside.has(representative))
      return 'representativePresent';
    const recorded = this.ballots.get(of)?.by === 'secretariat';
    if (!this.marked.get(of) && !recorded && !this.inside.has(id)) return 'notInMeeting';
    if (choice === 'recused') this.recused.add(id);
    this.#put(of, { choice, by, statement });
    return null;
  }

  onBehalf(of: string, choice: Choice): string | null {
    if (!this.seats.has(of)) return 'notFound';
    if (this.closed) return 'voteClosed';
    this.marked.set(of, true);
    this.#put(of, { choice, by: 'secretariat', statement: null });
    return null;
  }

  /** Against once more keeps what was stated; any other choice has no statement. */
  #put(of: string, ballot: Ballot): void {
    const stated = ballot.choice === 'against' ? (this.ballots.get(of)?.statement ?? null) : null;
    this.ballots.set(of, { ...ballot, statement: ballot.statement ?? stated });
    this.trail.push([of, ballot.choice]);
  }

  room(): Room {
    const room: Room = { for: 0, against: 0, abstain: 0, recused: 0, silent: 0, absent: 0 };
    for (const of of this.seats.keys()) {
      const ballot = this.ballots.get(of);
      if (ballot) room[ballot.choice] += 1;
      else room[this.#isThere(of) ? 'silent' : 'absent'] += 1;
    }
    return room;
  }

  /** The secretariat's mark goes first; else whoever of the seat's holders is in the meeting. */
  #isThere(of: string): boolean {
    const { representative, deputy } = this.seats.get(of)!;
    const holders = this.rule.deputies ? [representative, deputy] : [representative];
    return this.marked.get(of) ?? holders.some((id) => id !== null && this.inside.has(id));
  }
}
