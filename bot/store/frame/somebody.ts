/** `isSomebody` of process/roles, asked of a person's row. */
export const somebody = (person: string): string =>
  `(${person}.secretariat or (${person}.organisation_id is not null and ${person}.left_at is null))`;

/** Whether a person is still there for the organisation that an appointment is of. */
export const stillThere = (person: string, appointment: string): string =>
  `(${person}.left_at is null and ${person}.organisation_id = ${appointment}.organisation_id)`;

/**
 * Whether the secretariat ended a person's place, and has not given another since. Who has left by Entra's word comes back by
 * it; a place that was ended is given again by registering alone.
 */
export const placeEnded = (person: string): string => `(${person}.left_at is not null and exists (
  select from event e where e.case_id = 'register' and e.type = 'placeEnded' and e.data->>'personId' = ${person}.id::text
    and e.at >= ${person}.left_at))`;

/** Whether a person chairs the steering group now: as a member's representative, and while they are still there for it. */
export const chairs = (person: string): string => `exists (
  select from appointment seat where seat.person_id = ${person}.id and seat.role = 'representative' and seat.chair
    and seat.until_at is null and ${stillThere(person, 'seat')})`;

/** Whether a search for a time is `polling` (`schedulingState` of process/scheduling). */
export const isPolling = (search: string): string =>
  `(${search}.opened_at is not null and ${search}.meeting_id is null and ${search}.dropped_at is null)`;

/** `owesAnswer` of process/scheduling, asked of somebody who is asked. */
export const owesAnswer = (invitee: string): string => `${invitee}.readable is distinct from true`;

/** `isOpen` of process/hearing, asked of a hearing's row: the deadline itself is already too late. */
export const isOpen = (hearing: string, now: string): string => `${hearing}.deadline > ${now}`;
