import {
  hadAnswered,
  orgs,
  positionFrom,
  stateFrom,
  type Actor,
  type Answer,
  type Course,
  type Org,
  type Remark,
  type Submission,
} from './hearingModelTypes.ts';

/** A hearing as process.md tells it, small enough to be right by reading: what the real one is held against. */

export class HearingModel {
  remarks: Remark[] = [];
  answers = new Map<Org, Answer>();
  /** What the trail says, by type. */
  trail = ['revisionStarted', 'versionAdded', 'hearingOpened'];
  reminded = new Set<string>();
  courses: Course[] = [];
  /** Who was asked about which words, by `sender organisation`. */
  asked = new Map<string, { words: string; declined: boolean; fell: boolean }>();
  /** What each answered last by itself, for when it leaves a joint answer. */
  alone = new Map<Org, Answer>();
  day = 0;
  deadline = 30;
  /** Who submits for an organisation. */
  answerer: Record<Org, string>;

  /** In which several are asked or told in one act. */
  order: Org[];

  constructor(answerer: Record<Org, string>, order: Org[]) {
    this.answerer = answerer;
    this.order = order;
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

  #align(of: Org, remark: { late: boolean }): void {
    const answer = this.answers.get(of);
    if (answer && !answer.late && remark.late) return;
    const position = positionFrom(this.given(of), answer?.late === true);
    if (!answer || answer.position === position || (answer.sender && answer.sender !== of)) return;
    answer.position = position;
    this.trail.push('answerChanged');
  }

