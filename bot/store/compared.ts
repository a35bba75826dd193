import type { ThingKind } from '../process/frame/compared.ts';
import { rowsOf, type Reader } from './database.ts';

/** In the form that events have it in. */
const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * The records of a case, by kind: what an event tells of each, under the same names. A version comes with what its hash is
 * made of. A rehearsal's ballots are thrown away, and a file that has not come in whole is none yet.
 */
const selects: Record<ThingKind, { from: string; id: string; fields: string }> = {
  revision: {
    from: 'revision k where k.id = $1::uuid',
    id: 'k.id::text',
    fields: `'ref', k.ref, 'goalNumber', k.goal_number, 'title', k.title, 'track', k.track, 'year', k.year`,
  },
  version: {
    from: 'version k where k.revision_id = $1::uuid',
    id: 'k.id::text',
    fields: `'number', k.number, 'kind', k.kind, 'title', k.title, 'hash', k.hash, 'clauses', k.clauses`,
  },
  file: {
    from: 'file k where k.revision_id = $1::uuid and k.hash is not null',
    id: 'k.id::text',
    fields: `'name', k.name, 'number', k.number, 'size', k.size, 'hash', k.hash`,
  },
  hearing: {
    from: 'hearing k where k.revision_id = $1::uuid',
    id: 'k.id::text',
    fields: `'number', k.number, 'kind', k.kind, 'versionId', k.version_id, 'letter', k.letter, 'reason', k.reason,
      'deadline', ${instant('k.deadline')}, 'heard', (select coalesce(jsonb_agg(h.organisation_id order by
        h.organisation_id::text collate "C"), '[]') from heard h where h.hearing_id = k.id)`,
  },
  comment: {
    from: 'hearing h join comment k on k.hearing_id = h.id where h.revision_id = $1::uuid',
    id: 'k.id::text',
    fields: `'number', k.number, 'hearingId', k.hearing_id, 'organisationId', k.organisation_id, 'clause', k.clause,
      'type', k.type, 'text', k.text, 'proposedChange', k.proposed_change, 'channel', k.channel,
      'withdrawn', k.withdrawn_at is not null, 'disposition', k.disposition, 'response', k.response,
      'theme', k.theme, 'changedClause', k.changed_clause`,
  },
  answer: {
    from: 'hearing h join answer k on k.hearing_id = h.id where h.revision_id = $1::uuid',
    id: `k.hearing_id || ' ' || k.organisation_id`,
    fields: `'position', k.position, 'reservation', k.reservation, 'late', k.late,
      'sender', nullif(k.sender_id, k.organisation_id)`,
  },
  vote: {
    from: 'vote k where k.revision_id = $1::uuid',
    id: 'k.id::text',
    fields: `'versionId', k.version_id, 'versionHash', k.version_hash, 'motion', k.motion, 'rule', k.rule,
      'reason', k.reason, 'rehearsal', k.rehearsal, 'closed', k.closed_at is not null, 'tally', k.result -> 'tally',
      'base', k.result -> 'base', 'entitled', k.result -> 'entitled', 'present', k.result -> 'present',
      'quorumNeeded', k.result -> 'quorumNeeded', 'outcome', k.result -> 'outcome', 'carried', k.carried`,
  },
  seat: {
    from: 'vote v join electorate k on k.vote_id = v.id where v.revision_id = $1::uuid',
    id: `k.vote_id || ' ' || k.organisation_id`,
    fields: `'deputyId', k.deputy_id, 'present', k.present`,
  },
  ballot: {
    from: 'vote v join ballot k on k.vote_id = v.id where v.revision_id = $1::uuid and not v.rehearsal',
    id: `k.vote_id || ' ' || k.organisation_id`,
    fields: `'choice', k.choice, 'means', k.means, 'caster', k.caster, 'statement', k.statement`,
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
