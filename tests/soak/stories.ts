import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ActName, ActResult } from '../../bot/acts/index.ts';
import { clauses, defaultRules } from '../support/cases.ts';
import { secretariat, type Someone } from '../support/factories.ts';
import type { Ground } from './ground.ts';
import { markedWord } from './marks.ts';
import { Player } from './players.ts';
import type { HeldHearing, HeldVote } from './stage.ts';

/** So long the secretariat presses one button before it is a fault that nothing comes of it. */
const patienceMs = 180_000;
const day = 24 * 3600_000;

/** The secretariat: what it opens and closes, one after the other. */
export class Secretariat extends Player {
  #by: Someone;
  #other: Someone;
  #number = 0;

  constructor(ground: Ground) {
    super(ground, 'secretariat');
    this.#by = secretariat(ground.house);
    this.#other = secretariat(ground.house, 1);
  }

  /** Presses the same button until it is known to be done. */
  async #insist<N extends ActName>(
    name: N,
    input: object,
    register = `story ${name}`,
  ): Promise<ActResult<N>> {
    const key = `f:${randomUUID()}`;
    for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(700)) {
      const told = await this.ground.door.press(this.#by, name, input, key);
      this.ground.ledger.note(register, 'there', told);
      if (told.is === 'done') return told.result as ActResult<N>;
      if (told.is === 'refused') throw new Error(`the story ends: ${name} was refused as ${told.code}`);
    }
    this.ground.ledger.found('told wrong', `${name} was not done in ${patienceMs / 1_000} s`);
    throw new Error(`the story ends: ${name} was never done`);
  }

  async #case(
    kind: 'proposal' | 'final',
    number: number,
  ): Promise<{ revisionId: string; versionId: string }> {
    const title = `Indkøbsmål sag${number}z`;
    const { revisionId } = await this.#insist('startRevision', { title, track: 'revise', year: 2027 });
    const version = { revisionId, kind, title, clauses };
    const { versionId } = await this.#insist('addVersion', version);
    return { revisionId, versionId };
  }

  async #now(): Promise<number> {
    for (;;) {
      const now = await this.ground.house.now().catch(() => null);
      if (now && !Number.isNaN(now.getTime())) return now.getTime();
      await sleep(500);
    }
  }

  async hearing(open: () => Promise<unknown>): Promise<void> {
    const number = (this.#number += 1);
    const about = await this.#case('proposal', number);
    const letter = `Kære alle. sag${number}z`;
    const deadline = new Date((await this.#now()) + 30 * day).toISOString();
    const asked = { ...about, kind: 'internal', letter, deadline, reason: 'Aftalt med styregruppen.' };
    const { hearingId: id } = await this.#insist('openHearing', asked, `hearing ${letter}`);
    const held: HeldHearing = {
      number,
      id,
      revisionId: about.revisionId,
      passed: false,
      handed: new Set(),
    };
    this.ground.stage.hearings.push(held);
    await open();
    await this.#pass(held, Date.parse(deadline));
    await this.#answerAll(held);
  }

  /** The deadline passes for everybody at once: on the clock of all replicas. */
  async #pass(held: HeldHearing, deadline: number): Promise<void> {
    held.passed = true;
    for (;;) {
      const left = deadline - (await this.#now());
      if (left < 0) return;
      await this.ground.house.advance(left / 1_000 + 1).catch(() => undefined);
      await sleep(200);
    }
  }

  async #answerAll(held: HeldHearing): Promise<void> {
    const mine = this.ground.stage.comments.filter(({ hearing }) => hearing === held);
    for (const { id, member, withdrawn } of mine.slice(0, 40)) {
      const response = markedWord({ member, seal: 'h', number: held.number });
      const told = await this.press({
        who: this.#by,
        name: 'disposeComment',
        input: { commentId: id, disposition: 'noted', response },
        register: `response ${id}`,
        value: response,
        mayBe: (code) => withdrawn || ['notFound', 'inCard'].includes(code),
      });
      if (told.is === 'refused') continue;
      await this.look(this.#by);
    }
  }

  async vote(open: () => Promise<unknown>): Promise<void> {
    const { stage } = this.ground;
    const number = (this.#number += 1);
    const about = await this.#case('final', number);
    await this.#insist('confirmRules', defaultRules);
    const from = await this.#now();
    const times = {
      startsAt: new Date(from).toISOString(),
      endsAt: new Date(from + 2 * 3600_000).toISOString(),
    };
    const meeting = { kind: 'steeringGroup', season: 'spring', title: `Møde ${number}`, ...times };
    const { meetingId } = await this.#insist('callMeeting', meeting);
    await this.#insist('openSession', { meetingId });
    for (const { id } of stage.members)
      await this.#insist('markPresent', { meetingId, organisationId: id, present: true });
    const motion = `Kan sag${number}z godkendes?`;
    const { voteId } = await this.#insist('openVote', { meetingId, ...about, motion }, `vote ${motion}`);
    const held: HeldVote = { number, id: voteId, revisionId: about.revisionId, closing: false };
    stage.votes.push(held);
    await open();
    await this.#close(held);
    await this.#insist('endSession', { meetingId });
  }

  /** Both of the secretariat at once, from one replica or two, and while ballots come in. */
  async #close(held: HeldVote): Promise<void> {
    held.closing = true;
    const results = await Promise.all([this.#by, this.#other].map((who) => this.#closed(who, held)));
    for (const { tally, carried } of results)
      this.ground.ledger.receipt(
        `closing ${held.id}`,
        JSON.stringify([tally.for, tally.against, tally.abstain, carried]),
      );
  }

  async #closed(who: Someone, held: HeldVote): Promise<Record<string, any>> {
    const key = `f:${randomUUID()}`;
    for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(500)) {
      const told = await this.ground.door.press(who, 'closeVote', { voteId: held.id }, key);
      this.ground.ledger.note(`closed ${held.id}`, 'closed', told);
      if (told.is === 'done') return told.result;
      if (told.is === 'refused') throw new Error(`the story ends: closeVote was refused as ${told.code}`);
    }
    throw new Error('the story ends: a vote could not be closed');
  }
}
