import { eventOf } from './events.ts';
import type { Readers } from './frame/event.ts';
import { answerTypes, partings, wholeAnswers } from './hearing/answerEvents.ts';
import { isOpen } from './hearing/hearing.ts';
import { answerKey, Leaving } from './hearing/leaving.ts';
import type { Fact } from './hearing/fact.ts';

interface Recorded {
  id: string;
  seq: number | null;
  form: 1 | 2 | null;
  at: Date | string;
  type: string;
  data: unknown;
}

/** Null for an event that is never sealed from anybody. */
export function factOf({ id, seq, form, at, type, data }: Recorded): Fact | null {
  const kind = eventOf(type);
  if (kind?.sealed === 'never' && kind.readers === 'members') return null;
  const held = (data ?? {}) as Record<string, unknown>;
  const text = (name: string): string => (typeof held[name] === 'string' ? held[name] : '');
  return {
    id,
    seq,
    form,
    at: new Date(at),
    type,
    hearingId: text('hearingId'),
    voteId: text('voteId'),
    organisationId: text('organisationId'),
    senderId: text('senderId'),
    commentId: text('commentId'),
    channel: text('channel'),
    words: text('position') && JSON.stringify([held['position'], held['reservation'] ?? null]),
    rehearsal: held['rehearsal'] === true,
    tells: !Array.isArray(held['cast']) || held['cast'].length > 0,
  };
}

export interface SealReader {
  organisationId: string | null;
  secretariat: boolean;
  /** Holds the seat that leads the case's working group. */
  leads: boolean;
}

/** What opens seals by its time. A hearing or a vote that is not there keeps what belongs to it. */
export interface Openings {
  now: Date;
  deadlines: Map<string, Date>;
  closedVotes: Set<string>;
}

/** Sealed until a time that comes; kept from this reader; or taken back before this reader was ever shown it. */
export type Kept = 'sealed' | 'kept' | 'withdrawn';

const jointKey = (fact: Fact): string => `${answerKey(fact)} ${fact.senderId}`;
/** What takes the words of a comment back. */
const changes = new Set(['commentEdited', 'commentWithdrawn']);

/** Where in the case what happened to a comment or an answer. */
class Course {
  #facts: readonly Fact[];
  #left: Leaving;
  /** Comments that the secretariat typed in from a mail. */
  #typed = new Set<string>();
  #changed = new Map<string, number[]>();
  #answered = new Map<string, number[]>();
  #parted = new Map<string, number[]>();
  /** What an organisation answered last by itself, and whose joint answer it was part of last. */
  #alone = new Map<string, { index: number; words: string }>();
  #joined = new Map<string, string>();
  /** That an organisation was alone again, where nobody else had been told of more than that; with whose answer it had been. */
  #quiet = new Map<number, string>();

  constructor(facts: readonly Fact[], isBefore: (fact: Fact) => boolean) {
    this.#facts = facts;
    this.#left = new Leaving(facts);
    for (const [index, fact] of facts.entries()) this.#note(fact, index, isBefore);
  }

  #note(fact: Fact, index: number, isBefore: (fact: Fact) => boolean): void {
    const key = answerKey(fact);
    if (fact.type === 'commentAdded' && fact.channel === 'mail') this.#typed.add(fact.commentId);
    if (changes.has(fact.type)) add(this.#changed, fact.commentId, index);
    if (partings.includes(fact.type)) {
      add(this.#parted, jointKey(fact), index);
      this.#joined.set(key, fact.senderId);
    }
    const quiet = fact.type === 'answerAlone' && isBefore(fact) && this.#standsAgain(fact, index);
    if (answerTypes.includes(fact.type) && !quiet) add(this.#answered, key, index);
    if (fact.type === 'answerSubmitted' || fact.type === 'answerAlone')
      this.#alone.set(key, { index, words: fact.words });
  }

  /** Before the deadline, with what it had answered before, or nothing: as if it had been part of no other's answer. */
  #standsAgain(fact: Fact, index: number): boolean {
    const key = answerKey(fact);
    const before = this.#alone.get(key);
    if (fact.words !== '' && fact.words !== before?.words) return false;
    this.#quiet.set(index, this.#joined.get(key) ?? '');
    const all = this.#answered.get(key) ?? [];
    if (before)
      this.#answered.set(
        key,
        all.filter((one) => one <= before.index),
      );
    return true;
  }

  /** Whose answer it had been part of, where that it is no more is told to that one alone; undefined: it is not that. */
  quietTo = (index: number): string | undefined => this.#quiet.get(index);

  isTyped = (fact: Fact): boolean => this.#typed.has(fact.commentId);

  leftAt = (fact: Fact): number | undefined => this.#left.of(fact);

