import { rowsOf, type Db, type Reader } from './database.ts';
import type { MeetingPlace } from './closing.ts';
import { inPlaces, together } from './loader.ts';
import { joinRepresentative } from './seat.ts';

const selectQuestions = `
    select k.place, v.closed_at is not null as closed, coalesce(pr.present, false) as marked,
      rep.person_id is distinct from me.id as is_deputy, me.object_id as own, r.object_id as representative,
      coalesce(m.platform_id, m.conversation_id) as meeting_id, c.id as conversation_id, c.service_url, c.tenant_id
    from unnest($1::uuid[], $2::uuid[]) with ordinality as k (vote_id, person_id, place)
    join person me on me.id = k.person_id
    join electorate e on e.organisation_id = me.organisation_id and e.vote_id = k.vote_id
    join vote v on v.id = e.vote_id
    join session s on s.id = v.session_id
    join meeting m on m.id = s.meeting_id
    left join conversation c on c.id = m.conversation_id
    ${joinRepresentative}
    left join person r on r.id = rep.person_id
    left join presence pr on pr.session_id = s.id and pr.organisation_id = e.organisation_id
    where me.id in (rep.person_id, e.deputy_id)`;

export interface CastingQuestion {
  closed: boolean;
  /** Marked present by the secretariat in this session. */
  marked: boolean;
  isDeputy: boolean;
  /** Entra object ids: the voter's own, and the representative's of the same organisation. */
  own: string;
  representative: string | null;
  /** Where the meeting lives in Teams; null while no chat is linked. */
  address: MeetingPlace | null;
}

interface Row {
  place: string;
  closed: boolean;
  marked: boolean;
  isDeputy: boolean;
  own: string | null;
  representative: string | null;
  meetingId: string | null;
  conversationId: string | null;
  serviceUrl: string | null;
  tenantId: string | null;
}

interface Key {
  voteId: string;
  personId: string;
}

async function read(db: Reader, keys: readonly Key[]): Promise<(CastingQuestion | null)[]> {
  const votes = keys.map((key) => key.voteId);
  const people = keys.map((key) => key.personId);
  const rows = await rowsOf<Row>(db, selectQuestions, [votes, people]);
  return inPlaces(keys, rows).map(questionFrom);
}

function questionFrom(row: Row | null): CastingQuestion | null {
  if (!row?.own) return null;
  const { closed, marked, isDeputy, own, representative, meetingId, conversationId, serviceUrl, tenantId } =
    row;
  const linked = meetingId && conversationId && serviceUrl && tenantId;
  const address = linked ? { meetingId, conversationId, serviceUrl, tenantId } : null;
  return { closed, marked, isDeputy, own, representative, address };
}

const load = together(read);

/** Whom the platform must be asked about before this person's ballot; null when the person holds no seat in the vote. */
export const castingQuestion = (db: Db, voteId: string, personId: string): Promise<CastingQuestion | null> =>
  load(db, { voteId, personId });
