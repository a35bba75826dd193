import { sql } from 'kysely';
import type { Db, Reader } from './database.ts';
import { together } from './loader.ts';
import type { CommentListed } from './comments.ts';
import type { AnswerRow, HearingRow } from './schema.ts';

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
  const { rows } = await sql<Row>`
    select k.place, h.*, r.ref as revision_ref, r.title as revision_title, r.goal_number,
      (select count(*)::int from heard where hearing_id = h.id) as heard,
      (select count(*)::int from answer where hearing_id = h.id) as answered,
      exists (select 1 from heard where hearing_id = h.id and organisation_id = k.organisation_id) as invited,
      o.name as organisation_name, p.id as contact_id, p.display_name as contact_name,
      a.position, a.reservation, a.sender_id, a.late as answer_late, a.submitted_at,
      (select count(*)::int from comment
        where hearing_id = h.id and organisation_id = k.organisation_id and withdrawn_at is null) as comment_count,
      (select json_agg(to_jsonb(c) || jsonb_build_object('person_name', w.display_name) order by c.number) from (
        select * from comment where hearing_id = h.id and organisation_id = k.organisation_id and withdrawn_at is null
        order by number desc limit ${mostComments}) c left join person w on w.id = c.person_id) as comments
    from unnest(${sql.val(hearings)}::uuid[], ${sql.val(organisations)}::uuid[]) with ordinality as k (hearing_id, organisation_id, place)
    join hearing h on h.id = k.hearing_id
    join revision r on r.id = h.revision_id
    left join organisation o on o.id = k.organisation_id
    left join answer a on a.hearing_id = h.id and a.organisation_id = k.organisation_id
    left join lateral (
      select person_id from appointment
      where organisation_id = k.organisation_id and until_at is null and role in ('contact', 'representative')
      order by role limit 1
    ) c on true
    left join person p on p.id = c.person_id`.execute(db);
  const found = new Map(rows.map((row) => [Number(row.place) - 1, row]));
  return keys.map((_, index) => paperFrom(found.get(index)));
}

/** Rows that came as JSON have the columns' own names and times as text. */
function commentFrom(json: Record<string, unknown>, organisationName: string): CommentListed {
  const entries = Object.entries(json).map(([column, value]) => {
    const name = column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    return [name, column.endsWith('_at') && typeof value === 'string' ? new Date(value) : value];
  });
  return { ...(Object.fromEntries(entries) as CommentListed), organisationName };
}

function paperFrom(row: Row | undefined): HearingPaper | null {
  if (!row) return null;
  const comments = (row.comments ?? []) as unknown as Record<string, unknown>[];
  return { ...row, comments: comments.map((one) => commentFrom(one, row.organisationName ?? '')) };
}

const load = together(read);

export const hearingPaper = (
  db: Db,
  hearingId: string,
  organisationId: string | null,
): Promise<HearingPaper | null> => load(db, { hearingId, organisationId });
