import {
  againAfter,
  claimSeconds,
  errandKinds,
  isCostly,
  passingReasons,
  type ErrandKind,
  type Went,
} from '../../process/reach/errands.ts';
import { listOf } from '../frame/columns.ts';
import { rowsOf, writeAlong, type Db, type Reader, type Trx } from '../frame/database.ts';
import { oneFor } from '../frame/loader.ts';
import type { ErrandRow } from '../schema.ts';

const columns = listOf('errand', 'e');

type Load = (db: Reader, aboutId: string) => Promise<ErrandRow | null>;
const loads = Object.fromEntries(
  errandKinds.map((kind) => [
    kind,
    oneFor<ErrandRow>(
      `select ${columns} from errand e where kind = '${kind}' and about_id = any($1::text[])`,
      'aboutId',
    ),
  ]),
) as Record<ErrandKind, Load>;

const ofMany = `select ${columns} from errand e where kind = any($1::text[]) and about_id = any($2::text[])`;

/** Of several kinds about several things. */
export const errandsOf = (
  db: Reader,
  kinds: readonly ErrandKind[],
  aboutIds: string[],
): Promise<ErrandRow[]> => rowsOf<ErrandRow>(db, ofMany, [kinds, aboutIds]);

/** Null: it was never asked for. */
export const errandOf = (db: Reader, kind: ErrandKind, aboutId: string): Promise<ErrandRow | null> =>
  loads[kind](db, aboutId);

const ask = `
  insert into errand as e (kind, about_id, asked_at, due_at)
  values ($1, $2, $3, now() + $4::float8 * interval '1 minute')
  on conflict (kind, about_id) do update set wanted = e.wanted + 1, asked_at = excluded.asked_at,
    due_at = excluded.due_at, attempts = 0, failed_at = null`;

/** Asked for anew, whatever became of it before; why it failed last stands until it is settled. */
export const askErrand = (
  trx: Trx,
  kind: ErrandKind,
  aboutId: string,
  { at, afterMinutes = 0 }: { at: Date; afterMinutes?: number },
): Promise<void> => writeAlong(trx, ask, [kind, aboutId, at, afterMinutes]);

/** Left as it was with nothing against it: not done yet, or failed for one of these reasons, which may pass. */
export const rested = (reasons: string): string => `e.due_at is null and e.claimed_at is null
  and case when e.failure is null then e.done < e.wanted else e.failure = any(${reasons}) end`;

const askUnasked = `
  insert into errand as e (kind, about_id, asked_at, due_at) select $1, unnest($2::text[]), $3, now()
  on conflict (kind, about_id) do update set wanted = e.wanted + 1, asked_at = excluded.asked_at,
    due_at = excluded.due_at, attempts = 0, failed_at = null
    where ${rested('$4::text[]')}`;

/** For those whom it was never asked for, or left as it was. */
export async function askErrands(db: Db, kind: ErrandKind, aboutIds: string[], at: Date): Promise<void> {
  await rowsOf(db, askUnasked, [kind, aboutIds, at, passingReasons(kind)]);
}

const fail = `
  insert into errand (kind, about_id, asked_at, failed_at, failure) values ($1, $2, $3, $3, $4)
  on conflict (kind, about_id) do update set failed_at = $3, failure = $4, due_at = null, claimed_at = null`;

/** Undone from outside, whether or not it was ever asked for here. */
export const failErrand = (
  trx: Trx,
  kind: ErrandKind,
  aboutId: string,
  { failure, at }: { failure: string; at: Date },
): Promise<void> => writeAlong(trx, fail, [kind, aboutId, at, failure]);

/**
 * What has not come about, or is to be looked at; not what failed and waits for somebody to see to it. Nobody else is at
 * it, or whoever was is dead: of two who do the same, the second would do it twice.
 */
const claim = `
  update errand e set claimed_at = date_trunc('milliseconds', now()), attempts = attempts + 1
  where kind = $1 and about_id = $2 and (due_at <= now() or not $4::boolean and (done < wanted or failed_at is not null))
    and due_at is not null and (claimed_at is null or claimed_at < now() - $3 * interval '1 second')
  returning ${columns}`;

export async function claimErrand(db: Db, kind: ErrandKind, aboutId: string): Promise<ErrandRow | null> {
  return (await rowsOf<ErrandRow>(db, claim, [kind, aboutId, claimSeconds(kind), isCostly(kind)]))[0] ?? null;
}

const renew = `
  update errand set claimed_at = date_trunc('milliseconds', now())
  where kind = $1 and about_id = $2 and claimed_at = $3 returning claimed_at`;

/** Whoever has it is alive: since when they have it now; null: they have it no more. */
export async function renewErrand(
  db: Db,
  kind: ErrandKind,
  aboutId: string,
  claimedAt: Date,
): Promise<Date | null> {
  return (await rowsOf<{ claimedAt: Date }>(db, renew, [kind, aboutId, claimedAt]))[0]?.claimedAt ?? null;
}

const settle = `
  update errand e set claimed_at = null,
    failure = case when $9::boolean then failure else $3::text end,
    failed_at = case when wanted > $7::int then null when $9::boolean then failed_at
      when $3::text is not null then coalesce(failed_at, $4::timestamptz) end,
    done = case when $5::boolean then greatest(done, least($7::int, wanted)) else done end,
    due_at = case when wanted > $7::int then now() else now() + $6::float8 * interval '1 minute' end
  where kind = $1 and about_id = $2 and ($8::timestamptz is null or claimed_at = $8::timestamptz)
  returning ${columns}`;

/** The largest number that the column takes. */
const everyChange = 2 ** 31 - 1;

interface Settling {
  went: Went;
  at: Date;
  /** The change that it was taken up for: whatever came of it, what was asked for since is open. */
  upTo?: number | undefined;
  /** By which claim; whoever has it no more changes nothing. */
  claimedAt?: Date | undefined;
}
/** As it stands then; null: nobody asked for it, or another has it. */
export async function settleErrand(
  trx: Trx,
  kind: ErrandKind,
  aboutId: string,
  { went, at, upTo = everyChange, claimedAt }: Settling,
): Promise<ErrandRow | null> {
  const failure = 'failure' in went ? went.failure : null;
  const [done, rests] = ['done' in went, 'rests' in went];
  const values = [kind, aboutId, failure, at, done, againAfter(kind, went), upTo, claimedAt ?? null, rests];
  return (await rowsOf<ErrandRow>(trx, settle, values))[0] ?? null;
}

const due = `due_at <= now() and (claimed_at is null or claimed_at < now() - interval '1 minute')`;
const selectDue = `select about_id from errand where kind = $1 and ${due} order by due_at`;
const selectKinds = `
  select distinct kind from errand e where kind = any($1::text[]) and ${due} and not exists (
    select from pgboss.job j where j.name = 'bring' and j.state in ('created', 'retry')
      and j.data ->> 'kind' = e.kind and j.data ->> 'aboutId' is null)`;

/** What those of a kind are about whose time has come, with those whose claimer may be dead. */
export async function errandsDue(db: Reader, kind: ErrandKind): Promise<string[]> {
  return (await rowsOf<{ aboutId: string }>(db, selectDue, [kind])).map(({ aboutId }) => aboutId);
}

/** Of these, the kinds that have any, and for which no job waits that would take them up. */
export async function kindsDue(db: Reader, kinds: readonly ErrandKind[]): Promise<ErrandKind[]> {
  return (await rowsOf<{ kind: ErrandKind }>(db, selectKinds, [kinds])).map(({ kind }) => kind);
}
