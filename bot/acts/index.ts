import type { Act } from './frame/act.ts';
import { caseActs } from './case/index.ts';
import { draftActs } from './draft/index.ts';
import { groupActs } from './group/index.ts';
import { hearingActs } from './hearing/index.ts';
import { meetingActs } from './meeting/index.ts';
import { overviewActs } from './overview/index.ts';
import { peopleActs } from './people/index.ts';
import { reachActs } from './reach/index.ts';
import { schedulingActs } from './scheduling/index.ts';
import { voteActs } from './vote/index.ts';
import { followAnswerer } from './hearing/followAnswerer.ts';
import { leaveMeetings } from './meeting/leaveMeetings.ts';
import { follow, followLeavers } from './people/following.ts';
import { followSeat } from './vote/followSeat.ts';

// Votes are held before hearings, here as where one is opened.
follow(followSeat, followAnswerer);
followLeavers(leaveMeetings);

/** Everything a person or the clock can do, by name; each area lists its own. */
const definitions = {
  ...reachActs,
  ...peopleActs,
  ...caseActs,
  ...draftActs,
  ...groupActs,
  ...hearingActs,
  ...schedulingActs,
  ...meetingActs,
  ...voteActs,
  ...overviewActs,
};

export type ActName = keyof typeof definitions;
/** What the body of an act may hold, for those who call it. */
export type ActInput<N extends ActName> = (typeof definitions)[N]['input']['_zod']['input'];
export type ActResult<N extends ActName> = Awaited<ReturnType<(typeof definitions)[N]['apply']>>;

// Each act checks its own input and hands its own state on; the registry needs none of those types.
export const acts: Record<ActName, Act> = definitions;
export const isAct = (name: string): name is ActName => Object.hasOwn(definitions, name);
