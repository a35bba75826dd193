import { randomUUID } from 'node:crypto';
import { mayActFor } from '../../process/people/place.ts';
import { presentShown, type SeatShown } from '../../process/vote/presence.ts';
import type { Choice, Count } from '../../process/vote/vote.ts';
import type { Casting } from '../../process/vote/casting.ts';
import type { Named } from '../../process/vote/seat.ts';
import { columnsOf, listOf } from '../frame/columns.ts';
import { json, rowsOf, writeAlong, type Reader, type Trx } from '../frame/database.ts';
import { inPlaces, together } from '../frame/loader.ts';
import type { BallotRow, ElectorateRow, VoteRow } from '../schema.ts';
import { selectTimes, timesOf, type TimesRead } from '../meeting/sessionTimes.ts';
import { selectSaid } from './recorded.ts';
import { fromSeats } from './seats.ts';
import { joinNamed, joinRepresentative, selectNamed, wasRepresentative } from '../people/seat.ts';

type NewVote = Omit<VoteRow, 'id' | 'closedAt' | 'closedBy' | 'result' | 'carried'>;

const insertElectorate = `
  insert into electorate (vote_id, organisation_id, representative_id, deputy_id)
  select $1::uuid, o.id, r.person_id, d.person_id from organisation o
  left join appointment r on r.organisation_id = o.id and r.role = 'representative' and r.until_at is null
  left join appointment d on d.organisation_id = o.id and d.role = 'deputy' and d.until_at is null`;

/** Opens a vote and freezes its electorate in the same breath: every member organisation, one seat each. */
export async function insertVote(trx: Trx, row: NewVote): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('vote')
    .values({ id, ...row, rule: json(row.rule), closedAt: null, closedBy: null, result: null, carried: null })
    .execute();
  await rowsOf(trx, insertElectorate, [id]);
  return id;
}

export async function voteById(db: Reader, id: string): Promise<VoteRow | null> {
  return (
    (await db.selectFrom('vote').select(columnsOf('vote')).where('id', '=', id).executeTakeFirst()) ?? null
  );
}

