/** A hearing as process.md tells it, small enough to be right by reading: what the real one is held against. */

export type Org = 'a' | 'b' | 'c';
export const orgs: Org[] = ['a', 'b', 'c'];

/** Somebody of an organisation; `null` is the secretariat. */
export interface Actor {
  id: string;
  of: Org | null;
}

export interface Remark {
  by: string;
  of: Org;
  text: string;
  /** Typed in by the secretariat from a mail. */
  mailed: boolean;
  late: boolean;
  edited: boolean;
  withdrawn: boolean;
  answered: boolean;
  /** Has left its organisation: typed in from a mail, or gone along with the contact's answer. */
  left: boolean;
}

interface Answer {
  position: 'withRemarks' | 'noRemarks';
  reservation: boolean;
  late: boolean;
  /** Whose joint answer it is part of. */
  sender: Org | null;
  /** Given by the organisation's own contact, so that its comments went along. */
  own: boolean;
}

export interface Submission {
  position: Answer['position'];
  reservation: boolean;
  jointWith: Org[];
}

export class HearingModel {
  remarks: Remark[] = [];
  answers = new Map<Org, Answer>();
  /** What the trail says, by type. */
  trail = ['revisionStarted', 'versionAdded', 'hearingOpened'];
  reminded = new Set<string>();
  /** Who answered with whom, on which day. */
  submitted: { day: number; of: Org; jointWith: Org[] }[] = [];
  day = 0;
  deadline = 30;
  /** Who submits for an organisation. */
  answerer: Record<Org, string>;

  constructor(answerer: Record<Org, string>) {
    this.answerer = answerer;
  }

  get open(): boolean {
    return this.day < this.deadline;
  }

  standing(of: Org): Remark[] {
    return this.remarks.filter((one) => one.of === of && !one.withdrawn);
  }

  /** What others count. */
  given(of: Org): Remark[] {
    return this.standing(of).filter((one) => one.left);
  }

