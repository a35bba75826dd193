import type { AppointmentRole } from '../../process/people/organisation.ts';
import { personById, type KnownPerson } from './people.ts';
import { rowsOf, type Reader, type Trx } from '../frame/database.ts';
import { placeEnded } from '../frame/somebody.ts';

/** What somebody is for their member, and the cases whose working groups they sit in. */
export interface Place {
  roles: AppointmentRole[];
  groups: string[];
}

/** Holds somebody's row, so that nobody is appointed and leaves in the same moment. */
export async function lockPerson(
  trx: Trx,
  id: string,
  mode: 'share' | 'update' = 'update',
): Promise<KnownPerson | null> {
  const lock = mode === 'share' ? 'for share' : 'for no key update';
  await rowsOf(trx, `select id from person where id = $1 ${lock}`, [id]);
  return personById(trx, id);
}

const selectPlace = `
  select
    array(select role from appointment where person_id = $1 and until_at is not distinct from $2 order by role) as roles,
    array(select case_id from group_member where person_id = $1 and until_at is not distinct from $2
      order by case_id)::text[] as groups`;

/** The place as it is now, or as it was ended at that moment. */
export async function placeOf(db: Reader, personId: string, endedAt: Date | null = null): Promise<Place> {
  return (await rowsOf<Place>(db, selectPlace, [personId, endedAt]))[0]!;
}

/** Whether the secretariat has ended it, which being in the team does not give again. */
export async function isPlaceEnded(db: Reader, personId: string): Promise<boolean> {
  const text = `select ${placeEnded('p')} as ended from person p where p.id = $1`;
  return (await rowsOf<{ ended: boolean }>(db, text, [personId]))[0]?.ended ?? false;
}

/** Ends all of it at one moment, by which it can be found again. */
export async function endPlaceOf(trx: Trx, personId: string, at: Date): Promise<void> {
  for (const table of ['appointment', 'groupMember'] as const)
    await trx
      .updateTable(table)
      .set({ untilAt: at })
      .where('personId', '=', personId)
      .where('untilAt', 'is', null)
      .execute();
  await trx.updateTable('person').set({ leftAt: at }).where('id', '=', personId).execute();
}

/** Somebody who had left is registered once more, maybe by another member. */
export async function placeAgain(
  trx: Trx,
  personId: string,
  row: Pick<
    KnownPerson,
    'tenantId' | 'objectId' | 'organisationId' | 'displayName' | 'email' | 'fields' | 'locale'
  >,
): Promise<void> {
  await trx
    .updateTable('person')
    .set({ ...row, leftAt: null })
    .where('id', '=', personId)
    .execute();
}

const selectGroups = `
  select g.person_id, array_agg(c.ref order by c.ref) as refs from group_member g
  join "case" c on c.id = g.case_id where g.until_at is null group by g.person_id`;

/** The numbers of the cases whose working groups people sit in, by person. */
export async function groupsByPerson(db: Reader): Promise<Map<string, string[]>> {
  const rows = await rowsOf<{ personId: string; refs: string[] }>(db, selectGroups, []);
  return new Map(rows.map(({ personId, refs }) => [personId, refs]));
}

/** Keeps every organisation's seat in the same hands while a vote is opened. */
export async function holdSeats(trx: Trx): Promise<void> {
  await rowsOf(trx, `select id from organisation where $1 order by id for share`, [true]);
}

const selectOrganisation = `select id from organisation where id = $1 for no key update`;

/** The member itself, before anything that hangs on who somebody is for it. */
export async function holdOrganisation(trx: Trx, organisationId: string): Promise<void> {
  await rowsOf(trx, selectOrganisation, [organisationId]);
}
