import type { Reader } from '../frame/database.ts';
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

const columns = [
  'person.id as personId',
  'displayName',
  'email',
  'person.organisationId',
  'organisation.name as organisationName',
] as const;

/** The steering group is every member's representative. */
async function representatives(db: Reader): Promise<Invited[]> {
  return db
    .selectFrom('appointment')
    .innerJoin('person', 'person.id', 'appointment.personId')
    .leftJoin('organisation', 'organisation.id', 'person.organisationId')
    .select([...columns, 'appointment.chair'])
    .where('appointment.role', '=', 'representative')
    .where('appointment.untilAt', 'is', null)
    .where('person.leftAt', 'is', null)
    .orderBy('organisation.name')
    .execute();
}

async function groupMembers(db: Reader, caseId: string): Promise<Invited[]> {
  const rows = await db
    .selectFrom('groupMember')
    .innerJoin('person', 'person.id', 'groupMember.personId')
    .leftJoin('organisation', 'organisation.id', 'person.organisationId')
    .select(columns)
    .where('groupMember.caseId', '=', caseId)
    .where('groupMember.untilAt', 'is', null)
    .where('person.leftAt', 'is', null)
    .orderBy('organisation.name')
    .orderBy('displayName')
    .execute();
  return rows.map((row) => ({ ...row, chair: false }));
}

/** Whom a meeting of this kind is for; a working group's meeting names its case. */
export function invitedTo(db: Reader, kind: MeetingKind, caseId: string | null): Promise<Invited[]> {
  if (kind === 'steeringGroup') return representatives(db);
  return caseId ? groupMembers(db, caseId) : Promise.resolve([]);
}
