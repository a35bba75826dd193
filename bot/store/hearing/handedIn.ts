import { rowsOf, type Reader } from '../frame/database.ts';
import { inPlaces, together } from '../frame/loader.ts';

/** Whether the answer under this name was submitted here by its organisation's own contact. */
export const submittedHere = (a: string): string =>
  `${a}.channel <> 'mail' and coalesce(${a}.sender_id, ${a}.organisation_id) = ${a}.organisation_id`;

/** What an answer took along that stood again after a joint one: what has come since; the rest has `left_at`, or waits. */
const since = (c: string, a: string): string =>
  `(${a}.restored_at is null or ${c}.received_at >= ${a}.restored_at)`;

/** Whether the comment under this name waits for the secretariat's answer: it stands, has left its organisation, and has none. */
export const awaitsAnswer = (c: string): string =>
  `(${c}.withdrawn_at is null and ${c}.disposed_at is null and ${handedIn(c)})`;

/**
 * `hasLeft` of process/hearing, asked of a row: whether the comment under this name has left its organisation: typed in from a mail, or gone along with the answer that
 * its own contact submitted here. An answer that came by mail, or that another member named it in, takes no drafts along;
 * what was withdrawn before the answer was never in it. `submitted_at` is the first submission (see `submitAnswer`), and
 * `left_at` keeps what went along with an answer that gave way to a joint one.
 */
export const handedIn = (c: string): string => `(
  ${c}.channel = 'mail' or ${c}.disposed_at is not null or ${c}.left_at is not null or exists (
    select from answer s where s.hearing_id = ${c}.hearing_id and s.organisation_id = ${c}.organisation_id
      and ${submittedHere('s')} and ${since(c, 's')}
      and (${c}.withdrawn_at is null or ${c}.withdrawn_at > s.submitted_at)))`;

/** The contrary, of one that stands, where its organisation's answer was read as `a` (or there is none): asked once for many. */
export const waits = (c: string, a: string): string =>
  `(${c}.channel <> 'mail' and ${c}.disposed_at is null and ${c}.left_at is null and not coalesce(${submittedHere(a)} and ${since(c, a)}, false))`;

const selectCounts = `
  select k.place, n.standing, n.handed_in, n.timely
  from unnest($1::uuid[], $2::uuid[]) with ordinality as k (hearing_id, organisation_id, place)
  cross join lateral (
    select count(*)::int as standing, (count(*) filter (where ${handedIn('c')}))::int as handed_in,
      (count(*) filter (where not c.late and ${handedIn('c')}))::int as timely
    from comment c
    where c.hearing_id = k.hearing_id and c.organisation_id = k.organisation_id and c.withdrawn_at is null) n`;

interface Counts {
  standing: number;
  handedIn: number;
  /** Of those handed in, what came in time. */
  timely: number;
}

interface Writer {
  hearingId: string;
  organisationId: string;
}
const countAll = together(async (db: Reader, of: readonly Writer[]) => {
  const values = [of.map(({ hearingId }) => hearingId), of.map(({ organisationId }) => organisationId)];
  return inPlaces(of, await rowsOf<Counts & { place: string }>(db, selectCounts, values));
});

/** Comments of one organisation that stand: all of them, and those of which others may know. */
export const commentCounts = async (db: Reader, hearingId: string, organisationId: string): Promise<Counts> =>
  (await countAll(db, { hearingId, organisationId }))!;

/** What is asked before anybody is told that there is such a comment (`mayKnowOf` of process/hearing). */
interface CommentKnown {
  hearingId: string;
  organisationId: string;
  deadline: Date;
  left: boolean;
  withdrawnAt: Date | null;
}

const selectKnown = `
  select c.hearing_id, c.organisation_id, h.deadline, ${handedIn('c')} as "left", c.withdrawn_at
  from comment c join hearing h on h.id = c.hearing_id where c.id = $1`;

export const commentKnown = async (db: Reader, commentId: string): Promise<CommentKnown | null> =>
  (await rowsOf<CommentKnown>(db, selectKnown, [commentId]))[0] ?? null;

const setLate = `
  update comment set late = true
  where hearing_id = $1 and organisation_id = $2 and channel <> 'mail' and withdrawn_at is null and left_at is null`;

/** What went along with an answer after the deadline came as late as it did; not what had left before. */
export async function markLate(db: Reader, hearingId: string, organisationId: string): Promise<void> {
  await rowsOf(db, setLate, [hearingId, organisationId]);
}

const setLeft = `
  update comment c set left_at = $3
  where c.hearing_id = $1 and c.organisation_id = $2 and c.channel <> 'mail' and c.left_at is null
    and ${handedIn('c')}`;

/** What has left the house has left it, also when its answer gives way to a joint one. */
export async function markLeft(
  db: Reader,
  hearingId: string,
  organisationId: string,
  at: Date,
): Promise<void> {
  await rowsOf(db, setLeft, [hearingId, organisationId, at]);
}

const setLeftLate = `
  update comment c set late = true, left_at = $3
  where c.hearing_id = $1 and c.organisation_id = $2 and c.channel <> 'mail' and c.withdrawn_at is null
    and c.left_at is null and not ${handedIn('c')}
  returning c.id`;

/** What had waited leaves its house late, beside an answer that stands as it is. Which those are, in the order of their ids. */
export async function leaveLate(
  db: Reader,
  hearingId: string,
  organisationId: string,
  at: Date,
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(db, setLeftLate, [hearingId, organisationId, at]);
  return rows.map(({ id }) => id).toSorted();
}

const selectWriters = `
  select distinct person_id from comment
  where hearing_id = $1 and organisation_id = $2 and withdrawn_at is null and person_id is not null`;

/** Who wrote what an organisation's answer takes along. */
export async function writersOf(db: Reader, hearingId: string, organisationId: string): Promise<string[]> {
  const rows = await rowsOf<{ personId: string }>(db, selectWriters, [hearingId, organisationId]);
  return rows.map((row) => row.personId);
}
