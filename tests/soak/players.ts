import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ActName } from '../../bot/acts/index.ts';
import type { Member, Someone } from '../support/factories.ts';
import type { Ground } from './ground.ts';
import { markedWord } from './marks.ts';
import { randomFrom, type Random } from './random.ts';
import type { KnownComment } from './stage.ts';
import type { Told } from './told.ts';

/** Told nothing certain, people press again, and give up some time. */
const mostPresses = 8;

interface Press {
  who: Someone;
  name: ActName;
  input: Record<string, unknown>;
  /** What it is about, and what becomes of it. */
  register: string;
  value: string;
  /** What a receipt says that may never change. */
  receipt?: (result: Record<string, any>) => string | undefined;
  /** Refusals that the world explains; any other is one that nobody should have been told. */
  mayBe: (code: string) => boolean;
}

/** Somebody of the partnership, who does one thing after the other and remembers what they were told. */
export class Player {
  protected ground: Ground;
  protected random: Random;

  constructor(ground: Ground, name: string) {
    this.ground = ground;
    this.random = randomFrom(ground.seed, name);
  }

  /** Once, twice at the same moment, again while nobody knows, and again though it is known. */
  protected async press(press: Press): Promise<Told> {
    const key = `f:${randomUUID()}`;
    const once = (): Promise<Told> => this.#once(press, key);
    let told = this.random.chance(0.1) ? (await Promise.all([once(), once()]))[0]! : await once();
    for (let presses = 1; told.is === 'unknown' || told.is === 'unchanged'; presses += 1) {
      if (presses >= mostPresses || this.random.chance(0.15)) break;
      await sleep(this.random.between(300, 2_500));
      told = await once();
    }
    if (told.is === 'done' && this.random.chance(0.1)) await once();
    return told;
  }

  async #once({ who, name, input, register, value, receipt, mayBe }: Press, key: string): Promise<Told> {
    const { door, ledger } = this.ground;
    const told = await door.press(who, name, input, key, this.random.chance(0.5));
    ledger.note(register, value, told);
    if (told.is === 'done') ledger.receipt(key, receipt?.(told.result));
    if (told.is === 'refused' && !mayBe(told.code))
      ledger.found('told wrong', `${name} of ${register} was refused as ${told.code}`);
    return told;
  }

  protected async look(who: Someone): Promise<void> {
    const { stage, door } = this.ground;
    const hearing = this.random.pick(stage.hearings.slice(-3));
    const vote = this.random.pick(stage.votes.slice(-2));
    const on = [
      ...(hearing ? [`hearing?id=${hearing.id}`, `comments?hearingId=${hearing.id}`] : []),
      ...(hearing ? [`trail?revisionId=${hearing.revisionId}`, `revision?id=${hearing.revisionId}`] : []),
      ...(vote ? [`trail?revisionId=${vote.revisionId}`] : []),
    ];
    const query = this.random.pick([
      ...on,
      'tasks',
      'revisions?limit=20',
      'meetings?limit=5',
      'members',
      'me',
    ])!;
    await door.look(who, query);
    if (!vote) return;
    const { closing } = vote;
    const view = await door.look(who, `vote?id=${vote.id}`);
    if (view) stage.votesShown(who, { ...vote, closing: closing || vote.closing }, view);
  }

  /** Plays on until the play is over. */
  async play(turn: () => Promise<unknown>, pauseMs: number): Promise<void> {
    while (!this.ground.stage.over) {
      await turn();
      await sleep(this.random.between(pauseMs / 4, pauseMs * 2));
    }
  }
}

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
      mayBe: (code) => this.#closed(hearing, code),
    });
    const id = told.is === 'done' && told.result['commentId'];
    if (!id) return;
    const comment = { id, register: `comment ${word}`, member: this.#index, hearing, withdrawn: false };
    this.#known.push(comment);
    this.ground.stage.comments.push(comment);
  }

  #closed(hearing: KnownComment['hearing'], code: string): boolean {
    if (code === 'inCard') return hearing.passed || hearing.handed.has(this.#index);
    return (
      (code === 'hearingClosed' && hearing.passed) ||
      (code === 'answerSubmitted' && hearing.handed.has(this.#index))
    );
  }

  async #edit(one: KnownComment): Promise<void> {
    const word = one.register.slice('comment '.length);
    const value = `${word} ${randomUUID().slice(0, 8)}`;
    await this.press({
      who: this.#who,
      name: 'editComment',
      input: { commentId: one.id, text: value },
      register: one.register,
      value,
      mayBe: (code) => this.#closed(one.hearing, code),
    });
  }

  async #withdraw(one: KnownComment): Promise<void> {
    // Whatever comes of it, nothing more is done with this one.
    one.withdrawn = true;
    await this.press({
      who: this.#who,
      name: 'withdrawComment',
      input: { commentId: one.id },
      register: one.register,
      value: 'withdrawn',
      mayBe: (code) => this.#closed(one.hearing, code),
    });
  }
}

export class Contact extends Player {
  async turn(index: number, { contact }: Member): Promise<void> {
    const hearing = this.random.pick(this.ground.stage.openHearings);
    if (!hearing || this.random.chance(0.8)) return this.look(contact);
    hearing.handed.add(index);
    const reservation = markedWord({ member: index, seal: 'h', number: hearing.number });
    const position = this.random.chance(0.7) ? 'withRemarks' : 'noRemarks';
    const explained = ['answerHasComments', 'answerWithoutComments', 'inCard'];
    await this.press({
      who: contact,
      name: 'submitAnswer',
      input: { hearingId: hearing.id, position, reservation },
      register: `answer ${hearing.id} ${this.ground.stage.members[index]!.id}`,
      value: reservation,
      mayBe: (code) => explained.includes(code) || (code === 'hearingClosed' && hearing.passed),
    });
  }
}

export class Representative extends Player {
  async turn(index: number, { id, representative }: Member): Promise<void> {
    const vote = this.random.pick(this.ground.stage.openVotes);
    if (!vote || this.random.chance(0.4)) return this.look(representative);
    const choice = this.random.pick(['for', 'against', 'abstain'])!;
    const statement = markedWord({ member: index, seal: 'v', number: vote.number });
    await this.press({
      who: representative,
      name: 'castBallot',
      input: { voteId: vote.id, choice, ...(choice === 'against' && { statement }) },
      register: `ballot ${vote.id} ${id}`,
      value: choice === 'against' ? statement : choice,
      receipt: ({ castAt }) => castAt,
      mayBe: (code) => vote.closing && ['voteClosed', 'inCard'].includes(code),
    });
  }
}
