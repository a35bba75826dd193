import type { ThingKind } from '../../process/frame/compared.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { rowsOf, type Reader } from '../frame/database.ts';

/** In the form that events have it in. */
const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** There is one register. */
const theOne = `$1::text = '${registerCase}'`;

/** Where nothing but its time tells a record from another one: the second of the same has no event. */
const again = `case when k.nth > 1 then ' ' || k.nth else '' end`;

/**
 * The records of a case, by kind: what an event tells of each, under the same names. A version comes with what its hash is
 * made of. A rehearsal's ballots are thrown away, and a file that has not come in whole is none yet.
 */
const selects: Record<ThingKind, { from: string; id: string; fields: string }> = {
  case: {
    from: '"case" k where k.id = $1::uuid',
    id: 'k.id::text',
    fields: `'kind', k.kind, 'ref', k.ref, 'title', k.title, 'state', k.state, 'createdAt', ${instant('k.created_at')}`,
  },
  revision: {
    from: 'revision k where k.id = $1::uuid',
    id: 'k.id::text',
    fields: `'goalNumber', k.goal_number, 'track', k.track, 'year', k.year`,
  },
  version: {
    from: 'version k where k.case_id = $1::uuid',
    id: 'k.id::text',
    fields: `'number', k.number, 'kind', k.kind, 'title', k.title, 'hash', k.hash, 'clauses', k.clauses,
      'createdBy', k.created_by, 'createdAt', ${instant('k.created_at')}`,
  },
  file: {
    from: 'file k where k.case_id = $1::uuid and k.hash is not null',
    id: 'k.id::text',
    fields: `'name', k.name, 'number', k.number, 'size', k.size, 'hash', k.hash, 'versionId', k.version_id`,
  },
  hearing: {
    from: 'hearing k where k.case_id = $1::uuid',
    id: 'k.id::text',
    fields: `'number', k.number, 'kind', k.kind, 'versionId', k.version_id, 'letter', k.letter, 'reason', k.reason,
      'opensAt', ${instant('k.opens_at')}, 'deadline', ${instant('k.deadline')},
      'originalDeadline', ${instant('k.original_deadline')}, 'createdBy', k.created_by, 'heard', (select coalesce(jsonb_agg(h.organisation_id order by
        h.organisation_id::text collate "C"), '[]') from heard h where h.hearing_id = k.id)`,
  },
  comment: {
    from: 'hearing h join comment k on k.hearing_id = h.id where h.case_id = $1::uuid',
    id: 'k.id::text',
    fields: `'number', k.number, 'hearingId', k.hearing_id, 'organisationId', k.organisation_id,
      'personId', k.person_id, 'clause', k.clause, 'type', k.type, 'text', k.text, 'proposedChange', k.proposed_change, 'channel', k.channel,
      'receivedAt', ${instant('k.received_at')}, 'late', k.late, 'editedAt', ${instant('k.edited_at')},
      'withdrawnAt', ${instant('k.withdrawn_at')}, 'leftAt', ${instant('k.left_at')}, 'disposition', k.disposition,
      'response', k.response, 'theme', k.theme, 'changedClause', k.changed_clause, 'disposedBy', k.disposed_by,
      'disposedAt', ${instant('k.disposed_at')}`,
  },
  answer: {
    from: 'hearing h join answer k on k.hearing_id = h.id where h.case_id = $1::uuid',
    id: `k.hearing_id || ' ' || k.organisation_id`,
    fields: `'position', k.position, 'reservation', k.reservation, 'late', k.late,
      'sender', nullif(k.sender_id, k.organisation_id), 'channel', k.channel, 'submittedBy', k.submitted_by,
      'submittedAt', ${instant('k.submitted_at')}, 'restoredAt', ${instant('k.restored_at')},
      'jointWith', (select coalesce(jsonb_agg(j order by j::text collate "C"), '[]') from unnest(k.joint_with) as j)`,
  },
  vote: {
    from: 'vote k where k.case_id = $1::uuid',
    id: 'k.id::text',
    fields: `'sessionId', k.session_id, 'versionId', k.version_id, 'versionHash', k.version_hash, 'motion', k.motion,
      'rule', k.rule, 'reason', k.reason, 'rehearsal', k.rehearsal, 'openedBy', k.opened_by,
      'openedAt', ${instant('k.opened_at')}, 'closedBy', k.closed_by, 'closedAt', ${instant('k.closed_at')},
      'tally', k.result -> 'tally', 'base', k.result -> 'base', 'entitled', k.result -> 'entitled', 'present', k.result -> 'present',
      'quorumNeeded', k.result -> 'quorumNeeded', 'outcome', k.result -> 'outcome', 'carried', k.carried`,
  },
  seat: {
    from: 'vote v join electorate k on k.vote_id = v.id where v.case_id = $1::uuid',
    id: `k.vote_id || ' ' || k.organisation_id`,
    fields: `'representativeId', k.representative_id, 'deputyId', k.deputy_id, 'present', k.present`,
  },
  ballot: {
    from: 'vote v join ballot k on k.vote_id = v.id where v.case_id = $1::uuid and not v.rehearsal',
    id: `k.vote_id || ' ' || k.organisation_id`,
    fields: `'choice', k.choice, 'means', k.means, 'caster', k.caster, 'statement', k.statement,
      'castBy', k.cast_by, 'castAt', ${instant('k.cast_at')}`,
  },
  meeting: {
    from: 'meeting k where k.id = $1::uuid',
    id: 'k.id::text',
    fields: `'kind', k.kind, 'season', k.season, 'revisionId', k.case_id, 'title', k.title,
      'startsAt', ${instant('k.starts_at')}, 'endsAt', ${instant('k.ends_at')}, 'conversationId', k.conversation_id,
      'cancelledAt', ${instant('k.cancelled_at')}, 'cancelReason', k.cancel_reason`,
  },
  session: {
    from: 'session k where k.meeting_id = $1::uuid',
    id: 'k.id::text',
    fields: `'openedBy', k.opened_by, 'openedAt', ${instant('k.opened_at')}, 'overAt', ${instant('k.over_at')},
      'endedAt', ${instant('k.ended_at')}`,
  },
  organisation: {
    from: `organisation k where ${theOne}`,
    id: 'k.id::text',
    fields: `'name', k.name, 'kind', k.kind, 'createdAt', ${instant('k.created_at')}`,
  },
  person: {
    from: `person k where ${theOne} and k.organisation_id is not null`,
    id: 'k.id::text',
    fields: `'organisationId', k.organisation_id, 'leftAt', ${instant('k.left_at')}`,
  },
  appointment: {
    from: `(select organisation_id, person_id, role, chair, from_at, until_at,
      row_number() over (partition by organisation_id, role, from_at order by until_at, person_id) as nth from appointment) k where ${theOne}`,
    id: `k.organisation_id || ' ' || k.role || ' ' || ${instant('k.from_at')} || ${again}`,
    fields: `'personId', k.person_id, 'chair', k.chair, 'untilAt', ${instant('k.until_at')}`,
  },
  rules: {
    from: `(select rule, confirmed_by, confirmed_at, row_number() over (partition by confirmed_at order by id) as nth,
      id = (select max(id) from rules) as in_force from rules) k where ${theOne}`,
    id: `${instant('k.confirmed_at')} || ${again}`,
    fields: `'rule', k.rule, 'confirmedBy', k.confirmed_by, 'inForce', k.in_force`,
  },
};

