import type { Seat } from '../../process/vote/seat.ts';
import { rowsOf, type Db, type Reader } from '../frame/database.ts';
import type { MeetingPlace } from './closing.ts';
import { inPlaces, together } from '../frame/loader.ts';
import { selectSaid } from './recorded.ts';
import { joinNamed, selectNamed } from '../people/seat.ts';

const selectQuestions = `
    select k.place, v.closed_at is not null as closed, ${selectSaid}, me.object_id as own, e.organisation_id, ${selectNamed},
      coalesce(b.recused, '{}') as recused,
      coalesce(m.platform_id, m.conversation_id) as meeting_id, c.id as conversation_id, c.service_url, c.tenant_id
    from unnest($1::uuid[], $2::uuid[]) with ordinality as k (vote_id, person_id, place)
    join person me on me.id = k.person_id
    join electorate e on e.organisation_id = me.organisation_id and e.vote_id = k.vote_id
    join vote v on v.id = e.vote_id
    join session s on s.id = v.session_id
    join meeting m on m.id = s.meeting_id
    left join conversation c on c.id = m.conversation_id
    ${joinNamed}
    left join presence p on p.session_id = s.id and p.organisation_id = e.organisation_id
    left join ballot b on b.vote_id = e.vote_id and b.organisation_id = e.organisation_id`;

export interface CastingQuestion extends Seat {
  closed: boolean;
  /** What the secretariat marked in this session; and whether it has recorded a ballot in this vote. */
  marked: boolean | null;
  recorded: boolean;
  recused: string[];
  /** Entra object id of the voter. */
  own: string | null;
  /** Where the meeting lives in Teams; null while no chat is linked. */
  address: MeetingPlace | null;
}

type Row = Omit<CastingQuestion, 'address'> & { [K in keyof MeetingPlace]: string | null } & {
  place: string;
};

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
  if (!row) return null;
  const { place: _, meetingId, conversationId, serviceUrl, tenantId, ...asked } = row;
  const linked = meetingId && conversationId && serviceUrl && tenantId;
  return { ...asked, address: linked ? { meetingId, conversationId, serviceUrl, tenantId } : null };
}

const load = together(read);

/** What says whom the platform must be asked about before this person's ballot; null when their member is not in the vote. */
export const castingQuestion = (db: Db, voteId: string, personId: string): Promise<CastingQuestion | null> =>
  load(db, { voteId, personId });
