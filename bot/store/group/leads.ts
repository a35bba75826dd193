import { stillThere } from '../people/there.ts';
import { rowsOf, type Reader, type Trx } from '../frame/database.ts';

/** The member whose seat leads a working group. */
export interface Lead {
  id: string;
  name: string;
}

const updateLead = `
  update working_group set lead_id = $2 where case_id = $1 and lead_id is distinct from $2 returning case_id`;

/** Returns whether it is news. */
export async function setLead(trx: Trx, caseId: string, organisationId: string): Promise<boolean> {
  return (await rowsOf(trx, updateLead, [caseId, organisationId])).length > 0;
}

interface Led {
  caseId: string;
  leadId: string | null;
  leadName: string | null;
}

const selectLed = `
  select g.case_id, g.lead_id, o.name as lead_name from working_group g left join organisation o on o.id = g.lead_id
  where g.case_id = any($1::uuid[])`;

/** The groups that these cases have, each with its lead; null: nobody was named yet. */
export async function groupsLed(db: Reader, caseIds: string[]): Promise<Map<string, Lead | null>> {
  const rows = await rowsOf<Led>(db, selectLed, [caseIds]);
  return new Map(
    rows.map(({ caseId, leadId, leadName }) => [caseId, leadId ? { id: leadId, name: leadName! } : null]),
  );
}

const selectLeading = `
  select 1 from working_group g
  join appointment a on a.organisation_id = g.lead_id and a.role = 'representative' and a.until_at is null
  join person p on p.id = a.person_id
  where g.case_id = $1 and p.id = $2 and ${stillThere('p', 'a')}`;

/** Whether the person holds the seat that leads the case's group, now. */
export async function isLeading(db: Reader, caseId: string, personId: string): Promise<boolean> {
  return (await rowsOf(db, selectLeading, [caseId, personId])).length > 0;
}