  /** What took these words back, if anything did; a withdrawal takes itself back. */
  takenBackBy(fact: Fact, index: number): number | undefined {
    if (fact.type === 'commentWithdrawn') return index;
    return first([this.#changed.get(fact.commentId), this.#changed.get(erased)], index);
  }

  /** What took the place of this answer. That an answer follows its comments leaves its words standing. */
  replacedBy(fact: Fact, index: number): number | undefined {
    const all = [this.#answered.get(answerKey(fact)), this.#answered.get(nobody)];
    const whole = (one: number): boolean => wholeAnswers.includes(this.#facts[one]!.type);
    const anew = wholeAnswers.includes(fact.type) ? all.map((some) => some?.filter(whole)) : all;
    const parted = [this.#parted.get(jointKey(fact)), this.#parted.get(noPair)];
    return first(fact.type === 'jointAccepted' ? [...anew, ...parted] : anew, index);
  }
}

/** An erased event says no longer whose words it took back: it may have been anybody's. */
const erased = '';
const nobody = ' ';
const noPair = '  ';
const first = (lists: (number[] | undefined)[], after: number): number | undefined =>
  lists
    .flatMap((list) => list?.find((one) => one > after) ?? [])
    .toSorted((a, b) => a - b)
    .at(0);

function add(map: Map<string, number[]>, key: string, index: number): void {
  const all = map.get(key);
  if (all) all.push(index);
  else map.set(key, [index]);
}

class Judge {
  #reader: SealReader;
  #facts: readonly Fact[];
  #openings: Openings;
  #course: Course;

  constructor(reader: SealReader, facts: readonly Fact[], openings: Openings) {
    this.#reader = reader;
    this.#facts = facts;
    this.#openings = openings;
    this.#course = new Course(facts, (fact) => this.#isInTime(fact));
  }

  #isOwn = ({ organisationId }: Fact): boolean => organisationId === this.#reader.organisationId;

  #isSender = ({ senderId }: Fact): boolean => senderId !== '' && senderId === this.#reader.organisationId;

  #isClosed({ hearingId }: Fact): boolean {
    const deadline = this.#openings.deadlines.get(hearingId);
    return deadline !== undefined && !isOpen(deadline, this.#openings.now);
  }

  #isInTime({ hearingId, at }: Fact): boolean {
    const deadline = this.#openings.deadlines.get(hearingId);
    return !deadline || isOpen(deadline, at);
  }

  /** Before the deadline: who was not to see it then is not to see it later. */
  #isBefore(index: number | undefined, { hearingId }: Fact): boolean {
    return index !== undefined && this.#isInTime({ ...this.#facts[index]!, hearingId });
  }

  #isFor(readers: Readers): boolean {
    if (readers === 'members' || this.#reader.secretariat) return true;
    return readers === 'lead' && this.#reader.leads;
  }

  judge(fact: Fact, index: number): Kept | null {
    const kind = eventOf(fact.type);
    if (!kind || !this.#isFor(kind.readers)) return 'kept';
    switch (kind.sealed) {
      case 'never':
        return null;
      case 'untilDeadline':
        return this.#reader.secretariat || this.#isClosed(fact) ? null : 'sealed';
      case 'comment':
        return this.#comment(fact, index);
      case 'disposition':
        return this.#reader.secretariat ? null : this.#comment(fact, index);
      case 'answer':
      case 'joined':
        return this.#answer(fact, index);
      case 'between':
        return this.#reader.secretariat || this.#isOwn(fact) || this.#isSender(fact) ? null : 'kept';
      case 'ballot':
        return this.#ballot(fact);
      case 'closing':
        return fact.rehearsal && fact.tells ? 'kept' : null;
    }
  }

  #comment(fact: Fact, index: number): Kept | null {
    const { secretariat } = this.#reader;
    const typed = this.#course.isTyped(fact);
    if (this.#isOwn(fact) || (secretariat && typed)) return null;
    if (!secretariat && !this.#isClosed(fact)) return 'sealed';
    const left = typed ? -1 : this.#course.leftAt(fact);
    if (left === undefined) return 'kept';
    const back = this.#course.takenBackBy(fact, index);
    if (back === undefined) return null;
    return back < left || (!secretariat && this.#isBefore(back, fact)) ? 'withdrawn' : null;
  }

  #answer(fact: Fact, index: number): Kept | null {
    if (this.#reader.secretariat || this.#isOwn(fact) || this.#isSender(fact)) return null;
    if (!this.#isClosed(fact)) return 'sealed';
    const quietTo = this.#course.quietTo(index);
    if (quietTo !== undefined && quietTo !== this.#reader.organisationId) return 'kept';
    return this.#isBefore(this.#course.replacedBy(fact, index), fact) ? 'withdrawn' : null;
  }

  #ballot(fact: Fact): Kept | null {
    if (fact.rehearsal) return 'kept';
    return this.#isOwn(fact) || this.#openings.closedVotes.has(fact.voteId) ? null : 'sealed';
  }
}

/** Which events of a case are kept from this reader now, by id; `facts` are all there are, in the order of the chain. */
export function keptFrom(reader: SealReader, facts: readonly Fact[], openings: Openings): Map<string, Kept> {
  const judge = new Judge(reader, facts, openings);
  return new Map(
    facts.flatMap((fact, index): [string, Kept][] => {
      const kept = judge.judge(fact, index);
      return kept ? [[fact.id, kept]] : [];
    }),
  );
}

/**
 * From which link on no hash may be told. In form 1 a link's hash is computed from the one before and from what can be
 * guessed, so that a hash given anywhere behind a sealed link would tell whether a guess about it was right.
 */
export const silentFrom = (facts: readonly Fact[], kept: ReadonlyMap<string, Kept>): number =>
  facts.find(({ id, seq, form }) => seq !== null && form === 1 && kept.has(id))?.seq ?? Infinity;
