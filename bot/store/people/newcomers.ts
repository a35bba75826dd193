import { listOf } from '../frame/columns.ts';
import { rowsOf, type Reader } from '../frame/database.ts';
import { placeEnded } from '../frame/somebody.ts';
import { ofHost } from '../frame/tenants.ts';
import type { DirectoryPersonRow, PersonRow } from '../schema.ts';

/**
 * In the host team now, and nobody whom the register knows as a member's or the secretariat's; or somebody whose place was
 * ended, and who was added to the team anew since: what they are now, the secretariat says.
 */
const unknown = `from directory_person d
  join directory_member m on m.object_id = d.object_id and m.source = 'team' and m.until_at is null
  where not exists (select from person p
      where p.tenant_id = ${ofHost} and p.object_id = d.object_id and (p.organisation_id is not null or p.secretariat)
        and not (${placeEnded('p')} and m.since > p.left_at))`;

const selectPage = (more: string): string => `
  select ${listOf('directoryPerson', 'd')} ${unknown} ${more} order by d.display_name, d.object_id limit $1`;
const firstPage = selectPage('');
const laterPage = selectPage(`and (d.display_name, d.object_id) >
  (select l.display_name, l.object_id from directory_person l where l.object_id = $2)`);

export const newcomerPage = (
  db: Reader,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<DirectoryPersonRow[]> =>
  after ? rowsOf(db, laterPage, [limit, after]) : rowsOf(db, firstPage, [limit]);

const countAll = `select count(*)::int as count ${unknown}`;

export const newcomerCount = async (db: Reader): Promise<number> =>
  (await rowsOf<{ count: number }>(db, countAll, []))[0]!.count;

const selectAt = `
  select ${listOf('person', 'p')} from person p
  where p.organisation_id is not null and p.object_id is null and lower(p.email) = any($1::text[])`;

/** Members' people with one of these addresses and no account. */
export const membersAt = (db: Reader, emails: string[]): Promise<PersonRow[]> =>
  rowsOf(db, selectAt, [emails.map((one) => one.toLowerCase())]);

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
