import type { Meeting } from '../support/cases.ts';
import type { Member, Someone } from '../support/factories.ts';
import type { Ledger } from './ledger.ts';
import { marksIn, type Mark } from './marks.ts';
import { Seat } from './seat.ts';

/** With each hearing a month goes by, whatever meeting is on: meetings last as long as the play. */
export const meetingHours = 30 * 365 * 24;

/** A hearing that is or was on, as whoever plays knows it. */
export interface HeldHearing {
  number: number;
  id: string;
  revisionId: string;
  /** The latest that anybody has tried to set. */
  deadline: number;
  /** Somebody has moved the clock, or is about to. */
  passed: boolean;
  /** Members whose contact has submitted, or has tried to. */
  handed: Set<number>;
}
export interface HeldVote {
  number: number;
  id: string;
  revisionId: string;
  /** Held in Teams: who is there is asked there, but for those who were recorded in the room. */
  inTeams: boolean;
  /** Somebody has pressed the button that closes it, or is about to. */
  closing: boolean;
  /** Who has declared an interest, or has tried to: they cast nothing more in it. */
  recused: Set<string>;
}
/** A comment that its writer was told is saved. */
export interface KnownComment {
  id: string;
  word: string;
  member: number;
  hearing: HeldHearing;
  withdrawn: boolean;
}

/** Who plays, and what is on: all that is known of the world without asking the app. */
export class Stage {
  members: Member[] = [];
  seats: Seat[] = [];
  secretaries: Someone[] = [];
  /** Of no member: one whom the register has, and one whom it has not. */
  outsiders: Someone[] = [];
  /** In Teams, with everybody invited. */
  council: Meeting | null = null;
  hearings: HeldHearing[] = [];
  votes: HeldVote[] = [];
  comments: KnownComment[] = [];
  /** Words that were withdrawn before anybody outside could have them. */
  takenBack = new Set<string>();
  /** The chats with the bot; whoever has none is reached by mail, and presses in the tab. */
  chats = new Map<string, string>();
  over = false;
  #ledger: Ledger;
  #readers = new Map<string, number | 'secretariat'>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  enter(member: Member, other: Someone): void {
    const index = this.members.push(member) - 1;
    this.seats.push(new Seat(member.representative, other));
    for (const { objectId } of [member.representative, member.deputy, member.contact, member.staff, other])
      this.#readers.set(objectId, index);
  }

  enterSecretary(one: Someone): void {
    this.secretaries.push(one);
    this.#readers.set(one.objectId, 'secretariat');
  }

  get openHearings(): HeldHearing[] {
    return this.hearings.filter(({ passed }) => !passed);
  }
  get openVotes(): HeldVote[] {
    return this.votes.filter(({ closing }) => !closing);
  }

  /** Whoever is shown a marked word that is sealed from them has found a leak. */
  shown(who: Someone, text: string, where: string): void {
    const reader = this.#readers.get(who.objectId) ?? 'an outsider';
    for (const mark of marksIn(text))
      if (!this.#maySee(reader, mark)) this.#ledger.found('leaked', `${where} shows ${reader} ${mark.word}`);
  }

  #maySee(reader: number | string, { member, seal, number, word }: Mark & { word: string }): boolean {
    if (reader === member) return true;
    if (reader === 'an outsider' || this.takenBack.has(word)) return false;
    if (seal === 'v') return this.votes.find((one) => one.number === number)?.closing ?? false;
    const hearing = this.hearings.find((one) => one.number === number);
    return (hearing?.handed.has(member) ?? false) && (reader === 'secretariat' || hearing!.passed);
  }

  /** What an open vote says of others' ballots, to whomever. */
  votesShown(who: Someone, vote: HeldVote, view: any): void {
    const reader = this.#readers.get(who.objectId);
    const own = typeof reader === 'number' ? this.members[reader]!.id : null;
    const others = (view.ballots ?? []).filter((one: any) => one.organisationId !== own);
    if (!vote.closing && (view.tally || others.length > 0))
      this.#ledger.found('leaked', `vote ${vote.number} shows ballots while it is open`);
  }
}
