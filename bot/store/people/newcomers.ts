import { sql } from 'kysely';
import { columnsOf, listOf } from '../frame/columns.ts';
import { rowsOf, type Reader } from '../frame/database.ts';
import { placeEnded } from '../frame/somebody.ts';
import { ofHost } from '../frame/tenants.ts';
import type { DirectoryPersonRow, PersonRow } from '../schema.ts';

/**
 * In the host team now, and nobody whom the register knows as a member's or the secretariat's; or somebody whose place was
 * ended, and who was added to the team anew since: what they are now, the secretariat says.
 */
const unknown = sql.raw(`from directory_person d
  join directory_member m on m.object_id = d.object_id and m.source = 'team' and m.until_at is null
  where not exists (select from person p
      where p.tenant_id = ${ofHost} and p.object_id = d.object_id and (p.organisation_id is not null or p.secretariat)
        and not (${placeEnded('p')} and m.since > p.left_at))`);

export async function newcomerPage(
  db: Reader,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<DirectoryPersonRow[]> {
  const { rows } = await sql<DirectoryPersonRow>`
    select ${sql.raw(listOf('directoryPerson', 'd'))} ${unknown}
      ${after ? sql`and (d.display_name, d.object_id) > (select l.display_name, l.object_id from directory_person l where l.object_id = ${after})` : sql``}
    order by d.display_name, d.object_id limit ${limit}`.execute(db);
  return rows;
}

export async function newcomerCount(db: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count ${unknown}`.execute(db);
  return rows[0]!.count;
}

/** Members' people with one of these addresses and no account. */
export async function membersAt(db: Reader, emails: string[]): Promise<PersonRow[]> {
  return db
    .selectFrom('person')
    .select(columnsOf('person'))
    .where('organisationId', 'is not', null)
    .where('objectId', 'is', null)
    .where(
      sql<string>`lower(email)`,
      '=',
      sql<string>`any(${sql.val(emails.map((one) => one.toLowerCase()))}::text[])`,
    )
    .execute();
}

const domains = `
  select distinct on (p.organisation_id, lower(substring(p.email from '[^@]*$'))) p.email, p.organisation_id
  from person p
  where p.organisation_id is not null and lower(substring(p.email from '[^@]*$')) = any($1::text[])`;

/** One address of each organisation for each domain that it has people at. */
export const organisationsAt = (
  db: Reader,
  of: string[],
): Promise<{ email: string; organisationId: string }[]> =>
  rowsOf(db, domains, [of.map((one) => one.slice(one.lastIndexOf('@') + 1).toLowerCase())]);
