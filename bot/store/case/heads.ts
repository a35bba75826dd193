import { randomBytes } from 'node:crypto';
import {
  firstPrevious,
  headNumber,
  isSigned,
  signedHead,
  type Head,
  type HeadKey,
} from '../../process/case/heads.ts';
import { headTree, type ChainEnd } from '../../process/case/headTree.ts';
import type { DatabaseClock } from '../frame/clock.ts';
import { rowsOf, type Reader, type Trx } from '../frame/database.ts';

type HeadRow = Omit<Head, 'at'> & { at: Date };
const told = 'n, at, previous, root, introduces, hash, key, signature';
const shown = ({ at, ...row }: HeadRow): Head => ({ ...row, at: at.toISOString() });

/** Each case once, by the index alone: the chains are never read whole. */
export const casesOf = (table: 'seal' | 'head_leaf'): string => `
  with recursive found as (
    (select case_id from ${table} order by case_id limit 1)
    union all
    select (select t.case_id from ${table} t where t.case_id > found.case_id order by t.case_id limit 1)
    from found where found.case_id is not null)`;

const selectEnds = `${casesOf('seal')}
  select found.case_id, last.seq, last.hash from found cross join lateral (
    select seq, hash from seal where seal.case_id = found.case_id order by seq desc limit 1) as last`;

const selectLeaves = `${casesOf('head_leaf')}
  select found.case_id, last.seq, last.hash from found cross join lateral (
    select seq, hash from head_leaf l where l.case_id = found.case_id and l.n <= $1 order by l.n desc limit 1) as last`;

