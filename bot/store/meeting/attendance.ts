import type { MeetingResponse } from '../../process/scheduling/meetingKinds.ts';
import { rowsOf, type Reader } from '../frame/database.ts';
import { oneFor } from '../frame/loader.ts';
import { chairs } from '../people/there.ts';

/** How those who were called to a meeting have answered, one beside the other: of many, rows of their own would cost more. */
export interface Attendance {
  meetingId: string;
  personIds: string[];
  responses: (MeetingResponse | null)[];
}

const selectAttendance = `
  select meeting_id, json_agg(person_id) as person_ids, json_agg(response) as responses
  from attendee where meeting_id = any($1::uuid[]) group by meeting_id`;

export const attendanceOf = oneFor<Attendance>(selectAttendance, 'meetingId');

export interface PersonNamed {
  personId: string;
  displayName: string;
  organisationName: string | null;
  chair: boolean;
}

const selectNamed = `
  select p.id as person_id, p.display_name, o.name as organisation_name, ${chairs('p')} as chair from unnest($1::uuid[]) as k (id)
  join person p on p.id = k.id left join organisation o on o.id = p.organisation_id
  order by o.name, p.display_name`;

/** Who people are, in the order in which they are listed: by organisation and name. */
export async function peopleNamed(db: Reader, ids: string[]): Promise<Map<string, PersonNamed>> {
  if (ids.length === 0) return new Map();
  const rows = await rowsOf<PersonNamed>(db, selectNamed, [[...new Set(ids)]]);
  return new Map(rows.map((row) => [row.personId, row]));
}
