import { listOf } from '../frame/columns.ts';
import { rowsOf, type Db, type Reader } from '../frame/database.ts';
import { joinAnswerer } from '../people/answerer.ts';
import { answerSeen, commentsSeen } from './answerSeen.ts';
import { heardAnswers } from './answered.ts';
import { waits } from './handedIn.ts';
import { inPlaces, together } from '../frame/loader.ts';
import type { CommentListed } from './comments.ts';
import type { AnswerRow, HearingRow } from '../schema.ts';

const selectHeads = `
  select ${listOf('hearing', 'h')}, c.ref as case_ref, c.title as case_title, r.goal_number,
    (select count(*)::int from heard where hearing_id = h.id) as heard,
    (select count(*)::int ${heardAnswers('h.id')}) as answered,
    exists (select from answer where hearing_id = h.id and (sender_id is not null or joint_with <> '{}')) as joint
  from hearing h join "case" c on c.id = h.case_id left join revision r on r.id = c.id
  where h.id = any($1::uuid[])`;

const selectParts = `
  select k.place, o.name as organisation_name, p.id as contact_id, p.display_name as contact_name,
    exists (select 1 from heard where hearing_id = k.hearing_id and organisation_id = k.organisation_id) as invited,
    a.position, a.reservation, a.sender_id, a.late as answer_late, a.submitted_at,
    case when k.counted then filed.standing end as comment_count,
    filed.drafts, filed.standing - filed.drafts as handed_in, filed.late as comments_late,
    ${answerSeen('a', 'filed.seen')} as seen,
    (select json_agg(c order by c."receivedAt", c.id) from (
      select c.id, c.number, c.hearing_id as "hearingId", c.organisation_id as "organisationId", c.clause, c.type, c.text,
        c.proposed_change as "proposedChange", c.channel, c.received_at as "receivedAt", c.late, c.edited_at as "editedAt",
        c.withdrawn_at as "withdrawnAt", c.disposition, c.response, c.theme, c.changed_clause as "changedClause",
        c.disposed_at as "disposedAt", c.person_id as "personId", c.left_at as "leftAt", (select display_name from person where id = c.person_id) as "personName"
      from comment c
      where c.hearing_id = k.hearing_id and c.organisation_id = k.organisation_id and c.withdrawn_at is null
      order by c.received_at desc, c.id desc limit k.newest) c) as comments
  from unnest($1::uuid[], $2::uuid[], $3::int[], $4::boolean[]) with ordinality
    as k (hearing_id, organisation_id, newest, counted, place)
  left join organisation o on o.id = k.organisation_id
  left join answer a on a.hearing_id = k.hearing_id and a.organisation_id = k.organisation_id
  cross join lateral (
    select count(*)::int as standing, ${commentsSeen('c')} as seen, (count(*) filter (where ${waits('c', 'a')}))::int as drafts,
      coalesce(bool_and(c.late) filter (where not ${waits('c', 'a')}), false) as late
    from comment c where c.hearing_id = k.hearing_id and c.organisation_id = k.organisation_id and c.withdrawn_at is null
  ) filed${joinAnswerer}`;

/** What is asked, and how many have answered. */
interface Head extends HearingRow {
  caseRef: string;
  caseTitle: string;
  goalNumber: number | null;
  heard: number;
  answered: number;
  /** Somebody answers together with others, or proposes to. */
  joint: boolean;
}

interface Part {
  invited: boolean;
  organisationName: string | null;
  contactId: string | null;
  contactName: string | null;
  position: AnswerRow['position'] | null;
  reservation: string | null;
  senderId: string | null;
  answerLate: boolean | null;
  submittedAt: Date | null;
  commentCount: number;
  /** Comments that wait for the contact to submit them. */
  drafts: number;
  /** Those of which others may know, and whether all of them came late. */
  handedIn: number;
  commentsLate: boolean;
  /** Stands for its answer and comments as they are. */
  seen: string;
  comments: CommentListed[];
}

/** A hearing as one organisation meets it: what is asked, its own answer, its newest comments. */
export type HearingPaper = Head & Part;

interface Key {
  hearingId: string;
  organisationId: string | null;
  /** How many of the organisation's comments, from the newest. */
  newest: number;
  /** Whether the rest is counted too; otherwise the count is of those that were read. */
  counted: boolean;
}
type Row = Omit<Part, 'comments' | 'commentCount'> & {
  place: string;
  comments: CommentListed[] | null;
  commentCount: number | null;
};

async function read(db: Reader, keys: readonly Key[]): Promise<(HearingPaper | null)[]> {
  const of = <K extends keyof Key>(name: K): Key[K][] => keys.map((key) => key[name]);
  const hearings = of('hearingId');
  const [rows, heads] = await Promise.all([
    rowsOf<Row>(db, selectParts, [hearings, of('organisationId'), of('newest'), of('counted')]),
    rowsOf<Head>(db, selectHeads, [[...new Set(hearings)]]),
  ]);
  const found = new Map(heads.map((head) => [head.id, head]));
  return inPlaces(keys, rows).map((row, index) => {
    const head = found.get(hearings[index]!);
    return head && row ? { ...head, ...partFrom(row) } : null;
  });
}

const dateOf = (text: unknown): Date | null => (typeof text === 'string' ? new Date(text) : null);

/** In rows that came as JSON, times are text. */
const commentFrom = (json: CommentListed, organisationName: string): CommentListed => ({
  ...json,
  organisationName,
  receivedAt: dateOf(json.receivedAt)!,
  editedAt: dateOf(json.editedAt),
  withdrawnAt: dateOf(json.withdrawnAt),
  disposedAt: dateOf(json.disposedAt),
  leftAt: dateOf(json.leftAt),
});

function partFrom(row: Row): Part {
  const comments = row.comments ?? [];
  const commentCount = row.commentCount ?? comments.length;
  return {
    ...row,
    commentCount,
    comments: comments.map((one) => commentFrom(one, row.organisationName ?? '')),
  };
}

const load = together(read);

export const hearingPaper = (db: Db, key: Key): Promise<HearingPaper | null> => load(db, key);
