import { answerId } from './answerId.ts';
import { isAnothers } from './changing.ts';
import type { Fact } from './fact.ts';
import type { Channel } from './hearing.ts';

interface Answered {
  organisationId: string;
  channel: Channel;
  senderId: string | null;
  /** The first submission of an answer that was submitted here. */
  submittedAt: Date;
  restoredAt: Date | null;
}
interface Comment {
  channel: Channel;
  receivedAt: Date;
  withdrawnAt: Date | null;
  disposedAt: Date | null;
  leftAt: Date | null;
}

/** Whether an answer was submitted here by its organisation's own contact, so that comments went along. */
const submittedHere = (answer: Answered): boolean =>
  answer.channel !== 'mail' && !isAnothers(answer, answer.organisationId);

/**
 * Whether a comment has left its organisation, as the records have it (it stands here for the store, which asks it of rows: `handedIn`): it came by mail, was
 * answered, or went along with an answer. One that stood again took along what has come since.
 */
export function hasLeft(comment: Comment, answer: Answered | null): boolean {
  const { channel, disposedAt, leftAt, withdrawnAt, receivedAt } = comment;
  if (channel === 'mail' || disposedAt || leftAt) return true;
  if (!answer || !submittedHere(answer)) return false;
  const since = !answer.restoredAt || receivedAt >= answer.restoredAt;
  return since && (!withdrawnAt || withdrawnAt > answer.submittedAt);
}

export const answerKey = ({ hearingId, organisationId }: Fact): string => answerId(hearingId, organisationId);

/**
 * Where in the case each comment that was written here left its organisation: with an answer that its own contact
 * submitted, beside one, or into one that stood by then (the same as `handedIn` in `store`). What was written while the
 * organisation was part of another's answer waits, also when its own stands again.
 */
export class Leaving {
  /** Comments that have left, and where. */
  #left = new Map<string, number>();
  #waiting = new Map<string, string[]>();
  #known = new Set<string>();
  /** Whose answer is one that its own contact submitted here; `again`: after a joint one. */
  #own = new Map<string, 'own' | 'again'>();
  #first = new Map<string, number>();

  constructor(facts: readonly Fact[]) {
    for (const [index, fact] of facts.entries()) this.#note(fact, index);
  }

  /** Undefined: it has not. Of a comment of which nobody knows any more when it came, when its organisation first answered. */
  of = (fact: Fact): number | undefined =>
    this.#known.has(fact.commentId) ? this.#left.get(fact.commentId) : this.#first.get(answerKey(fact));

  #note(fact: Fact, index: number): void {
    const key = answerKey(fact);
    if (fact.type === 'commentAdded') this.#added(fact, key, index);
    if (fact.type === 'answerSubmitted') this.#submitted(fact, key, index);
    if (fact.type === 'commentsCameLate') this.#all(key, index);
    if (fact.type === 'jointAccepted') this.#own.delete(key);
    if (fact.type === 'answerAlone') {
      if (fact.words !== '' && fact.channel !== 'mail') this.#own.set(key, 'again');
      else this.#own.delete(key);
    }
  }

  #added({ commentId, channel }: Fact, key: string, index: number): void {
    this.#known.add(commentId);
    if (channel === 'mail' || this.#own.has(key)) this.#leaves(commentId, index);
    else this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), commentId]);
  }

  #submitted({ channel }: Fact, key: string, index: number): void {
    // What the secretariat types in is not its contact's word; it leaves one of these its door, unless that stood again.
    if (channel === 'mail' && this.#own.get(key) === 'own') return;
    if (channel === 'mail') return void this.#own.delete(key);
    this.#own.set(key, 'own');
    this.#all(key, index);
  }

  #all(key: string, index: number): void {
    if (!this.#first.has(key)) this.#first.set(key, index);
    for (const commentId of this.#waiting.get(key) ?? []) this.#leaves(commentId, index);
    this.#waiting.delete(key);
  }

  #leaves(commentId: string, index: number): void {
    if (!this.#left.has(commentId)) this.#left.set(commentId, index);
  }
}
