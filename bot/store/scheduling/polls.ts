import type { Said } from '../../process/scheduling/scheduling.ts';
import type { Reader } from '../frame/database.ts';
import { allFor, oneFor } from '../frame/loader.ts';
import type { InviteeRow } from '../schema.ts';

/** Whether a search for a time is `polling` (`schedulingState` of process/scheduling). */
export const isPolling = (search: string): string =>
  `(${search}.opened_at is not null and ${search}.meeting_id is null and ${search}.dropped_at is null)`;

/** `owesAnswer` of process/scheduling, asked of somebody who is asked. */
export const owesAnswer = (invitee: string): string => `${invitee}.readable is distinct from true`;

/** Who is asked in a search for a time, one beside the other, with what is known of their calendars. */
interface Asked {
  schedulingId: string;
  personIds: string[];
  readable: (boolean | null)[];
  because: (string | null)[];
  answeredAt: (string | null)[];
}

const selectAsked = `
  select scheduling_id, json_agg(person_id) as person_ids, json_agg(readable) as readable,
    json_agg(unreadable_because) as because, json_agg(answered_at) as answered_at
  from invitee where scheduling_id = any($1::uuid[]) group by scheduling_id`;
const load = oneFor<Asked>(selectAsked, 'schedulingId');

/** Everyone who is asked, in no order. */
export async function askedIn(db: Reader, schedulingId: string): Promise<InviteeRow[]> {
  const asked = await load(db, schedulingId);
  if (!asked) return [];
  const { personIds, readable, because, answeredAt } = asked;
  return personIds.map((personId, index) => {
    const [at, why] = [answeredAt[index], because[index] ?? null];
    const known = { readable: readable[index] ?? null, unreadableBecause: why };
    return { schedulingId, personId, ...known, answeredAt: at ? new Date(at) : null };
  });
}

/** What was said to one time, one beside the other. */
interface Answered {
  schedulingId: string;
  startsAt: Date;
  personIds: string[];
  possible: boolean[];
}

const selectAnswered = `
  select s.scheduling_id, s.starts_at, json_agg(a.person_id) as person_ids, json_agg(a.possible) as possible
  from poll_slot s join poll_answer a on a.slot_id = s.id
  where s.scheduling_id = any($1::uuid[]) group by s.scheduling_id, s.starts_at`;
const loadAnswered = allFor<Answered>(selectAnswered, 'schedulingId');

/** What everybody said to the times of a poll. */
export const saidIn = async (db: Reader, schedulingId: string): Promise<Said[]> =>
  (await loadAnswered(db, schedulingId)).flatMap(({ startsAt, personIds, possible }) =>
    personIds.map((personId, index) => ({ personId, startsAt, possible: possible[index]! })),
  );
