import { peopleOf } from '../../store/people/people.ts';
import { sharedConversations } from '../../store/reach/conversations.ts';
import { tellConversation, tellPeople, type Telling } from '../../store/reach/deliveries.ts';
import type { Asking } from '../frame/act.ts';

/** The people of all who are heard, and the team's channels. Returns how many people. */
export async function tellEveryoneHeard(
  { trx, now }: Pick<Asking, 'trx' | 'now'>,
  heard: string[],
  telling: Telling,
): Promise<number> {
  const people = await peopleOf(trx, heard);
  for (const channel of await sharedConversations(trx, 'team'))
    await tellConversation(trx, channel.id, 'team', telling, now);
  const ids = people.map((person) => person.id);
  return tellPeople(trx, ids, telling, now);
}
