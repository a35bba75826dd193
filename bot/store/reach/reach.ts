import { reachSteps, type Known } from '../../process/reach/reach.ts';
import { chatOf } from './conversations.ts';
import { rested } from './errands.ts';
import { rowsOf, type Reader } from '../frame/database.ts';
import { ofMember } from '../frame/somebody.ts';
import { ofHost } from '../frame/tenants.ts';
import type { PersonRow } from '../schema.ts';

export interface Reached extends Known, Pick<PersonRow, 'displayName' | 'email' | 'locale'> {
  personId: string;
  objectId: string | null;
  /** A guest of the tenant, as far as Entra has told. */
  guest: boolean;
  organisationId: string | null;
  secretariat: boolean;
  leftAt: Date | null;
}

const facts = `
  select p.id as person_id, p.display_name, p.email, p.locale, p.object_id, p.object_id is not null as account,
    p.organisation_id, p.secretariat, p.left_at,
    p.email <> '' as address, coalesce(d.guest, true) as guest,
    exists (select from conversation where ${chatOf('p')}) as chat,
    case when exists (select from directory_source where source = 'team' and read_at is not null) then exists (
      select from directory_member m where m.source = 'team' and m.object_id = p.object_id and m.until_at is null
    ) and p.tenant_id = ${ofHost} end as in_team
  from person p left join directory_person d on d.object_id = p.object_id and p.tenant_id = ${ofHost}`;

const selectReached = `${facts} where p.id = any($1::uuid[])`;

/** How these people can be reached, by id. */
export async function reachedOf(db: Reader, personIds: string[]): Promise<Map<string, Reached>> {
  if (personIds.length === 0) return new Map();
  const rows = await rowsOf<Reached>(db, selectReached, [personIds]);
  return new Map(rows.map((row) => [row.personId, row]));
}

const selectWithoutApp = `
  select known.person_id from (
    ${facts} where ${ofMember('p')}
      and not exists (select from errand e where e.kind = 'app' and e.about_id = p.id::text and not (${rested('$1::text[]')}))
  ) known where account and in_team and not chat`;

/**
 * Members' people in the team whom the bot cannot write to, and whom the app was never asked for, or who had left when it
 * could be given: not done, or failed for one of these reasons.
 */
export async function withoutApp(db: Reader, passing: string[]): Promise<string[]> {
  return (await rowsOf<{ personId: string }>(db, selectWithoutApp, [passing])).map(
    ({ personId }) => personId,
  );
}

const selectLastAsked = `
  select max(asked_at) as at from errand
  where kind = any($1::text[]) and about_id = $2 and not coalesce(failure = 'removed' and failed_at is not null, false)`;

/** When it was last asked for that this person is brought into Teams; that they removed the app was not asked for. */
export async function lastAsked(db: Reader, personId: string): Promise<Date | null> {
  return (await rowsOf<{ at: Date | null }>(db, selectLastAsked, [reachSteps, personId]))[0]!.at;
}
