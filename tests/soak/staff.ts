import { randomUUID } from 'node:crypto';
import type { Member, Someone } from '../support/factories.ts';
import type { Ground } from './ground.ts';
import { markedWord } from './marks.ts';
import { Player } from './player.ts';
import type { HeldHearing, KnownComment } from './stage.ts';

/** Why a member's own comment may be refused to be written or changed. */
function closed(index: number, { passed, handed }: HeldHearing, code: string): boolean {
  if (code === 'inCard') return passed || handed.has(index);
  return (code === 'hearingClosed' && passed) || (code === 'answerSubmitted' && handed.has(index));
}

/** Writes comments, changes them and takes them back. */
export class Staff extends Player {
  #known: KnownComment[] = [];
  #index: number;
  #who: Someone;

  constructor(ground: Ground, index: number) {
    super(ground, `staff ${index}`);
    this.#index = index;
    this.#who = ground.stage.members[index]!.staff;
  }

  async turn(): Promise<void> {
    const mine = this.#known.filter(({ hearing, withdrawn }) => !hearing.passed && !withdrawn);
    const one = this.random.pick(mine);
    if (one && this.random.chance(0.25)) return this.#edit(one);
    if (one && this.random.chance(0.12)) return this.#withdraw(one);
    return this.random.chance(0.6) ? this.#add() : this.look(this.#who);
  }

  async #add(): Promise<void> {
    const hearing = this.random.pick(this.ground.stage.openHearings);
    if (!hearing) return this.look(this.#who);
    const word = markedWord({ member: this.#index, seal: 'h', number: hearing.number });
    const told = await this.press({
      who: this.#who,
      name: 'addComment',
      input: { hearingId: hearing.id, type: 'general', text: word },
      register: `comment ${word}`,
      value: word,
      receipt: ({ ref }) => ref,
      mayBe: (code) => closed(this.#index, hearing, code),
    });
    const id = told.is === 'done' && told.result['commentId'];
    if (!id) return;
    const comment = { id, word, member: this.#index, hearing, withdrawn: false };
    this.#known.push(comment);
    this.ground.stage.comments.push(comment);
  }

  /** Now and then on the card and in the tab at once, with other words in each. */
  async #edit(one: KnownComment): Promise<void> {
    const doors = this.random.chance(0.2) ? [true, false] : [this.random.chance(0.5)];
    await Promise.all(doors.map((card) => this.#write(one, card)));
  }

  async #write({ id, word, hearing }: KnownComment, card: boolean): Promise<void> {
    const value = `${word} ${randomUUID().slice(0, 8)}`;
    await this.press({
      who: this.#who,
      name: 'editComment',
      input: { commentId: id, text: value },
      register: `comment ${word}`,
      value,
      card,
      mayBe: (code) => closed(this.#index, hearing, code),
    });
  }

  async #withdraw(one: KnownComment): Promise<void> {
    // Whatever comes of it, nothing more is done with this one.
    one.withdrawn = true;
    const { id, word, hearing } = one;
    const told = await this.press({
      who: this.#who,
      name: 'withdrawComment',
      input: { commentId: id },
      register: `comment ${word}`,
      value: 'withdrawn',
      mayBe: (code) => closed(this.#index, hearing, code),
    });
    if (told.is === 'done' && !hearing.handed.has(this.#index)) this.ground.stage.takenBack.add(word);
  }
}

const positions = ['withRemarks', 'withRemarks', 'noRemarks'];

/** Submits the member's one answer, again and differently, and late where comments were left. */
export class Contact extends Player {
  async turn(index: number, { contact }: Member): Promise<void> {
    const { openHearings, hearings } = this.ground.stage;
    const newest = hearings.slice(-2);
    const hearing = this.random.pick(this.random.chance(0.8) ? openHearings : newest);
    if (!hearing || this.random.chance(0.8)) return this.look(contact);
    const before = hearing.handed.has(index);
    hearing.handed.add(index);
    const reservation = markedWord({ member: index, seal: 'h', number: hearing.number });
    const register = `answer ${hearing.id} ${this.ground.stage.members[index]!.id}`;
    const explained = ['answerHasComments', 'answerWithoutComments', 'inCard'];
    await this.press({
      who: contact,
      name: 'submitAnswer',
      input: { hearingId: hearing.id, position: this.random.pick(positions)!, reservation },
      register,
      value: reservation,
      mayBe: (code) => explained.includes(code) || (code === 'hearingClosed' && hearing.passed),
    });
    // What was refused has not left the house.
    if (!before && !this.ground.ledger.register(register).may.has(reservation)) hearing.handed.delete(index);
  }
}
