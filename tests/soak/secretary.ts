import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ActName, ActResult } from '../../bot/acts/index.ts';
import type { Someone } from '../support/factories.ts';
import { Player, type Press } from './player.ts';
import type { HeldHearing } from './stage.ts';

/** So long the secretariat presses one button before it is a fault that nothing comes of it. */
const patienceMs = 180_000;

interface Insisted {
  who?: Someone;
  register?: string;
  value?: string;
  mayBe?: Press['mayBe'];
}

/** Either of the secretariat, who presses until they know what came of it. */
export class Secretary extends Player {
  protected get anyone(): Someone {
    return this.random.pick(this.ground.stage.secretaries)!;
  }

  /** Null when it was refused, as the world explains. */
  protected async insist<N extends ActName>(
    name: N,
    input: Record<string, unknown>,
    about: Insisted = {},
  ): Promise<ActResult<N> | null> {
    const { who = this.anyone, register = `story ${name}`, value = 'there', mayBe = () => false } = about;
    const key = `f:${randomUUID()}`;
    for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(700)) {
      const told = await this.once({ who, name, input, register, value, card: false, mayBe }, key);
      if (told.is === 'done') return told.result as ActResult<N>;
      if (told.is === 'refused') return null;
    }
    this.ground.ledger.found('told wrong', `${name} was not done in ${patienceMs / 1_000} s`);
    throw new Error(`the story ends: ${name} was never done`);
  }

  /** The story cannot go on without it. */
  protected async need<N extends ActName>(
    name: N,
    input: Record<string, unknown>,
    about?: Insisted,
  ): Promise<ActResult<N>> {
    const done = await this.insist(name, input, about);
    if (!done) throw new Error(`the story ends: ${name} was refused`);
    return done;
  }

  protected async now(): Promise<number> {
    for (;;) {
      const now = await this.ground.house.now().catch(() => null);
      if (now && !Number.isNaN(now.getTime())) return now.getTime();
      await sleep(500);
    }
  }

  /** The deadline passes for everybody at once: on the clock of all replicas. */
  protected async pass(held: HeldHearing): Promise<void> {
    held.passed = true;
    for (;;) {
      const left = held.deadline - (await this.now());
      if (left < 0) return;
      await this.ground.house.advance(left / 1_000 + 1).catch(() => undefined);
      await sleep(200);
    }
  }
}
