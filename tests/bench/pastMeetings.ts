import { idOf, type Rows, type Cast } from './rows.ts';

export interface Meeting {
  id: string;
  sessionId: string;
}

const hour = 3600_000;
const day = 24 * hour;

interface Held {
  name: string;
  kind: 'steeringGroup' | 'workingGroup';
  revisionId: string | null;
  title: string;
  startsAt: Date;
  people: string[];
}

/** Looked for, answered, called, linked and put into calendars. */
function called(rows: Rows, { office }: Cast, held: Held): string {
  const { name, kind, revisionId: revision_id, title, startsAt: starts_at, people } = held;
  const id = idOf(`meeting ${name}`);
  const at = new Date(starts_at.getTime() - 40 * day);
  const ends_at = new Date(starts_at.getTime() + 2 * hour);
  const conversation_id = `19:meeting_${name.replaceAll(' ', '')}@thread.v2`;
  const plan = {
    kind,
    season: 'spring',
    title,
    starts_at,
    ends_at,
    agenda: 'Dagsorden',
    revision_id,
    case_id: revision_id,
  };
  rows.add('meeting', { id, ...plan, join_url: null, conversation_id, created_at: at });
  const chat = { kind: 'meeting', service_url: 'http://127.0.0.1/', tenant_id: 'x', updated_at: at };
  rows.add('conversation', { id: conversation_id, ...chat });
  rows.add('meeting_event', {
    meeting_id: id,
    wanted: 1,
    done: 1,
    key: id,
    event_id: `event ${name}`,
    answers_at: at,
  });
  rows.add(
    'attendee',
    ...people.map((person_id) => ({ meeting_id: id, person_id, response: 'accepted', responded_at: at })),
  );
  const actor = { personId: office, organisationId: null };
  const times = { startsAt: starts_at.toISOString(), endsAt: ends_at.toISOString() };
  const data = {
    meetingId: id,
    kind,
    season: 'spring',
    revisionId: revision_id,
    title,
    ...times,
    invited: people,
  };
  rows.happened({ caseId: id, at, actor, type: 'meetingCalled', data });
  const linked = { meetingId: id, conversationId: conversation_id };
  rows.happened({ caseId: id, at, actor, type: 'meetingLinked', data: linked });
  looked(rows, id, held, at);
  return id;
}

/** The search for a time that it came of. */
function looked(
  rows: Rows,
  meeting_id: string,
  { name, kind, title, startsAt, people }: Held,
  at: Date,
): void {
  const id = idOf(`scheduling ${name}`);
  const days = { from_day: startsAt.toISOString().slice(0, 10), to_day: startsAt.toISOString().slice(0, 10) };
  const done = { created_at: at, read_at: at, opened_at: at, respond_by: at, meeting_id };
  rows.add('scheduling', {
    id,
    kind,
    season: 'spring',
    title,
    agenda: 'Dagsorden',
    minutes: 120,
    ...days,
    ...done,
  });
  rows.add(
    'invitee',
    ...people.map((person_id) => ({ scheduling_id: id, person_id, readable: false, answered_at: at })),
  );
  for (let slot = 0; slot < 3; slot += 1) {
    const slot_id = idOf(`slot ${name} ${slot}`);
    const starts_at = new Date(startsAt.getTime() + slot * 3 * hour);
    rows.add('poll_slot', { id: slot_id, scheduling_id: id, starts_at });
    rows.add('poll_answer', ...people.map((person_id) => ({ slot_id, person_id, possible: true })));
  }
}

function inSession(
  rows: Rows,
  { office, members }: Cast,
  meeting_id: string,
  startsAt: Date,
  ended: boolean,
): string {
  const id = idOf(`session ${meeting_id}`);
  const ended_at = ended ? new Date(startsAt.getTime() + 2 * hour) : null;
  rows.add('session', { id, meeting_id, opened_by: office, opened_at: startsAt, ended_at });
  const marks = members.map(({ organisationId: organisation_id }) => ({
    session_id: id,
    organisation_id,
    present: true,
  }));
  rows.add('presence', ...marks.map((mark) => ({ ...mark, marked_by: office, marked_at: startsAt })));
  const told = { caseId: meeting_id, actor: { personId: office, organisationId: null } };
  const data = { meetingId: meeting_id, sessionId: id };
  rows.happened({ ...told, at: startsAt, type: 'sessionOpened', data });
  if (ended_at) rows.happened({ ...told, at: ended_at, type: 'sessionEnded', data });
  return id;
}

/** The meeting that a case was voted on in, and one of its working group. Those that are not over are today. */
export function meetingsOf(
  rows: Rows,
  cast: Cast,
  n: number,
  revisionId: string,
  underWay: boolean,
): Meeting {
  const { members, now } = cast;
  const startsAt = new Date(now.getTime() - (underWay ? hour / 2 : (60 + 6 * n) * day));
  const all = members.map(({ personId }) => personId);
  const steering = {
    kind: 'steeringGroup' as const,
    revisionId: null,
    title: `Styregruppemøde ${n}`,
    startsAt,
  };
  const id = called(rows, cast, { name: `case ${n}`, ...steering, people: all });
  const group = { kind: 'workingGroup' as const, revisionId, title: `Arbejdsgruppe ${n}` };
  const before = new Date(startsAt.getTime() - 30 * day);
  called(rows, cast, { name: `group ${n}`, ...group, startsAt: before, people: all.slice(0, 5) });
  return { id, sessionId: inSession(rows, cast, id, startsAt, !underWay) };
}