/** So many at a time: their words are in memory together. */
const batch = 200;

export interface Recorded {
  id: string;
  fields: Record<string, unknown>;
}

/** All records of one kind in a case. */
export async function* recordsOf(db: Reader, kind: ThingKind, caseId: string): AsyncGenerator<Recorded> {
  const { from, id, fields } = selects[kind];
  const text = `
    select ${id} as id, jsonb_build_object(${fields}) as fields
    from ${from} and (${id}) collate "C" > $2 order by (${id}) collate "C" limit $3`;
  let after = '';
  for (;;) {
    const rows = await rowsOf<Recorded>(db, text, [caseId, after, batch]);
    yield* rows;
    if (rows.length < batch) return;
    after = rows.at(-1)!.id;
  }
}

/** Between the rules that were read and the vote that opens by them; an older program let nobody wait for it. */
const meanwhile = `interval '1 minute'`;
const selectOtherRules = `
  select left(coalesce(v.data->>'voteId', ''), 200) as id from event v cross join lateral (
    select r.at, r.data->'rule' as rule from event r
    where r.case_id = '${registerCase}' and r.type = 'rulesConfirmed' and r.id < v.id order by r.id desc limit 1) last
  where v.id = any($1::bigint[]) and v.type = 'voteOpened' and last.rule <> v.data->'rule' and last.at < v.at - ${meanwhile}
  order by v.id`;

/** Votes, by the events that opened them, that were opened by other rules than those that were confirmed last before. */
export async function votesByOtherRules(db: Reader, openings: string[]): Promise<string[]> {
  return (await rowsOf<{ id: string }>(db, selectOtherRules, [openings])).map(({ id }) => id);
}
