import type { House } from '../../acts/frame/run.ts';
import type { Logger } from 'pino';
import type { Actor } from '../../process/frame/roles.ts';
import { viewing, type Viewing } from '../../views/frame/context.ts';
import { whyNotByName } from '../../acts/frame/whyNot.ts';
import { readingNoter } from '../../acts/hearing/sealedReading.ts';
import type { Activity } from 'botbuilder';
import { actorByAccount } from '../../views/people/actor.ts';
import { accountIn } from './account.ts';
import type { PeopleRates } from './rates.ts';

/** What the bot works with; the same for every turn. */
export interface Bot {
  house: House;
  log: Logger;
  rates: PeopleRates;
  tabLink(page: string): string;
}

export const viewingFor = ({ house }: Bot, actor: Actor): Viewing =>
  viewing(house.db, house.clock.now(), actor, { whyNot: whyNotByName(house), reading: readingNoter(house) });

/** The person behind an activity: the verified account, looked up in the register. Null: not registered. */
export const actorOf = async ({ house }: Bot, activity: Activity): Promise<Actor | null> => {
  const account = accountIn(activity);
  return account && actorByAccount(house.db, account);
};
