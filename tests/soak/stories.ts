import { setTimeout as sleep } from 'node:timers/promises';
import { clauses, defaultRules } from '../support/cases.ts';
import type { Someone } from '../support/factories.ts';
import type { Ground } from './ground.ts';
import { markedWord } from './marks.ts';
import { Secretary } from './secretary.ts';
import { meetingHours, type HeldHearing, type HeldVote, type KnownComment } from './stage.ts';

const dayMs = 24 * 3600_000;

/** What the secretariat opens and closes, one after the other. */
export class Stories extends Secretary {
  #number = 0;

  constructor(ground: Ground) {
    super(ground, 'stories');
  }

  async #case(
    kind: 'proposal' | 'final',
    number: number,
  ): Promise<{ revisionId: string; versionId: string }> {
    const title = `Indkøbsmål sag${number}z`;
    const { revisionId } = await this.need('startRevision', { title, track: 'revise', year: 2027 });
    const { versionId } = await this.need('addVersion', { revisionId, kind, title, clauses });
    return { revisionId, versionId };
  }

  async hearing(open: () => Promise<unknown>): Promise<void> {
    const number = (this.#number += 1);
    const about = await this.#case('proposal', number);
    const letter = `Kære alle. sag${number}z`;
    const deadline = (await this.now()) + 30 * dayMs;
    const until = new Date(deadline).toISOString();
    const asked = { ...about, kind: 'internal', letter, deadline: until, reason: 'Aftalt i styregruppen.' };
    const { hearingId: id } = await this.need('openHearing', asked, { register: `hearing ${letter}` });
    const { revisionId } = about;
    const held: HeldHearing = { number, id, revisionId, deadline, passed: false, handed: new Set() };
    this.ground.stage.hearings.push(held);
    await open();
    await this.pass(held);
    await this.#answerAll(held);
  }

  async #answerAll(held: HeldHearing): Promise<void> {
    const mine = this.ground.stage.comments.filter(({ hearing }) => hearing === held);
    for (const one of mine.slice(0, 40)) {
      // Now and then both of the secretariat answer the same one at once.
      const by = this.random.chance(0.2) ? this.ground.stage.secretaries : [this.anyone];
      await Promise.all(by.map((who) => this.#answer(one, who)));
    }
  }

  async #answer({ id, member, hearing, withdrawn }: KnownComment, who: Someone): Promise<void> {
    const response = markedWord({ member, seal: 'h', number: hearing.number });
    await this.press({
      who,
      name: 'disposeComment',
      input: { commentId: id, disposition: 'noted', response },
      register: `response ${id}`,
      value: response,
      // A comment that was never submitted is nobody's outside its house.
      mayBe: (code) => withdrawn || ['notFound', 'inCard'].includes(code),
    });
    await this.look(who);
  }

  /** Called anew, with everybody marked present; or in Teams, where it is known who is there. */
  async #meeting(number: number): Promise<{ meetingId: string; inTeams: boolean }> {
    const { council, members } = this.ground.stage;
    const inTeams = council !== null && this.random.chance(0.5);
    const from = await this.now();
    const endsAt = new Date(from + meetingHours * 3600_000).toISOString();
    const about = { kind: 'steeringGroup', season: 'spring', title: `Møde ${number}` };
    const { meetingId } = inTeams
      ? council
      : await this.need('callMeeting', { ...about, startsAt: new Date(from).toISOString(), endsAt });
    await this.need('openSession', { meetingId });
    for (const { id } of inTeams ? [] : members)
      await this.need('markPresent', { meetingId, organisationId: id, present: true });
    return { meetingId, inTeams };
  }

  async vote(open: () => Promise<unknown>): Promise<void> {
    const { stage } = this.ground;
    const number = (this.#number += 1);
    const about = await this.#case('final', number);
    await this.need('confirmRules', { ...defaultRules });
    const { meetingId, inTeams } = await this.#meeting(number);
    const motion = `Kan sag${number}z godkendes?`;
    const asked = { meetingId, ...about, motion };
    const { voteId: id } = await this.need('openVote', asked, { register: `vote ${motion}` });
    const { revisionId } = about;
    const held: HeldVote = { number, id, revisionId, inTeams, closing: false, recused: new Set() };
    stage.votes.push(held);
    await open();
    await this.#close(held);
    await this.need('endSession', { meetingId });
  }

  /** Both of the secretariat at once, from one replica or two, and while ballots come in. */
  async #close(held: HeldVote): Promise<void> {
    held.closing = true;
    const about = { register: `closed ${held.id}`, value: 'closed' };
    await Promise.all(
      this.ground.stage.secretaries.map(async (who) => {
        const { tally, carried } = await this.need('closeVote', { voteId: held.id }, { ...about, who });
        const said = [tally.for, tally.against, tally.abstain, tally.recused, carried];
        this.ground.ledger.receipt(`closing ${held.id}`, JSON.stringify(said));
      }),
    );
  }
}

/** A hearing and a vote at the same time, and the next ones until the time is up; each is open for as long as told. */
export async function stories(ground: Ground, until: number, open: () => Promise<unknown>): Promise<void> {
  const secretariat = new Stories(ground);
  const told = async (story: () => Promise<void>): Promise<void> => {
    do {
      try {
        await story();
      } catch (error) {
        ground.ledger.found('told wrong', String(error));
        await sleep(2_000);
      }
    } while (Date.now() < until);
  };
  await Promise.all([told(() => secretariat.hearing(open)), told(() => secretariat.vote(open))]);
}
