import { rowsOf, type Reader } from '../frame/database.ts';
import { stillThere } from '../people/there.ts';
import type { MeetingKind } from '../../process/scheduling/meetingKinds.ts';

/** Somebody to be asked to a meeting. */
export interface Invited {
  personId: string;
  displayName: string;
  email: string;
  organisationId: string | null;
  organisationName: string | null;
  chair: boolean;
}

/** Whether somebody who was asked is still of a member, or of the secretariat. */
export interface Here {
  secretariat: boolean;
  leftAt: Date | null;
}

const invited = 'p.id as person_id, p.display_name, p.email, p.organisation_id, o.name as organisation_name';

/** The steering group is every member's representative who is there. */
const selectRepresentatives = `
  select ${invited}, a.chair from appointment a join person p on p.id = a.person_id
  left join organisation o on o.id = p.organisation_id
  where a.role = 'representative' and a.until_at is null and ${stillThere('p', 'a')} order by o.name`;

const selectGroup = `
  select ${invited}, false as chair from group_member g join person p on p.id = g.person_id
  left join organisation o on o.id = p.organisation_id
  where g.case_id = $1 and g.until_at is null and p.left_at is null order by o.name, p.display_name`;

/** Whom a meeting of this kind is for; a working group's meeting names its case. */
export function invitedTo(db: Reader, kind: MeetingKind, caseId: string | null): Promise<Invited[]> {
  if (kind === 'steeringGroup') return rowsOf<Invited>(db, selectRepresentatives, []);
  return caseId ? rowsOf<Invited>(db, selectGroup, [caseId]) : Promise.resolve([]);
}
