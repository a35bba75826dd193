import type { House } from '../../acts/frame/run.ts';
import type { Logger } from 'pino';
import type { PeopleRates } from './pace.ts';
import type { Actor } from '../../process/frame/roles.ts';
import { viewing, type Viewing } from '../../views/frame/context.ts';
import { whyNotByName } from '../../acts/frame/whyNot.ts';
import { readingNoter } from '../../acts/hearing/sealedReading.ts';
import type { Activity } from 'botbuilder';
import { actorByAccount, type Account } from '../../views/people/actor.ts';

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

/**
 * Whose account the activity is of; verified, like all of it. Null: of nobody who has one, or of two tenants at once, since
 * then nobody can say in which of them the id is somebody's.
 */
export function accountIn({ from, conversation, channelData }: Activity): Account | null {
  const { tenant } = (channelData ?? {}) as { tenant?: { id?: string } };
  const [tenantId, ...others] = new Set(
    [conversation.tenantId, tenant?.id].flatMap((one) => (one ? [one.toLowerCase()] : [])),
  );
  const known = from?.aadObjectId && tenantId && others.length === 0;
  return known ? { tenantId, objectId: from.aadObjectId! } : null;
}
