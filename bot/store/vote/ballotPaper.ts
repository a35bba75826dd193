import type { Choice } from '../../process/vote/vote.ts';
import type { Named } from '../../process/vote/seat.ts';
import { listOf } from '../frame/columns.ts';
import { rowsOf, type Db, type Reader } from '../frame/database.ts';
import { inPlaces, together } from '../frame/loader.ts';
import type { BallotRow, VoteRow } from '../schema.ts';
import { selectTimes, type TimesRead } from '../meeting/sessionTimes.ts';
import { selectSaid } from './recorded.ts';
import { fromFormer, joinNamed, selectNamed } from '../people/seat.ts';

const selectHeads = `
  select ${listOf('vote', 'v')},  ver.number as version_number, ver.title as version_title, c.ref as case_ref,
    c.title as case_title, r.goal_number, m.id as meeting_id, m.title as meeting_title,
    ${selectTimes},
    (select count(*)::int from ballot where vote_id = v.id) as "cast",
    (select count(*)::int from electorate where vote_id = v.id) as entitled
  from vote v
  join version ver on ver.id = v.version_id
  join "case" c on c.id = v.case_id
  left join revision r on r.id = c.id
  join session s on s.id = v.session_id
  join meeting m on m.id = s.meeting_id
  where v.id = any($1::uuid[])`;

const selectSeats = `
  select k.place, e.organisation_id, o.name as organisation_name, ${selectNamed}, r.display_name as representative_name,
    b.choice, b.means, b.caster, b.cast_at, b.statement, ${selectSaid},
    coalesce(b.recused, '{}') as recused,
    array(select was.person_id ${fromFormer})::text[] as former_ids
  from unnest($1::uuid[], $2::uuid[]) with ordinality as k (vote_id, organisation_id, place)
  left join vote v on v.id = k.vote_id
  left join electorate e on e.vote_id = k.vote_id and e.organisation_id = k.organisation_id
  ${joinNamed}
  left join organisation o on o.id = e.organisation_id
  left join presence p on p.session_id = v.session_id and p.organisation_id = e.organisation_id
  left join ballot b on b.vote_id = k.vote_id and b.organisation_id = k.organisation_id`;

/** The question, and how many ballots are in. */
interface Head extends VoteRow, TimesRead {
  versionNumber: number;
  versionTitle: string;
  caseRef: string;
  caseTitle: string;
  goalNumber: number | null;
  meetingId: string;
  meetingTitle: string;
  cast: number;
  entitled: number;
}

interface Seat {
  /** The reader's organisation, when it is in the electorate. */
  organisationId: string | null;
  organisationName: string | null;
  representative: Named | null;
  representativeName: string | null;
  deputy: Named | null;
  /** Who were the representative while the vote was open. */
  formerIds: string[];
  choice: Choice | null;
  means: BallotRow['means'] | null;
  caster: BallotRow['caster'] | null;
  castAt: Date | null;
  /** Who has declared an interest. */
  recused: string[];
  statement: string | null;
  /** What the secretariat has said of its presence in the session, and whether it has recorded this ballot. */
  marked: boolean | null;
  recorded: boolean;
}

/** A vote as one organisation meets it: the question, its own seat, its own ballot, and how many are in. */
export type BallotPaper = Head & Seat;

interface Key {
  voteId: string;
  organisationId: string | null;
}

async function read(db: Reader, keys: readonly Key[]): Promise<(BallotPaper | null)[]> {
  const votes = keys.map((key) => key.voteId);
  const organisations = keys.map((key) => key.organisationId);
  // The ballots before the count: a ballot that is shown is counted too.
  const [seats, heads] = await Promise.all([
    rowsOf<Seat & { place: string }>(db, selectSeats, [votes, organisations]),
    rowsOf<Head>(db, selectHeads, [[...new Set(votes)]]),
  ]);
  const found = new Map(heads.map((head) => [head.id, head]));
  return inPlaces(keys, seats).map((seat, index) => {
    const head = found.get(votes[index]!);
    return head && seat ? { ...head, ...seat } : null;
  });
}

const load = together(read);

/** In a vote everybody asks at once, so papers asked for in the same moment are one query. */
export const ballotPaper = (
  db: Db,
  voteId: string,
  organisationId: string | null,
): Promise<BallotPaper | null> => load(db, { voteId, organisationId });