const insertHead = `
  insert into head (n, at, previous, root, introduces, hash, key, signature, seed)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const insertKey = `
  insert into head_key (fingerprint, public_key, kept, since) values ($1, $2, $3, $4) on conflict do nothing`;
const insertLeaves = `
  insert into head_leaf (case_id, n, seq, hash)
  select case_id, $1, seq, hash from unnest($2::text[], $3::int[], $4::text[]) as l (case_id, seq, hash)`;

export async function lastHead(db: Reader): Promise<Head | null> {
  const [row] = await rowsOf<HeadRow>(db, `select ${told} from head order by n desc limit 1`, []);
  return row ? shown(row) : null;
}

export async function headWith(db: Reader, n: number): Promise<Head | null> {
  const [row] = await rowsOf<HeadRow>(db, `select ${told} from head where n = $1`, [n]);
  return row ? shown(row) : null;
}

const selectSigner = 'select public_key from head_key where fingerprint = $1';

/** The number of the newest head, when it is not signed, or the ends of chains that are kept are not those it covers. */
export async function headAstray(db: Reader): Promise<number | null> {
  const head = await lastHead(db);
  if (!head) return null;
  const [signer] = await rowsOf<{ publicKey: string }>(db, selectSigner, [head.key]);
  const { seed, ends } = await standingUnder(db, head.n);
  const covers = headTree(seed, ends)?.root === head.root;
  return signer && covers && isSigned(head, signer.publicKey) ? null : head.n;
}

/** What stood under a head, and what it is salted by. */
export async function standingUnder(db: Reader, n: number): Promise<{ seed: string; ends: ChainEnd[] }> {
  const [row] = await rowsOf<{ seed: string }>(db, 'select seed from head where n = $1', [n]);
  return { seed: row!.seed, ends: await rowsOf<ChainEnd>(db, selectLeaves, [n]) };
}

const selectUnder = `
  select l.seq, l.hash, (select seal.hash = l.hash from seal where seal.case_id = $1 and seal.seq = l.seq) as fits
  from head_leaf l where l.case_id = $1 and l.n <= $2 order by l.n desc limit 1`;

/** Where a chain ended under a head, and whether it still has that link. Null: it began later. */
export async function endUnder(
  db: Reader,
  caseId: string,
  n: number,
): Promise<{ seq: number; hash: string; fits: boolean } | null> {
  const [row] = await rowsOf<{ seq: number; hash: string; fits: boolean | null }>(db, selectUnder, [
    caseId,
    n,
  ]);
  return row ? { ...row, fits: row.fits === true } : null;
}

/** Heads in their order, after a number. */
export async function headsAfter(db: Reader, after: number, limit: number): Promise<Head[]> {
  const text = `select ${told} from head where n > $1 order by n limit $2`;
  return (await rowsOf<HeadRow>(db, text, [after, limit])).map(shown);
}

export interface KeyRow {
  fingerprint: string;
  publicKey: string;
  kept: 'vault' | 'database';
  /** When it first signed, and when another one did; null: it signs. */
  from: Date;
  until: Date | null;
}
const selectKeys = `
  select fingerprint, public_key, kept, since as "from",
    (select head.at from head where head.at > k.since and head.key <> k.fingerprint order by head.n limit 1) as until
  from head_key k where exists (select from head where head.key = k.fingerprint) order by since`;

/** Every key that ever signed a head, the oldest first. */
export const signingKeys = (db: Reader): Promise<KeyRow[]> => rowsOf<KeyRow>(db, selectKeys, []);

export interface Made {
  head: Head;
  /** The ends of chains that no head stood over yet. */
  ends: ChainEnd[];
}

/** One at a time over all replicas, each behind the one before. */
export async function waitForHeads(trx: Trx): Promise<void> {
  await rowsOf(trx, 'select pg_advisory_xact_lock(4813)', []);
}

/** The highest number that is known to have been given out before a restore. */
const selectLost = `
  select coalesce(max((h->>'n')::int), 0) as n from event, jsonb_array_elements(event.data->'heads') as h
  where event.case_id = 'register' and event.type = 'restored'`;

/** Lays a head over all that is sealed, numbered behind all that were `given` out, whatever the database knows of them. A key that is new is handed over to by the one before it, where that is at hand. */
export async function makeHeads(
  trx: Trx,
  clock: DatabaseClock,
  keys: HeadKey[],
  given: number,
): Promise<Made[]> {
  const [key] = keys as [HeadKey];
  const last = await lastHead(trx);
  const before = last && last.key !== key.fingerprint && keys.find((one) => one.fingerprint === last.key);
  const handing = before
    ? [await lay(trx, clock, last, { key: before, introduces: key.publicKey, given })]
    : [];
  const made = await lay(trx, clock, handing[0]?.head ?? last, { key, introduces: null, given });
  return [...handing, made];
}

async function lay(
  trx: Trx,
  clock: DatabaseClock,
  last: Head | null,
  { key, introduces, given }: { key: HeadKey; introduces: string | null; given: number },
): Promise<Made> {
  const at = await clock.ask(trx);
  const all = await rowsOf<ChainEnd>(trx, selectEnds, []);
  const known = last ? await rowsOf<ChainEnd>(trx, selectLeaves, [last.n]) : [];
  const { seed, root } = planted(all);
  const [lost] = await rowsOf<{ n: number }>(trx, selectLost, []);
  const n = headNumber(at, Math.max(last?.n ?? 0, given, lost!.n));
  const previous = last?.hash ?? firstPrevious;
  const head = signedHead({ n, at: at.toISOString(), previous, root, introduces }, key);
  const { fingerprint, publicKey, kept } = key;
  await rowsOf(trx, insertKey, [fingerprint, publicKey, kept, at]);
  const { hash, signature } = head;
  await rowsOf(trx, insertHead, [n, at, previous, root, introduces, hash, fingerprint, signature, seed]);
  const stood = new Map(known.map((end) => [end.caseId, end.hash]));
  const ends = all.filter((end) => stood.get(end.caseId) !== end.hash);
  const of = <K extends keyof ChainEnd>(name: K) => ends.map((end) => end[name]);
  if (ends.length > 0) await rowsOf(trx, insertLeaves, [n, of('caseId'), of('seq'), of('hash')]);
  return { head, ends };
}

function planted(ends: ChainEnd[]): { seed: string; root: string } {
  for (;;) {
    const seed = randomBytes(32).toString('hex');
    const tree = headTree(seed, ends);
    if (tree) return { seed, root: tree.root };
  }
}
