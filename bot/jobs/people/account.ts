import { acts } from '../../acts/index.ts';
import type { Accounts, Asked, Refused } from '../../ports.ts';
import { passingReasons, type ReasonOf } from '../../process/reach/errands.ts';
import { lacking, wanted, type ReachStep } from '../../process/reach/reach.ts';
import { hostTeam } from '../../store/reach/directory.ts';
import { lastAsked, reachedOf, withoutApp, type Reached } from '../../store/reach/reach.ts';
import { fails, type Bringing, type Noted } from '../frame/bringing.ts';
import type { Work } from '../frame/work.ts';

/** One step of somebody's way into Teams; the noting act asks for the next one. */
const stepped = (step: ReachStep) =>
  ({
    note: acts.noteAccount,
    about: (personId: string) => ({ personId, step }),
    away: 'unavailable' as const,
    async bring({ db, accounts }, { aboutId: personId }) {
      const person = (await reachedOf(db, [personId])).get(personId);
      if (!person || !wanted(person, await lastAsked(db, personId))) return { went: { rests: true } };
      if (!lacking(person).includes(step)) return { already: true };
      if (!accounts) return fails<'app'>('notConnected');
      return take(accounts, step, person, await hostTeam(db));
    },
  }) satisfies Bringing;

export const guest = stepped('guest');
export const team = stepped('team');
/** Also for the members' people who are in the team and whom the bot cannot write to. */
export const app = {
  ...stepped('app'),
  unasked: ({ accounts, db }: Work) =>
    accounts ? withoutApp(db, passingReasons('app')) : Promise.resolve([]),
} satisfies Bringing;

const failures: Record<Refused, ReasonOf<'app'>> = {
  denied: 'denied',
  notFound: 'unknownAccount',
  nameTaken: 'refused',
  changed: 'refused',
  refused: 'refused',
};
const plain = (answer: Asked<void>): Noted =>
  'done' in answer ? {} : fails<'app'>(failures[answer.refused]);

async function take(
  accounts: Accounts,
  step: ReachStep,
  { email: address, displayName: name, locale, guest: isGuest, objectId }: Reached,
  teamId: string | null,
): Promise<Noted> {
  if (step === 'guest') {
    if (!accounts.invite) return fails<'guest'>('invitesOff');
    if (!address) return fails<'guest'>('noAddress');
    const invited = await accounts.invite({ address, name, locale });
    return 'done' in invited ? { objectId: invited.done } : fails<'guest'>(failures[invited.refused]);
  }
  if (!objectId) return fails<'app'>('unknownAccount');
  if (step === 'app') return plain(await accounts.install(objectId));
  return teamId ? plain(await accounts.join(teamId, objectId, isGuest)) : fails<'team'>('notConnected');
}
