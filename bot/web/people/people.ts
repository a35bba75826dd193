import type { Request, Response } from 'restify';
import { asClock } from '../../acts/frame/asClock.ts';
import { whyNotByName } from '../../acts/frame/whyNot.ts';
import type { House } from '../../acts/frame/run.ts';
import { readingNoter } from '../../acts/hearing/sealedReading.ts';
import { acts } from '../../acts/index.ts';
import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import type { Actor } from '../../process/frame/roles.ts';
import { actorByAccount } from '../../views/people/actor.ts';
import { viewing, type Viewing } from '../../views/frame/context.ts';
import type { SignedInBy } from '../frame/edge/admit.ts';

export interface Doors {
  house: House;
  /** The tenant that the secretariat is of. */
  host: string;
  signedIn: SignedInBy;
  /** A route whose unexpected error is logged once with its number and answered with an apology. */
  safely(
    handler: (request: Request, response: Response) => Promise<void>,
  ): (request: Request, response: Response) => Promise<void>;
}

/** Who asks: the verified token's person in the register, or why they are not let in. */
export async function whoAsks({ house, signedIn }: Doors, request: Request): Promise<Actor | Refusal> {
  const signed = await signedIn(request);
  if (!signed) return refuse('notSignedIn');
  const actor = await actorByAccount(house.db, signed);
  if (!actor) return refuse('notRegistered');
  // The secretariat is configured by ids alone; its people's names come with their tokens.
  const named = actor.secretariat && signed.name !== null && signed.name !== actor.displayName;
  if (!named) return actor;
  const asked = { personId: actor.personId, displayName: signed.name };
  // What cannot be a name here is none.
  const { ok } = await asClock(house, acts.noteName, asked, { expected: ['invalidInput'] });
  return ok ? { ...actor, displayName: signed.name! } : actor;
}

export const viewingFor = ({ house }: Doors, reader: Actor): Viewing =>
  viewing(house.db, house.clock.now(), reader, { whyNot: whyNotByName(house), reading: readingNoter(house) });
