import { rowsOf, type Db, type Reader } from './database.ts';

/** Entra numbers people within a tenant: only both together say who it is. */
export interface Account {
  tenantId: string;
  objectId: string;
}

/** Ids compare as ids: however they were written. */
export const alike = ({ tenantId, objectId }: Account): Account => ({
  tenantId: tenantId.toLowerCase(),
  objectId: objectId.toLowerCase(),
});

/** One text for one account, to look it up by. */
export const accountKey = ({ tenantId, objectId }: Account): string => `${tenantId}/${objectId}`;

/** The host's tenant in a statement. Whatever Graph told is of it: the team, the groups, the directory's people. */
export const ofHost = '(select tenant_id from tenant where host)';

const lockTenants = 'lock table tenant in share row exclusive mode';
const deleteTenants = `
  delete from tenant where not (tenant_id = any($1::text[]) and host = (tenant_id = ($1::text[])[1]))`;
const insertTenants = `
  insert into tenant (tenant_id, host) select id, id = ($1::text[])[1] from unnest($1::text[]) as id
  on conflict do nothing`;
const updateHosted = 'update person set tenant_id = $1 where tenant_id is null and object_id is not null';

/** The tenants that are let in, as they are at this start, the host's first. Whoever has an account of none yet is the host's. */
export async function reconcileTenants(db: Db, tenants: string[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Two replicas that start at once write the same, one after the other.
    await rowsOf(trx, lockTenants, []);
    await rowsOf(trx, deleteTenants, [tenants]);
    await rowsOf(trx, insertTenants, [tenants]);
  });
  await rowsOf(db, updateHosted, [tenants[0]]);
}

const selectTenants = 'select tenant_id, host from tenant';

/** The host's tenant, and all that are let in. */
export async function tenantsLetIn(db: Reader): Promise<{ host: string; all: string[] }> {
  const rows = await rowsOf<{ tenantId: string; host: boolean }>(db, selectTenants, []);
  return { host: rows.find(({ host }) => host)?.tenantId ?? '', all: rows.map(({ tenantId }) => tenantId) };
}

const selectBorrowed = `
  select exists (select from person where object_id = $2 and tenant_id is distinct from $1)
    or $1 <> ${ofHost} and exists (select from directory_person where object_id = $2) as borrowed`;

/** Whether somebody of another tenant has this object id: the landing before knows people by it alone. */
export async function isBorrowed(db: Reader, account: Account): Promise<boolean> {
  const { tenantId, objectId } = alike(account);
  return (await rowsOf<{ borrowed: boolean }>(db, selectBorrowed, [tenantId, objectId]))[0]!.borrowed;
}
