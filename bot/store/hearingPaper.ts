import { rowsOf, type Db, type Reader } from './database.ts';
import { joinAnswerer } from './answerer.ts';
import { inPlaces, together } from './loader.ts';
import type { CommentListed } from './comments.ts';
import type { AnswerRow, HearingRow } from './schema.ts';

const selectPapers = `
    select k.place, h.*, r.ref as revision_ref, r.title as revision_title, r.goal_number,
      (select count(*)::int from heard where hearing_id = h.id) as heard,
      (select count(*)::int from answer where hearing_id = h.id) as answered,
      exists (select 1 from heard where hearing_id = h.id and organisation_id = k.organisation_id) as invited,
      o.name as organisation_name, p.id as contact_id, p.display_name as contact_name,
      a.position, a.reservation, a.sender_id, a.late as answer_late, a.submitted_at,
      (select count(*)::int from comment
        where hearing_id = h.id and organisation_id = k.organisation_id and withdrawn_at is null) as comment_count,
      (select json_agg(c order by c.number) from (
        select c.id, c.number, c.hearing_id as "hearingId", c.organisation_id as "organisationId", c.clause, c.type, c.text,
          c.proposed_change as "proposedChange", c.channel, c.received_at as "receivedAt", c.late, c.edited_at as "editedAt",
          c.withdrawn_at as "withdrawnAt", c.disposition, c.response, c.theme, c.changed_clause as "changedClause",
          c.disposed_at as "disposedAt", w.display_name as "personName"
        from comment c left join person w on w.id = c.person_id
        where c.hearing_id = h.id and c.organisation_id = k.organisation_id and c.withdrawn_at is null
        order by c.number desc limit $1) c) as comments
    from unnest($2::uuid[], $3::uuid[]) with ordinality as k (hearing_id, organisation_id, place)
    join hearing h on h.id = k.hearing_id
    join revision r on r.id = h.revision_id
    left join organisation o on o.id = k.organisation_id
    left join answer a on a.hearing_id = h.id and a.organisation_id = k.organisation_id${joinAnswerer}`;

/** Comments a card can show; the rest is counted, and stands in the tab. */
const mostComments = 12;

/** A hearing as one organisation meets it, in one read: what is asked, its own answer, its newest comments. */
export interface HearingPaper extends HearingRow {
  revisionRef: string;
  revisionTitle: string;
  goalNumber: number | null;
  heard: number;
  answered: number;
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
  comments: CommentListed[];
}

interface Key {
  hearingId: string;
  organisationId: string | null;
}
type Row = Omit<HearingPaper, 'comments'> & { place: string; comments: CommentListed[] | null };

async function read(db: Reader, keys: readonly Key[]): Promise<(HearingPaper | null)[]> {
  const hearings = keys.map((key) => key.hearingId);
  const organisations = keys.map((key) => key.organisationId);
  const rows = await rowsOf<Row>(db, selectPapers, [mostComments, hearings, organisations]);
  return inPlaces(keys, rows).map(paperFrom);
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
});

function paperFrom(row: Row | null): HearingPaper | null {
  if (!row) return null;
  const comments = row.comments ?? [];
  return { ...row, comments: comments.map((one) => commentFrom(one, row.organisationName ?? '')) };
}

const load = together(read);

export const hearingPaper = (
  db: Db,
  hearingId: string,
  organisationId: string | null,
): Promise<HearingPaper | null> => load(db, { hearingId, organisationId });
