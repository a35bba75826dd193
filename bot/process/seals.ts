import { eventOf } from './events.ts';
import { answerTypes, partings, wholeAnswers } from './hearing/answerEvents.ts';
import { isOpen } from './hearing.ts';

/** What seals are judged by, of one event of a case. */
export interface Fact {
  id: string;
  /** Null while it waits to be sealed into the chain. */
  seq: number | null;
  /** Null while it waits. In form 1 hashes tell what it says. */
  form: 1 | 2 | null;
  at: Date;
  type: string;
  hearingId: string;
  voteId: string;
  organisationId: string;
  /** Of a joint answer. */
  senderId: string;
  commentId: string;
  channel: string;
  rehearsal: boolean;
  /** It tells how each organisation voted. */
  tells: boolean;
}

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
    rehearsal: held['rehearsal'] === true,
    tells: !Array.isArray(held['cast']) || held['cast'].length > 0,
  };
}

export interface SealReader {
  organisationId: string | null;
  secretariat: boolean;
}

/** What opens seals by its time. A hearing or a vote that is not there keeps what belongs to it. */
export interface Openings {
  now: Date;
  deadlines: Map<string, Date>;
  closedVotes: Set<string>;
}

/** Sealed until a time that comes; kept from this reader; or taken back before this reader was ever shown it. */
export type Kept = 'sealed' | 'kept' | 'withdrawn';

const answerKey = ({ hearingId, organisationId }: Fact): string => `${hearingId} ${organisationId}`;
const jointKey = (fact: Fact): string => `${answerKey(fact)} ${fact.senderId}`;
/** What takes the words of a comment back. */
const changes = new Set(['commentEdited', 'commentWithdrawn']);

/** Where in the case what happened to a comment or an answer. */
class Course {
  #facts: readonly Fact[];
  /** Comments that the secretariat typed in from a mail. */
  #typed = new Set<string>();
  #changed = new Map<string, number[]>();
  /** The first answer that an organisation submitted by itself: what the secretariat types in is not its contact's word. */
  #submitted = new Map<string, number>();
  #answered = new Map<string, number[]>();
  #parted = new Map<string, number[]>();

  constructor(facts: readonly Fact[]) {
    this.#facts = facts;
    for (const [index, fact] of facts.entries()) this.#note(fact, index);
  }

  #note(fact: Fact, index: number): void {
    const key = answerKey(fact);
    if (fact.type === 'commentAdded' && fact.channel === 'mail') this.#typed.add(fact.commentId);
    if (changes.has(fact.type)) add(this.#changed, fact.commentId, index);
    if (answerTypes.includes(fact.type)) add(this.#answered, key, index);
    if (partings.includes(fact.type)) add(this.#parted, jointKey(fact), index);
    const own = fact.type === 'answerSubmitted' && fact.channel !== 'mail';
    if (own && !this.#submitted.has(key)) this.#submitted.set(key, index);
  }

  isTyped = (fact: Fact): boolean => this.#typed.has(fact.commentId);

  submittedAt = (fact: Fact): number | undefined => this.#submitted.get(answerKey(fact));

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

const add = (map: Map<string, number[]>, key: string, index: number): void =>
  void map.set(key, [...(map.get(key) ?? []), index]);

class Judge {
  #reader: SealReader;
  #facts: readonly Fact[];
  #openings: Openings;
  #course: Course;

  constructor(reader: SealReader, facts: readonly Fact[], openings: Openings) {
    this.#reader = reader;
    this.#facts = facts;
    this.#openings = openings;
    this.#course = new Course(facts);
  }

  #isOwn = ({ organisationId }: Fact): boolean => organisationId === this.#reader.organisationId;

  #isSender = ({ senderId }: Fact): boolean => senderId !== '' && senderId === this.#reader.organisationId;

  #isClosed({ hearingId }: Fact): boolean {
    const deadline = this.#openings.deadlines.get(hearingId);
    return deadline !== undefined && !isOpen(deadline, this.#openings.now);
  }

  /** Before the deadline: who was not to see it then is not to see it later. */
  #isBefore(index: number | undefined, { hearingId }: Fact): boolean {
    const deadline = this.#openings.deadlines.get(hearingId);
    return index !== undefined && (!deadline || isOpen(deadline, this.#facts[index]!.at));
  }

  judge(fact: Fact, index: number): Kept | null {
    const kind = eventOf(fact.type);
    if (!kind || (kind.readers === 'secretariat' && !this.#reader.secretariat)) return 'kept';
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
    const submitted = typed ? -1 : this.#course.submittedAt(fact);
    if (submitted === undefined) return 'kept';
    const back = this.#course.takenBackBy(fact, index);
    if (back === undefined) return null;
    return back < submitted || (!secretariat && this.#isBefore(back, fact)) ? 'withdrawn' : null;
  }

  #answer(fact: Fact, index: number): Kept | null {
    if (this.#reader.secretariat || this.#isOwn(fact) || this.#isSender(fact)) return null;
    if (!this.#isClosed(fact)) return 'sealed';
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