export async function lockVote(trx: Trx, id: string): Promise<VoteRow | null> {
  return (
    (await trx
      .selectFrom('vote')
      .select(columnsOf('vote'))
      .where('id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst()) ?? null
  );
}

export interface CastingState extends Casting {
  vote: Pick<VoteRow, 'id' | 'caseId' | 'sessionId' | 'closedAt' | 'rehearsal' | 'rule'>;
  /** Entra object id of the voter. */
  ownObjectId: string | null;
  statement: string | null;
}

interface CastingKey {
  voteId: string;
  personId: string;
}
type CastingRow = Omit<CastingState, 'vote' | 'times'> & CastingState['vote'] & TimesRead & { place: string };

const selectSeats = `
  select k.place, v.id, v.case_id, v.session_id, v.closed_at, v.rehearsal, v.rule, ${selectTimes},
    e.organisation_id, o.name as organisation_name, ${selectNamed}, ${selectSaid},
    me.object_id as own_object_id, r.display_name as representative_name,
    b.choice, b.statement, coalesce(b.recused, '{}') as recused,
    ${wasRepresentative('me.id')} as replaced
  from unnest($1::uuid[], $2::uuid[]) with ordinality as k (vote_id, person_id, place)
  join vote v on v.id = k.vote_id
  join session s on s.id = v.session_id
  join meeting m on m.id = s.meeting_id
  join person me on me.id = k.person_id
  join electorate e on e.vote_id = v.id and e.organisation_id = me.organisation_id
  join organisation o on o.id = e.organisation_id
  ${joinNamed}
  left join presence p on p.session_id = v.session_id and p.organisation_id = e.organisation_id
  left join ballot b on b.vote_id = e.vote_id and b.organisation_id = e.organisation_id`;

const holdVotes = `select id from vote where id = any($1::uuid[]) order by id for share`;

/** Everything one ballot depends on, in one trip. */
async function readSeats(db: Reader, keys: readonly CastingKey[]): Promise<(CastingState | null)[]> {
  const of = (name: keyof CastingKey) => keys.map((key) => key[name]);
  const rows = await rowsOf<CastingRow>(db, selectSeats, [of('voteId'), of('personId')]);
  return inPlaces(keys, rows).map(castingState);
}

/**
 * FOR SHARE on the vote: ballots pass each other, and the closing, and who gives a seat to another, wait for those under
 * way and stop those after them. What is read behind the lock is as they left it: read with it, it would be as it was
 * before the wait.
 */
const lockSeats = together(
  async (trx: Trx, keys: readonly CastingKey[]): Promise<(CastingState | null)[]> => {
    const voteIds = [...new Set(keys.map((key) => key.voteId))];
    const [, seats] = await Promise.all([rowsOf(trx, holdVotes, [voteIds]), readSeats(trx, keys)]);
    return seats;
  },
);
const lookAtSeats = together(readSeats);

function castingState(row: CastingRow | null): CastingState | null {
  if (!row) return null;
  const { id, caseId, sessionId, closedAt, rehearsal, rule, place: _, ...seat } = row;
  const times = timesOf(row);
  return { vote: { id, caseId, sessionId, closedAt, rehearsal, rule }, times, ...seat };
}

export const lockForCasting = (trx: Trx, voteId: string, personId: string): Promise<CastingState | null> =>
  lockSeats(trx, { voteId, personId });

export const castingFor = (db: Reader, voteId: string, personId: string): Promise<CastingState | null> =>
  lookAtSeats(db, { voteId, personId });

// Voting against once more keeps the minority statement, an empty one takes it out; any other choice has none. Whoever was recused stays it.
const upsertBallots = `
  insert into ballot (vote_id, organisation_id, choice, means, caster, cast_by, cast_at, statement, recused)
  select "voteId", "organisationId", choice, means, caster, "castBy", "castAt",
    case when statement = '' and not exists (select from ballot before
      where before.vote_id = "voteId" and before.organisation_id = "organisationId") then null else statement end,
    recused
  from jsonb_to_recordset($1::jsonb) as b ("voteId" uuid, "organisationId" uuid, choice text, means text,
    caster text, "castBy" uuid, "castAt" timestamptz, statement text, recused uuid[])
  on conflict (vote_id, organisation_id) do update set choice = excluded.choice, means = excluded.means,
    caster = excluded.caster, cast_by = excluded.cast_by, cast_at = excluded.cast_at,
    recused = array(select distinct unnest(ballot.recused || excluded.recused)),
    statement = case when excluded.choice = 'against' then nullif(coalesce(excluded.statement, ballot.statement), '')
      else excluded.statement end`;

/** Ballots of one moment are one statement; an organisation that is there twice has its later one in the next. */
export const putBallot = together(async (trx: Trx, ballots: readonly BallotRow[]): Promise<null[]> => {
  const rounds: Map<string, BallotRow>[] = [];
  for (const one of ballots) {
    const seat = `${one.voteId} ${one.organisationId}`;
    const round = rounds.find((cast) => !cast.has(seat)) ?? new Map<string, BallotRow>();
    if (!rounds.includes(round)) rounds.push(round);
    round.set(seat, one);
  }
  for (const round of rounds) await writeAlong(trx, upsertBallots, [JSON.stringify([...round.values()])]);
  return ballots.map(() => null);
});

/** What was cast in a rehearsal is kept nowhere. */
export async function dropBallots(trx: Trx, voteId: string): Promise<void> {
  await trx.deleteFrom('ballot').where('voteId', '=', voteId).execute();
}

export type BallotListed = BallotRow & { organisationName: string };

export function ballotsOf(db: Reader, voteId: string): Promise<BallotListed[]> {
  return db
    .selectFrom('ballot')
    .innerJoin('organisation', 'organisation.id', 'ballot.organisationId')
    .select(columnsOf('ballot'))
    .select('organisation.name as organisationName')
    .where('voteId', '=', voteId)
    .orderBy('organisation.name')
    .execute();
}

export type SeatListed = Omit<ElectorateRow, 'present'> & {
  representative: Named | null;
  deputy: Named | null;
  organisationName: string;
  present: boolean;
  cast: boolean;
  choice: Choice | null;
};

const selectElectorate = `
  select e.vote_id, e.organisation_id, rep.person_id as representative_id, e.deputy_id, ${selectNamed},
    o.name as organisation_name, v.closed_at is not null as closed, p.present as marked, e.present as frozen,
    b.choice is not null as "cast", b.choice ${fromSeats}`;

/** The frozen list of organisations that may vote, and who does now, with presence in the session and whether a ballot is in. */
export async function electorateOf(db: Reader, voteId: string): Promise<SeatListed[]> {
  const rows = await rowsOf<Omit<SeatListed, 'present'> & SeatShown>(db, selectElectorate, [voteId]);
  return rows.map((row) => ({ ...row, present: presentShown(row) }));
}

const selectVoters = `
  select distinct k.id as person_id, p.organisation_id, p.left_at is not null as "left", e.organisation_id as seat
  from electorate e ${joinRepresentative}
  cross join unnest(array[e.representative_id, e.deputy_id, rep.person_id]) as k (id)
  join person p on p.id = k.id
  where e.vote_id = $1 order by 1`;
interface Voter {
  personId: string;
  organisationId: string | null;
  left: boolean;
  seat: string;
}

/**
 * Everyone with a seat in the vote: who held it when it opened, and who represents the organisation now; but nobody who has
 * gone from it since.
 */
export async function votersOf(db: Reader, voteId: string): Promise<string[]> {
  const rows = await rowsOf<Voter>(db, selectVoters, [voteId]);
  return rows.filter((one) => mayActFor(one.seat, one)).map(({ personId }) => personId);
}

export async function closeVoteRow(
  trx: Trx,
  id: string,
  values: { closedAt: Date; closedBy: string | null; result: Count; carried: boolean | null },
): Promise<void> {
  await trx
    .updateTable('vote')
    .set({ ...values, result: json(values.result) })
    .where('id', '=', id)
    .execute();
}

export async function setCarried(trx: Trx, id: string, carried: boolean): Promise<void> {
  await trx.updateTable('vote').set({ carried }).where('id', '=', id).execute();
}

export type VoteListed = VoteRow &
  TimesRead & {
    meetingId: string;
    meetingTitle: string;
    cast: number;
    entitled: number;
  };

const selectVotes = `
  select ${listOf('vote', 'v')}, m.id as meeting_id, m.title as meeting_title, ${selectTimes},
    (select count(*)::int from ballot b where b.vote_id = v.id) as "cast",
    (select count(*)::int from electorate e where e.vote_id = v.id) as entitled
  from vote v join session s on s.id = v.session_id join meeting m on m.id = s.meeting_id
  where v.case_id = any($1::uuid[]) order by v.opened_at`;

/** Votes of several cases, each in the order in which they were opened. */
export const votesOfAll = (db: Reader, caseIds: string[]): Promise<VoteListed[]> =>
  rowsOf<VoteListed>(db, selectVotes, [caseIds]);

export const votesOf = (db: Reader, caseId: string): Promise<VoteListed[]> => votesOfAll(db, [caseId]);
