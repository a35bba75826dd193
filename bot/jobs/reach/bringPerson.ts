import { asClock } from '../../acts/frame/asClock.ts';
import { acts } from '../../acts/index.ts';
import type { Accounts, Asked, Refused } from '../../ports.ts';
import { lacking, wanted, type ReachFailure, type ReachStep } from '../../process/reach/reach.ts';
import { hostTeam } from '../../store/reach/directory.ts';
import { lastAsked, reachedOf, withoutApp, type Reached } from '../../store/reach/reach.ts';
import type { Jobs } from '../enqueue.ts';
import { inTurn } from '../frame/inTurn.ts';
import type { Work } from '../frame/work.ts';

/** Whom the app could not be given to is asked about again after this long. */
const againMs = 24 * 3600_000;

/**
 * Brings one person into Teams: a guest's account, the team, the app, whatever is lacking. Without a person: the app
 * alone, for the members' people who are in the team and cannot be written to.
 */
export async function bringPerson(work: Work, { personId }: Jobs['bringPerson']): Promise<void> {
  const { db, house } = work;
  if (personId) {
    const person = (await reachedOf(db, [personId])).get(personId);
    if (!person || !wanted(person, await lastAsked(db, personId))) return;
    return bring(work, person, lacking(person));
  }
  if (!work.accounts) return;
  const without = await withoutApp(db, new Date(house.clock.now().getTime() - againMs));
  await inTurn(without, 'people could not be given the app', (person) => bring(work, person, ['app']));
}

type Noted = { objectId?: string; failure?: ReachFailure };

async function bring(work: Work, person: Reached, steps: ReachStep[]): Promise<void> {
  const { house, log, accounts } = work;
  const { personId } = person;
  const note = (step: ReachStep, noted: Noted) =>
    asClock(house, acts.noteAccount, { personId, step, ...noted });
  const teamId = await hostTeam(work.db);
  let { objectId } = person;
  for (const step of steps) {
    if (!accounts) return void (await note(step, { failure: 'notConnected' }));
    try {
      const came = await take(accounts, step, person, { objectId, teamId });
      const noted: Noted = typeof came === 'string' ? { failure: came } : came;
      await note(step, noted);
      objectId = noted.objectId ?? objectId;
      if (objectId) continue;
      // Without an account there is nobody to add or to give the app to.
      return;
    } catch (error) {
      log.warn({ err: error, personId, step }, 'a person could not be brought into Teams');
      await note(step, { failure: 'unavailable' });
      throw error;
    }
  }
}

const failures: Record<Refused, ReachFailure> = {
  denied: 'denied',
  notFound: 'unknownAccount',
  nameTaken: 'refused',
  changed: 'refused',
  refused: 'refused',
};
const failureOf = ({ refused }: { refused: Refused }): ReachFailure => failures[refused];

type Came = { objectId?: string } | ReachFailure;
const plain = (answer: Asked<void>): Came => ('done' in answer ? {} : failureOf(answer));

async function take(
  accounts: Accounts,
  step: ReachStep,
  { email: address, displayName: name, locale, guest }: Reached,
  { objectId, teamId }: { objectId: string | null; teamId: string | null },
): Promise<Came> {
  if (step === 'guest') {
    if (!accounts.invite) return 'invitesOff';
    if (!address) return 'noAddress';
    const invited = await accounts.invite({ address, name, locale });
    return 'done' in invited ? { objectId: invited.done } : failureOf(invited);
  }
  if (!objectId) return 'unknownAccount';
  if (step === 'app') return plain(await accounts.install(objectId));
  return teamId ? plain(await accounts.join(teamId, objectId, guest)) : 'notConnected';
}
