import pg from 'pg';
import { rowsOf, type Reader } from '../database.ts';
import { lineTo } from '../limits.ts';
import { whileMigrating } from './migrate.ts';

const rightsThere = ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger'] as const;
type Right = (typeof rightsThere)[number];

const each = (tables: string, ...rights: Right[]): [table: string, rights: Right[]][] =>
  tables
    .trim()
    .split(/\s+/)
    .map((table) => [table, rights]);

/**
 * What the app's own role may do where another one owns the database: all that acts and jobs write, and of the trail to
 * read and to add, nothing else. Whoever gets into the app changes no event of the past, and takes no guard away.
 * A table that is not named is left as it is: it is a later program's, which knows whether it may be changed.
 */
export const rights: ReadonlyMap<string, readonly Right[]> = new Map([
  ...each('migration erasure clock', 'select'),
  ...each('event seal checkpoint head head_leaf head_key', 'select', 'insert'),
  ...each('verification finding', 'select', 'insert', 'update'),
  ...each(
    `
    organisation person appointment tenant secretariat_configured account_step
    directory_source directory_cursor directory_member directory_person
    case revision version file file_part working_group group_member
    hearing heard comment answer joint_proposal sealed_reading
    meeting meeting_chat meeting_event attendee session presence
    scheduling invitee busy_time poll_slot poll_answer rules vote electorate ballot
    conversation delivery errand pace receipt counter subscription graph_call signing_key unsealed`,
    'select',
    'insert',
    'update',
    'delete',
  ),
]);

/** The clock that events are timed by is development's to move. */
const rightsFor = (movesClock: boolean): string =>
  JSON.stringify({ ...Object.fromEntries(rights), ...(movesClock && { clock: ['select', 'update'] }) });

/** Said as the statements that are still missing, so that a start which finds all in place touches nothing. */
const rightsNotSo = `
  select format('%s %s on %I %s', case when wanted then 'grant' else 'revoke' end, "right", c.relname,
    case when wanted then 'to' else 'from' end) as change
  from pg_class c
  join jsonb_each($2::jsonb) as named (name, rights) on named.name = c.relname
  cross join unnest($3::text[]) as "right"
  cross join lateral (select named.rights ? "right" as wanted) as so
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and wanted <> has_table_privilege($1, c.oid, "right")`;

/**
 * The queue is no record: the app's role owns it, and brings it to what its version of the queue wants. A sequence goes
 * with the column that it belongs to; a partition does not go with its table, though it depends on it.
 */
const queueNotOurs = `
  select format('alter %s %I.%I owner to', case c.relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end,
    'pgboss', c.relname) as change
  from pg_class c
  where c.relnamespace = to_regnamespace('pgboss') and c.relkind in ('r', 'p', 'v', 'S') and pg_get_userbyid(c.relowner) <> $1
    and not (c.relkind = 'S' and exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i')))
  union all
  select format('alter routine %s owner to', p.oid::regprocedure) from pg_proc p
  where p.pronamespace = to_regnamespace('pgboss') and pg_get_userbyid(p.proowner) <> $1
  union all
  select format('alter type %I.%I owner to', 'pgboss', t.typname) from pg_type t
  where t.typnamespace = to_regnamespace('pgboss') and t.typtype = 'e' and pg_get_userbyid(t.typowner) <> $1
  union all
  select 'alter schema pgboss owner to' from pg_namespace
  where nspname = 'pgboss' and pg_get_userbyid(nspowner) <> $1`;

interface Role {
  name: string;
  password: string;
}

const roleOf = (url: string): Role => {
  const { username, password } = new URL(url);
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
};

/**
 * Makes the role of the app's address where there is none, and gives it what it needs, each time anew: a step of
 * migration may have brought tables. The pool is the owner's. Throws when the two are one role, which would guard nothing.
 */
export async function letIn(pool: pg.Pool, appUrl: string, movesClock = false): Promise<void> {
  const { name, password } = roleOf(appUrl);
  const role = pg.escapeIdentifier(name);
  await whileMigrating(pool, async (client) => {
    const { rows } = await client.query<{ owner: boolean; known: boolean; member: boolean }>(
      `select current_user = $1 as owner, r.oid is not null as known,
         coalesce(pg_has_role(current_user, r.oid, 'member'), false) as member
       from (select) one left join pg_roles r on r.rolname = $1`,
      [name],
    );
    const { owner, known, member } = rows[0]!;
    if (owner)
      throw new Error('DATABASE_OWNER_URL and DATABASE_URL name the same role; the app needs one of its own');
    const secret = pg.escapeLiteral(password);
    if (!known) await client.query(`create role ${role} login password ${secret}`);
    else if (await isLockedOut(appUrl)) await client.query(`alter role ${role} login password ${secret}`);
    // To hand it the queue, and to end what an older replica of it still has open.
    if (!member) await client.query(`grant ${role} to current_user`);
    // Whoever may make things in the schema that everybody looks in puts a function of theirs before ours.
    await client.query('revoke create on schema public from public');
    await client.query(`grant usage on schema public to ${role}`);
    await client.query(`create schema if not exists pgboss authorization ${role}`);
    const asked: [text: string, values: unknown[]][] = [
      [rightsNotSo, [name, rightsFor(movesClock), rightsThere]],
      [queueNotOurs, [name]],
    ];
    for (const [text, values] of asked) {
      const { rows: changes } = await client.query<{ change: string }>(text, values);
      for (const { change } of changes) await client.query(`${change} ${role}`);
    }
  });
}

/** Whether the role is refused with this password: whoever runs it has given it another. */
async function isLockedOut(url: string): Promise<boolean> {
  const client = new pg.Client(lineTo(url, 'partnership-owner'));
  try {
    await client.connect();
    return false;
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') return true;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const selectGuard = `
  select pg_has_role(current_user, c.relowner, 'usage') or has_table_privilege(c.oid, 'update, delete, truncate') as weak
  from pg_class c where c.oid = 'event'::regclass`;

/** Whether the app's role could change what the trail says. */
export async function guardIsWeak(db: Reader): Promise<boolean> {
  const [row] = await rowsOf<{ weak: boolean }>(db, selectGuard, []);
  return row!.weak;
}
