import type { AppointmentRole } from '../../process/people/organisation.ts';
import type { Trx } from '../../store/frame/database.ts';
import { holdOrganisation } from '../../store/people/places.ts';
import type { Appointed } from '../../store/people/people.ts';
import type { Call } from '../frame/act.ts';

export type Telling = Pick<Call, 'trx' | 'now'>;
export type Holding = Pick<Appointed, 'organisationId' | 'role' | 'personId' | 'left'>[];

/** Who is what for a member, before a change and after it. */
export interface Change {
  organisationId: string;
  before: Holding;
  after: Holding;
  /** Who took over what, where somebody was appointed; left out: somebody went, or came back. */
  appointed?: { role: AppointmentRole; personId: string };
}

/** What an area has under way that hangs on who somebody is for a member. */
export interface Follower<O> {
  /** Holds it still: what is under way is waited for, what comes after finds the change. */
  hold(trx: Trx, organisationId: string, now: Date): Promise<O>;
  /** Whoever takes over while it is open is told of it. */
  tell(call: Telling, change: Change, open: O): Promise<void>;
}
type Leavers = Pick<Call, 'trx' | 'now' | 'enqueue'>;
/** What ends elsewhere for whoever has left. */
type Leaving = (call: Leavers, personIds: string[]) => Promise<void>;

const followers: Follower<unknown>[] = [];
const leavings: Leaving[] = [];

/**
 * Later areas follow what happens to people, who know nothing of them. In the order in which they are told: that is the
 * order in which rows are held, so that no two wait for each other.
 */
export function follow(...all: Follower<unknown>[]): void {
  followers.push(...all);
}
export function followLeavers(...all: Leaving[]): void {
  leavings.push(...all);
}

/** What each of the followers holds open, in their order. */
export type Open = unknown[];

/** The member is held first, and then what is open to it. */
export async function holdOpen(trx: Trx, organisationId: string, now: Date): Promise<Open> {
  await holdOrganisation(trx, organisationId);
  const open: Open = [];
  for (const one of followers) open.push(await one.hold(trx, organisationId, now));
  return open;
}

/** Instead of what is held: it changes no answer to a button. */
export const nothingOpen = (): Promise<Open> => Promise.resolve([]);

export async function tellOf(call: Telling, change: Change, open: Open): Promise<void> {
  for (const [index, one] of followers.entries()) await one.tell(call, change, open[index]);
}

export async function tellLeft(call: Leavers, personIds: string[]): Promise<void> {
  for (const one of leavings) await one(call, personIds);
}
