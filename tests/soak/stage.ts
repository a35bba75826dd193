import type { Member, Someone } from '../support/factories.ts';
import { marksIn, type Mark } from './marks.ts';
import type { Ledger } from './told.ts';

/** A hearing that is or was on, as whoever plays knows it. */
export interface HeldHearing {
  number: number;
  id: string;
  revisionId: string;
  /** Somebody has moved the clock, or is about to. */
  passed: boolean;
  /** Members whose contact has submitted, or has tried to. */
  handed: Set<number>;
}
export interface HeldVote {
  number: number;
  id: string;
  revisionId: string;
  /** Somebody has pressed the button that closes it, or is about to. */
  closing: boolean;
}
/** A comment that its writer was told is saved. */
export interface KnownComment {
  id: string;
  register: string;
  member: number;
  hearing: HeldHearing;
  withdrawn: boolean;
}

/** Who plays, and what is on: all that is known of the world without asking the app. */
export class Stage {
  members: Member[] = [];
  hearings: HeldHearing[] = [];
  votes: HeldVote[] = [];
  comments: KnownComment[] = [];
  /** The chats with the bot; whoever has none is reached by mail, and presses in the tab. */
  chats = new Map<string, string>();
  over = false;
  #ledger: Ledger;
  #memberOf = new Map<string, number>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  enter(member: Member): void {
    const index = this.members.push(member) - 1;
    for (const { objectId } of [member.representative, member.contact, member.staff])
      this.#memberOf.set(objectId, index);
  }

  get openHearings(): HeldHearing[] {
    return this.hearings.filter(({ passed }) => !passed);
  }
  get openVotes(): HeldVote[] {
    return this.votes.filter(({ closing }) => !closing);
  }

  /** Whoever is shown a marked word that is sealed from them has found a leak; the secretariat is of no member. */
  shown(who: Someone, text: string, where: string): void {
    const reader = this.#memberOf.get(who.objectId) ?? null;
    for (const mark of marksIn(text))
      if (!this.#maySee(reader, mark))
        this.#ledger.found(
          'leaked',
          `${where} shows member ${reader ?? 'none'} a word of ${JSON.stringify(mark)}`,
        );
  }

  #maySee(reader: number | null, { member, seal, number }: Mark): boolean {
    if (reader === member) return true;
    if (seal === 'v') return this.votes.find((one) => one.number === number)?.closing ?? false;
    const hearing = this.hearings.find((one) => one.number === number);
    return (hearing?.handed.has(member) ?? false) && (reader === null || hearing!.passed);
  }

  /** What an open vote says of others' ballots, to whomever. */
  votesShown(who: Someone, vote: HeldVote, view: any): void {
    const own = this.members[this.#memberOf.get(who.objectId) ?? -1]?.id;
    const others = (view.ballots ?? []).filter((one: any) => one.organisationId !== own);
    if (!vote.closing && (view.tally || others.length > 0))
      this.#ledger.found('leaked', `vote ${vote.number} shows ballots while it is open`);
  }
}
