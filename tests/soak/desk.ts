import { createHash } from 'node:crypto';
import type { Ground } from './ground.ts';
import { markedWord } from './marks.ts';
import { Secretary } from './secretary.ts';

const dayMs = 24 * 3600_000;
/** Smaller than one part. */
const mostBytes = 40_000;
let made = 0;

/** What the secretariat does beside its stories: two of these are two secretaries at work. */
export class Desk extends Secretary {
  constructor(ground: Ground, which: number) {
    super(ground, `desk ${which}`);
  }

  turn(): Promise<void> {
    const work = this.random.pick([
      () => this.#extend(),
      () => this.#recordBallot(),
      () => this.#recordBallot(),
      () => this.#replace(),
      () => this.#file(),
      () => this.look(this.anyone),
      () => this.look(this.anyone),
    ])!;
    return work();
  }

  async #extend(): Promise<void> {
    const hearing = this.random.pick(this.ground.stage.openHearings);
    if (!hearing || this.random.chance(0.7)) return this.look(this.anyone);
    // Whatever comes of it, the hearing may last so long.
    const deadline = (hearing.deadline += dayMs);
    const value = new Date(deadline).toISOString();
    await this.insist(
      'extendDeadline',
      { hearingId: hearing.id, deadline: value, reason: 'Flere har bedt om det.' },
      {
        register: `deadline ${hearing.id}`,
        value,
        // The other secretary may have set a later one meanwhile.
        mayBe: (code) =>
          (code === 'deadlineNotLater' && hearing.deadline > deadline) ||
          (code === 'hearingClosed' && hearing.passed),
      },
    );
  }

  /** For somebody in the room, while they may be pressing themselves. */
  async #recordBallot(): Promise<void> {
    const { openVotes, members } = this.ground.stage;
    const vote = this.random.pick(openVotes);
    const member = Math.floor(this.random.next() * members.length);
    if (!vote || this.random.chance(0.5)) return this.look(this.anyone);
    const choice = this.random.pick(['for', 'against', 'abstain'])!;
    const statement = markedWord({ member, seal: 'v', number: vote.number });
    const against = choice === 'against';
    const organisationId = members[member]!.id;
    await this.insist(
      'recordBallotOnBehalf',
      { voteId: vote.id, organisationId, choice, means: 'room', ...(against && { statement }) },
      {
        register: `ballot ${vote.id} ${organisationId}`,
        value: against ? statement : choice,
        mayBe: (code) => code === 'voteClosed' && vote.closing,
      },
    );
  }

  /** The seat goes to the other of two people, also while a vote is open. */
  async #replace(): Promise<void> {
    const { seats, members } = this.ground.stage;
    const index = Math.floor(this.random.next() * seats.length);
    const seat = seats[index]!;
    const to = seat.people.find((one) => one !== seat.holder)!;
    if (!seat.holder || this.random.chance(0.6)) return this.look(this.anyone);
    const [organisationId, { personId }] = [members[index]!.id, to];
    const about = { register: `seat ${organisationId}`, value: personId };
    const chair = index === 0;
    await seat.move(to, () =>
      this.insist('appointRepresentative', { organisationId, personId, chair }, about),
    );
  }

  async #file(): Promise<void> {
    const revisionId = this.random.pick(this.ground.stage.hearings.slice(-3))?.revisionId;
    if (!revisionId || this.random.chance(0.6)) return this.look(this.anyone);
    const name = `Bilag fil${(made += 1)}z.txt`;
    const bytes = Buffer.from(
      'Et bilag, som er langt nok. '.repeat(Math.ceil(this.random.between(1, mostBytes / 28))),
    );
    const about = { register: `file ${name}` };
    const begun = await this.insist(
      'beginFile',
      { revisionId, name, size: bytes.length },
      { register: `begun ${name}` },
    );
    if (!begun) return;
    const { fileId } = begun;
    const part = { fileId, number: 0, bytes: bytes.toString('base64') };
    if (!(await this.insist('addFilePart', part))) return;
    const value = createHash('sha256').update(bytes).digest('hex');
    await this.insist('finishFile', { fileId }, { ...about, value, mayBe: (code) => code === 'fileBusy' });
  }
}