  #words(of: Org): string {
    const { position, reservation } = this.answers.get(of)!;
    return JSON.stringify([position, reservation, this.given(of).map((one, at) => [at, one.by, one.text])]);
  }

  #bound(sender: Org, of: Org): boolean {
    return sender !== of && this.answers.get(of)?.sender === sender;
  }

  #part(sender: Org, of: Org, type: string): void {
    this.trail.push(type);
    this.courses.push({ day: this.day, of, as: 'parted', sender });
  }

  /** Out of a joint answer: what it had answered before stands again, if anything. */
  #unbind(of: Org): void {
    const before = this.alone.get(of);
    this.trail.push('answerAlone');
    this.answers.delete(of);
    if (!before) return;
    const position = positionFrom(this.given(of), before.late);
    this.answers.set(of, { ...before, position, sender: null, jointWith: [], restored: true });
    this.courses.push({ day: this.day, of, as: 'alone', sender: null });
  }

  /** Whoever is named is asked, again when the words have changed, but for a no; whoever is no longer named is out. */
  #settle(sender: Org, anew: Org[] = []): void {
    if (!this.open) return;
    const answer = this.answers.get(sender);
    const named = answer && (answer.sender ?? sender) === sender ? answer.jointWith : [];
    for (const of of this.order) {
      const key = `${sender} ${of}`;
      const [asked, bound] = [this.asked.get(key), this.#bound(sender, of)];
      if (!named.includes(of)) {
        if (!asked && !bound) continue;
        this.asked.delete(key);
        this.#part(sender, of, 'jointEnded');
        if (bound) this.#unbind(of);
      } else if (asked?.words !== this.#words(sender)) {
        if (asked?.declined && !anew.includes(of)) continue;
        const fell = bound || (asked?.fell ?? false);
        this.asked.set(key, { words: this.#words(sender), declined: false, fell });
        if (bound || asked?.declined) this.#part(sender, of, 'jointLapsed');
        else if (!asked) this.trail.push('jointProposed');
        if (bound) this.#unbind(of);
      }
    }
  }

  #follow(of: Org): void {
    if (this.answers.get(of)?.jointWith.length) this.#settle(of);
  }

  /** What of another's it was part of, it is no longer. */
  #leave(of: Org): void {
    const sender = this.answers.get(of)?.sender;
    if (!sender || sender === of) return;
    Object.assign(this.asked.get(`${sender} ${of}`)!, { declined: true, fell: false });
    this.#part(sender, of, 'jointDeclined');
  }

  answerJoint({ id, of }: Actor, accept: boolean): string | null {
    if (of === null) return 'organisationNeeded';
    if (this.answerer[of] !== id) return 'notContact';
    const senders = orgs.filter((one) => {
      const answer = this.answers.get(one);
      return one !== of && (answer?.sender ?? one) === one && answer?.jointWith.includes(of);
    });
    const [sender] = senders;
    const before = senders.length === 1 && this.asked.get(`${sender} ${of}`);
    const late = accept && before && before.fell && !before.declined && !this.answers.has(of);
    if (!this.open && !late) return 'hearingClosed';
    if (senders.length > 1) return 'jointWhich';
    if (!sender) return 'noJointProposal';
    const asked = this.asked.get(`${sender} ${of}`)!;
    const bound = this.#bound(sender, of);
    if (accept ? bound : !bound && asked.declined) return null;
    Object.assign(asked, { declined: !accept, fell: false });
    if (accept) this.#join(sender, of);
    else {
      this.#part(sender, of, 'jointDeclined');
      if (bound) this.#unbind(of);
    }
    return null;
  }

  #join(sender: Org, of: Org): void {
    for (const one of this.remarks) if (one.of === of && one.left && !one.mailed) one.kept = true;
    this.#leave(of);
    const { position, reservation } = this.answers.get(sender)!;
    const late = !this.open;
    this.answers.set(of, { position, reservation, late, own: false, sender, jointWith: [], restored: false });
    this.#settle(of);
    this.trail.push('jointAccepted');
    this.courses.push({ day: this.day, of, as: 'joined', sender });
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
    const fresh = { edited: false, withdrawn: false, answered: false, kept: false };
    const left = mailed || (this.answers.get(about)?.own ?? false);
    this.remarks.push({ by: actor.id, of: about, text, mailed, left, late: !this.open, ...fresh });
    this.trail.push('commentAdded');
    this.#align(about, this.remarks.at(-1)!);
    this.#follow(about);
    return this.remarks.length;
  }

  #mayChange(actor: Actor, remark: Remark): string | null {
    const own = actor.of === null ? remark.mailed : actor.of === remark.of;
    const keeps = remark.kept && actor.of !== null && this.answerer[remark.of] !== actor.id;
    if (own) return this.#mayWrite(actor, remark.of) ?? (keeps ? 'answerSubmitted' : null);
    return this.#sees(actor.of, remark) ? 'notYourComment' : 'notFound';
  }

  edit(actor: Actor, remark: Remark, text: string): string | null {
    const no = this.#mayChange(actor, remark) ?? (remark.withdrawn ? 'commentWithdrawn' : null);
    if (no) return no;
    Object.assign(remark, { text, edited: true, answered: false });
    this.trail.push('commentEdited');
    this.#follow(remark.of);
    return null;
  }

  withdraw(actor: Actor, remark: Remark): string | null {
    const no = this.#mayChange(actor, remark);
    if (remark.withdrawn) return no === 'notYourComment' || no === 'notFound' ? no : null;
    if (no) return no;
    remark.withdrawn = true;
    this.trail.push('commentWithdrawn');
    this.#align(remark.of, remark);
    this.#follow(remark.of);
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
    const waits =
      this.standing(about).length > this.given(about).length &&
      (this.answers.get(about)?.sender ?? about) === about;
    if (of !== null && !this.open && !waits) return 'hearingClosed';
    if (!this.open && jointWith.length > 0) return 'jointLate';
    const inTime = !this.open && this.answers.get(about)?.late === false;
    const other = given.reservation !== null && given.reservation !== this.answers.get(about)?.reservation;
    if (inTime && (of === null || other)) return 'answerInTime';
    const remarks = (of === null ? this.given(about) : this.standing(about)).length;
    if (position === 'noRemarks' && remarks > 0) return 'answerHasComments';
    if (position === 'withRemarks' && remarks === 0) return 'answerWithoutComments';
    if (inTime) return this.#beside(about);
    const answer = { position, reservation: given.reservation, late: !this.open };
    const stood = this.answers.get(about);
    const own = of !== null || (stood?.own && !stood.restored) === true;
    this.#leave(about);
    if (stood?.restored) for (const one of this.given(about)) one.kept ||= !one.mailed;
    const sender = jointWith.length > 0 ? about : null;
    this.answers.set(about, { ...answer, own, sender, jointWith, restored: false });
    this.alone.set(about, this.answers.get(about)!);
    if (of !== null)
      for (const one of this.standing(about))
        Object.assign(one, { left: true, late: one.late || (!this.open && !one.mailed && !one.kept) });
    this.courses.push({ day: this.day, of: about, as: 'alone', sender: null });
    this.trail.push('answerSubmitted');
    this.#settle(about, jointWith);
    return null;
  }

  /** What waits comes late, and the answer stands. */
  #beside(about: Org): null {
    for (const one of this.standing(about))
      if (!one.left) Object.assign(one, { left: true, late: true, kept: true });
    this.trail.push('commentsCameLate');
    return null;
  }

  /** How many have answered, as it is told: to a member before the deadline, of others as the day began. */
  answeredTold(reader: Org | null): number {
    if (reader === null || !this.open) return this.answers.size;
    const had = hadAnswered(this.courses.filter((one) => one.day < this.day));
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

  stateOf(of: Org): string {
    const answer = this.answers.get(of);
    const joint = (answer?.sender ?? of) !== of || orgs.some((one) => this.#bound(of, one));
    return stateFrom(answer, this.given(of), { joint, open: this.open });
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
