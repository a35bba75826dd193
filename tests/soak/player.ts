import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ActName } from '../../bot/acts/index.ts';
import type { Someone } from '../support/factories.ts';
import type { Ground } from './ground.ts';
import { randomFrom, type Random } from './random.ts';
import type { Told } from './told.ts';

/** Told nothing certain, people press again, and give up some time. */
const mostPresses = 8;

export interface Press {
  who: Someone;
  name: ActName;
  input: Record<string, unknown>;
  /** What it is about, and what becomes of it. */
  register: string;
  value: string;
  /** On a card or in the tab; whichever comes first, unless told. */
  card?: boolean;
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
    const once = (): Promise<Told> => this.once(press, key);
    let told = this.random.chance(0.1) ? (await Promise.all([once(), once()]))[0]! : await once();
    for (let presses = 1; told.is === 'unknown' || told.is === 'unchanged'; presses += 1) {
      if (presses >= mostPresses || this.random.chance(0.15)) break;
      await sleep(this.random.between(300, 2_500));
      told = await once();
    }
    if (told.is === 'done' && this.random.chance(0.1)) await once();
    return told;
  }

  protected async once(press: Press, key: string): Promise<Told> {
    const { door, ledger } = this.ground;
    const { who, name, input, register, value, receipt, mayBe } = press;
    const card = press.card ?? this.random.chance(0.5);
    const told = await ledger.attempt(register, key, value, () => door.press(who, name, input, key, card));
    if (told.is === 'done') {
      ledger.receipt(key, receipt?.(told.result));
      ledger.done[name] = (ledger.done[name] ?? 0) + 1;
    }
    if (told.is === 'refused' && !mayBe(told.code))
      ledger.found('told wrong', `${name} of ${register} was refused as ${told.code} ${told.said ?? ''}`);
    return told;
  }

  /** What is on, as whoever it is; and the newest vote, which shows no ballots while it is open. */
  protected async look(who: Someone): Promise<void> {
    const { stage, door } = this.ground;
    await door.look(who, this.random.pick(this.#pages())!);
    const vote = this.random.pick(stage.votes.slice(-2));
    if (!vote) return;
    const { closing } = vote;
    const view = await door.look(who, `vote?id=${vote.id}`);
    if (view) stage.votesShown(who, { ...vote, closing: closing || vote.closing }, view);
  }

  #pages(): string[] {
    const { hearings, votes } = this.ground.stage;
    const hearing = this.random.pick(hearings.slice(-3));
    const vote = this.random.pick(votes.slice(-2));
    return [
      ...(hearing ? [`hearing?id=${hearing.id}`, `comments?hearingId=${hearing.id}&limit=500`] : []),
      ...(hearing ? [`trail?revisionId=${hearing.revisionId}`, `revision?id=${hearing.revisionId}`] : []),
      ...(hearing ? [`deliveries?hearingId=${hearing.id}`] : []),
      ...(vote ? [`trail?revisionId=${vote.revisionId}`, `deliveries?voteId=${vote.id}`] : []),
      'tasks',
      'revisions?limit=20',
      'meetings?limit=5',
      'members',
      'me',
      'trail?revisionId=register',
    ];
  }

  /** Plays on until the play is over. */
  async play(turn: () => Promise<unknown>, pauseMs: number): Promise<void> {
    while (!this.ground.stage.over) {
      await turn();
      await sleep(this.random.between(pauseMs / 4, pauseMs * 2));
    }
  }
}

/** Does nothing and is shown nothing that is sealed: whoever else has a way in. */
export class Onlooker extends Player {
  turn(who: Someone): Promise<void> {
    return this.look(who);
  }
}
