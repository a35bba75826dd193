import { markedWord } from './marks.ts';
import { Player, type Press } from './player.ts';
import type { Someone } from '../support/factories.ts';
import type { Ground } from './ground.ts';
import type { Seat } from './seat.ts';
import type { HeldVote } from './stage.ts';

/** What is not known of who is in Teams is no vote, and says so. */
const asksTeams = ['presenceUnknown', 'notInMeeting', 'inCard'];

abstract class Voter extends Player {
  protected index: number;
  protected organisationId: string;
  protected seat: Seat;

  constructor(ground: Ground, name: string, index: number) {
    super(ground, `${name} ${index}`);
    this.index = index;
    this.organisationId = ground.stage.members[index]!.id;
    this.seat = ground.stage.seats[index]!;
  }

  protected ballot(who: Someone, vote: HeldVote, mayBe: Press['mayBe']): Press {
    // Seldom, and once: it ends what this person may cast.
    const declares = this.random.chance(0.04) && !vote.recused.has(who.objectId);
    const choice = declares ? 'recused' : this.random.pick(['for', 'against', 'abstain'])!;
    if (choice === 'recused') vote.recused.add(who.objectId);
    const statement = markedWord({ member: this.index, seal: 'v', number: vote.number });
    const against = choice === 'against';
    return {
      who,
      name: 'castBallot',
      input: { voteId: vote.id, choice, ...(against && { statement }) },
      register: `ballot ${vote.id} ${this.organisationId}`,
      value: against ? statement : choice,
      receipt: ({ castAt }) => castAt,
      mayBe: (code) =>
        (vote.closing && ['voteClosed', 'inCard'].includes(code)) ||
        (vote.inTeams && asksTeams.includes(code)) ||
        (vote.recused.has(who.objectId) && ['recusedYourself', 'inCard'].includes(code)) ||
        mayBe(code),
    };
  }
}

/** Two people of one member, of whom one has the seat: either tries, and is told whose it is. */
export class Representative extends Voter {
  async turn(): Promise<void> {
    const vote = this.random.pick(this.ground.stage.openVotes);
    const { holder, people } = this.seat;
    const who = holder && this.random.chance(0.85) ? holder : this.random.pick(people)!;
    if (!vote || this.random.chance(0.4)) return this.look(who);
    // Now and then on the card and in the tab at once, perhaps with another choice in each.
    const doors = this.random.chance(0.1) ? [true, false] : [this.random.chance(0.5)];
    await Promise.all(doors.map((card) => this.#cast(who, vote, card)));
  }

  async #cast(who: Someone, vote: HeldVote, card: boolean): Promise<void> {
    const before = this.seat.sight();
    const former = ['notEntitled', 'inCard'];
    const press = this.ballot(
      who,
      vote,
      (code) => former.includes(code) && this.seat.holderSince(before) !== who,
    );
    const told = await this.press({ ...press, card });
    const holder = this.seat.holderSince(before);
    if (told.is === 'done' && holder && holder !== who)
      this.ground.ledger.found('told wrong', `${press.register} was cast by whoever had no seat`);
  }
}

/** Casts while the representative is out of the meeting, and tries it while not. */
export class Deputy extends Voter {
  async turn(): Promise<void> {
    const { members, openVotes, council } = this.ground.stage;
    const { deputy } = members[this.index]!;
    const vote = this.random.pick(openVotes.filter(({ inTeams }) => inTeams));
    if (!vote || !council || this.random.chance(0.6)) return this.look(deputy);
    const inside = this.random.chance(0.5);
    await this.#step(council.platformId, inside);
    const before = this.seat.sight();
    const wasInside = this.seat.inside;
    const told = await this.press(this.ballot(deputy, vote, (code) => this.#explained(code)));
    const certain = this.seat.holderSince(before);
    const present = wasInside && this.seat.inside && !(certain && vote.recused.has(certain.objectId));
    if (told.is === 'done' && certain && present)
      this.ground.ledger.found(
        'told wrong',
        `a deputy cast ${told.result['voteId']} beside a representative`,
      );
  }

  #explained(code: string): boolean {
    return ['representativePresent', 'inCard', 'presenceUnknown'].includes(code);
  }

  /** The representatives come into the meeting in Teams, and leave it. */
  async #step(platformId: string, inMeeting: boolean): Promise<void> {
    if (this.seat.inside === inMeeting || this.random.chance(0.5)) return;
    const path = `/meetings/${encodeURIComponent(platformId)}/presence`;
    this.seat.step(inMeeting);
    for (const { objectId } of this.seat.people)
      await this.ground.house.api('POST', path, { objectId, inMeeting });
    this.seat.step(inMeeting);
  }
}