  /** Members may until the deadline, and once the answer is submitted only who submits it. */
  #mayWrite({ id, of }: Actor, about: Org): string | null {
    if (of === null) return null;
    if (!this.open) return 'hearingClosed';
    return this.answers.has(about) && this.answerer[about] !== id ? 'answerSubmitted' : null;
  }

  /** A submitted answer has remarks exactly when there are any. */
  #align(of: Org): void {
    const answer = this.answers.get(of);
    const position = this.given(of).length > 0 ? 'withRemarks' : 'noRemarks';
    if (!answer || answer.position === position) return;
    answer.position = position;
    this.trail.push('answerChanged');
  }

  /** The number of the comment, or why not. */
  add(actor: Actor, about: Org, text: string): number | string {
    const no = this.#mayWrite(actor, about);
    if (no) return no;
    const mailed = actor.of === null;
    const twin = this.remarks.findIndex(
      (one) => !mailed && one.by === actor.id && one.text === text && !one.edited && !one.withdrawn,
    );
    if (twin >= 0) return twin + 1;
    const fresh = { edited: false, withdrawn: false, answered: false };
    const left = mailed || (this.answers.get(about)?.own ?? false);
    this.remarks.push({ by: actor.id, of: about, text, mailed, left, late: !this.open, ...fresh });
    this.trail.push('commentAdded');
    this.#align(about);
    return this.remarks.length;
  }

  #mayChange(actor: Actor, remark: Remark): string | null {
    const own = actor.of === null ? remark.mailed : actor.of === remark.of;
    if (own) return this.#mayWrite(actor, remark.of);
    return this.#sees(actor.of, remark) ? 'notYourComment' : 'notFound';
  }

  edit(actor: Actor, remark: Remark, text: string): string | null {
    const no = this.#mayChange(actor, remark) ?? (remark.withdrawn ? 'commentWithdrawn' : null);
    if (no) return no;
    Object.assign(remark, { text, edited: true, answered: false });
    this.trail.push('commentEdited');
    return null;
  }

  withdraw(actor: Actor, remark: Remark): string | null {
    const no = this.#mayChange(actor, remark);
    if (remark.withdrawn) return no === 'notYourComment' || no === 'notFound' ? no : null;
    if (no) return no;
    remark.withdrawn = true;
    this.trail.push('commentWithdrawn');
    this.#align(remark.of);
    return null;
  }

  dispose(remark: Remark): string | null {
    if (!remark.left) return 'notFound';
    if (remark.withdrawn) return 'commentWithdrawn';
    remark.answered = true;
    this.trail.push('commentDisposed');
    return null;
  }

  submit({ id, of }: Actor, about: Org, given: Submission): string | null {
    const { position, jointWith } = given;
    if (of !== null && this.answerer[about] !== id) return 'notContact';
    const waits = this.standing(about).length > this.given(about).length && !this.answers.has(about);
    if (of !== null && !this.open && !waits) return 'hearingClosed';
    const remarks = (of === null ? this.given(about) : this.standing(about)).length;
    if (position === 'noRemarks' && remarks > 0) return 'answerHasComments';
    if (position === 'withRemarks' && remarks === 0 && jointWith.length === 0) return 'answerWithoutComments';
    const answer = { position, reservation: given.reservation, late: !this.open };
    const own = of !== null || (this.answers.get(about)?.own ?? false);
    this.answers.set(about, { ...answer, own, sender: jointWith.length > 0 ? about : null });
    if (of !== null)
      for (const one of this.standing(about))
        Object.assign(one, { left: true, late: one.late || (!this.open && !one.mailed) });
    for (const other of orgs) {
      if (other === about) continue;
      const theirs = this.answers.get(other);
      const bound = theirs?.sender === about;
      if (bound && !jointWith.includes(other)) this.answers.delete(other);
      // Who has an answer of its own keeps it.
      if (jointWith.includes(other) && (!theirs || bound))
        this.answers.set(other, { ...answer, own: false, sender: about });
    }
    this.submitted.push({ day: this.day, of: about, jointWith });
    this.trail.push('answerSubmitted');
    return null;
  }

  /** How many have answered, as it is told: to a member before the deadline, of others as the day began. */
  answeredTold(reader: Org | null): number {
    if (reader === null || !this.open) return this.answers.size;
    const earlier = this.submitted.filter((one) => one.day < this.day);
    const last = new Map(earlier.map((one) => [one.of, one.jointWith]));
    const had = new Set([...last].flatMap(([of, jointWith]) => [of, ...jointWith]));
    had.delete(reader);
    return had.size + (this.answers.has(reader) ? 1 : 0);
  }

  extend(to: number): string | null {
    if (!this.open) return 'hearingClosed';
    if (to <= this.deadline) return 'deadlineNotLater';
    this.deadline = to;
    this.trail.push('deadlineExtended');
    return null;
  }

  /** How many are told: those who have not answered, each once a day. */
  remind(): number | string {
    if (!this.open) return 'hearingClosed';
    const missing = orgs.filter((one) => !this.answers.has(one)).map((one) => this.answerer[one]);
    const told = missing.filter((one) => !this.reminded.has(`${one} ${this.day}`));
    for (const one of told) this.reminded.add(`${one} ${this.day}`);
    if (told.length > 0) this.trail.push('missingReminded');
    return told.length;
  }

  /** `sealed`: as it is shown to a member before the deadline, who is not told that another has answered alone. */
  stateOf(of: Org, sealed: boolean): string {
    const answer = this.answers.get(of);
    const remarks = this.given(of);
    if (!answer) {
      if (this.open || remarks.length === 0) return 'silent';
      return remarks.every((one) => one.late) ? 'late' : 'withRemarks';
    }
    if (answer.late) return 'late';
    const bound = [...this.answers.values()].filter((one) => one.sender && one.sender === answer.sender);
    if (answer.sender && (sealed || bound.length > 1)) return 'joint';
    return answer.reservation ? 'reservation' : answer.position;
  }

  /** The numbers of the comments that a reader is shown. */
  seenBy(reader: Org | null): number[] {
    return this.remarks.flatMap((one, index) => (this.#sees(reader, one) ? [index + 1] : []));
  }

  #sees(reader: Org | null, one: Remark): boolean {
    if (one.of === reader) return true;
    return one.left && (reader === null || (!this.open && !one.withdrawn));
  }
}
