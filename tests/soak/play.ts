import { setTimeout as sleep } from 'node:timers/promises';
import { calm, type Ground } from './ground.ts';
import { Contact, Representative, Staff } from './players.ts';
import { recount } from './recount.ts';
import { Secretariat } from './stories.ts';
import type { Wrong } from './told.ts';

/** Everybody but the secretariat, each at their own pace, until the play is over. */
export function everybody(ground: Ground, pauseMs: number): Promise<unknown> {
  return Promise.all(
    ground.stage.members.flatMap((member, index) => {
      const staff = new Staff(ground, index);
      const contact = new Contact(ground, `contact ${index}`);
      const representative = new Representative(ground, `representative ${index}`);
      return [
        staff.play(() => staff.turn(), pauseMs),
        contact.play(() => contact.turn(index, member), pauseMs * 2),
        representative.play(() => representative.turn(index, member), pauseMs),
      ];
    }),
  );
}

/** A hearing and a vote at the same time, and the next ones, until the time is up; each is open for as long as told. */
export async function stories(ground: Ground, until: number, open: () => Promise<unknown>): Promise<void> {
  const secretariat = new Secretariat(ground);
  const told = async (story: () => Promise<void>): Promise<void> => {
    while (Date.now() < until) {
      try {
        await story();
      } catch (error) {
        ground.ledger.found('told wrong', String(error));
        await sleep(2_000);
      }
    }
  };
  await Promise.all([told(() => secretariat.hearing(open)), told(() => secretariat.vote(open))]);
}

/** Nothing more is done, nothing fails any more; then everything is counted again from outside. */
export async function reckon(ground: Ground): Promise<void> {
  await calm(ground);
  await recount(ground);
}

export function countOf({ ledger: { findings } }: Ground, wrong: Wrong): number {
  return findings.filter((one) => one.wrong === wrong).length;
}
