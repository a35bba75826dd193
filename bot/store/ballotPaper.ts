import type { Choice } from '../process/vote.ts';
import { rowsOf, type Db, type Reader } from './database.ts';
import { inPlaces, together } from './loader.ts';
import type { BallotRow, VoteRow } from './schema.ts';

const selectPapers = `
    select k.place, v.*, ver.number as version_number, ver.title as version_title, r.ref as revision_ref,
      r.title as revision_title, r.goal_number, m.id as meeting_id, m.title as meeting_title, m.starts_at as meeting_starts_at,
      (select count(*)::int from ballot where vote_id = v.id) as "cast",
      (select count(*)::int from electorate where vote_id = v.id) as entitled,
      e.organisation_id, o.name as organisation_name, e.representative_id, e.deputy_id,
      b.choice, b.means, b.caster, b.cast_at, b.statement
    from unnest($1::uuid[], $2::uuid[]) with ordinality as k (vote_id, organisation_id, place)
    join vote v on v.id = k.vote_id
    join version ver on ver.id = v.version_id
    join revision r on r.id = v.revision_id
    join session s on s.id = v.session_id
    join meeting m on m.id = s.meeting_id
    left join electorate e on e.vote_id = v.id and e.organisation_id = k.organisation_id
    left join organisation o on o.id = e.organisation_id
    left join ballot b on b.vote_id = v.id and b.organisation_id = k.organisation_id`;

/** A vote as one organisation meets it: the question, its own seat, its own ballot, and how many are in. */
export interface BallotPaper extends VoteRow {
  versionNumber: number;
  versionTitle: string;
  revisionRef: string;
  revisionTitle: string;
  goalNumber: number | null;
  meetingId: string;
  meetingTitle: string;
  meetingStartsAt: Date;
  cast: number;
  entitled: number;
  /** The reader's organisation, when it is in the electorate. */
  organisationId: string | null;
  organisationName: string | null;
  representativeId: string | null;
  deputyId: string | null;
  choice: Choice | null;
  means: BallotRow['means'] | null;
  caster: BallotRow['caster'] | null;
  castAt: Date | null;
  statement: string | null;
}

interface Key {
  voteId: string;
  organisationId: string | null;
}

async function read(db: Reader, keys: readonly Key[]): Promise<(BallotPaper | null)[]> {
  const votes = keys.map((key) => key.voteId);
  const organisations = keys.map((key) => key.organisationId);
  const rows = await rowsOf<BallotPaper & { place: string }>(db, selectPapers, [votes, organisations]);
  return inPlaces(keys, rows);
}

const load = together(read);

/** In a vote everybody asks at once, so papers asked for in the same moment are one query. */
export const ballotPaper = (
  db: Db,
  voteId: string,
  organisationId: string | null,
): Promise<BallotPaper | null> => load(db, { voteId, organisationId });
