import type { EventData } from '../events.ts';
import type { Expected } from '../frame/compared.ts';

/** An organisation in a vote: its seat, and its ballot. */
export const seatId = (voteId: string, organisationId: string): string => `${voteId} ${organisationId}`;

export function voteOpened(expected: Expected, data: EventData<'voteOpened'>): void {
  const { voteId, versionId, versionHash, motion, rule, reason, rehearsal, electorate } = data;
  expected.tell('vote', voteId, { versionId, versionHash, motion, rule, reason, rehearsal, closed: false });
  expected.tell('vote', voteId, { tally: null, base: null, entitled: null, present: null });
  expected.tell('vote', voteId, { quorumNeeded: null, outcome: null, carried: null });
  for (const { organisationId, deputyId } of electorate)
    expected.tell('seat', seatId(voteId, organisationId), { deputyId, present: null });
}

export function ballotCast(expected: Expected, data: EventData<'ballotCast'>): void {
  const { voteId, organisationId, choice, means, caster, statement } = data;
  // In databases from before rehearsals left nothing of their ballots.
  if (data.rehearsal) return;
  const id = seatId(voteId, organisationId);
  // Voting against once more keeps the minority statement.
  const keeps = choice === 'against' && statement === null && expected.get('ballot', id);
  expected.tell('ballot', id, { choice, means, caster, ...(!keeps && { statement }) });
}

export function voteClosed(expected: Expected, data: EventData<'voteClosed'>): void {
  const { voteId, rehearsal, carried, cast } = data;
  const { tally, base, entitled, present, quorumNeeded, outcome } = data;
  // How a rehearsal's tie was decided is in no event.
  const known = rehearsal && outcome === 'tied' ? undefined : carried;
  expected.tell('vote', voteId, { closed: true, tally, base, entitled, present });
  expected.tell('vote', voteId, { quorumNeeded, outcome, carried: known });
  for (const seat of cast)
    expected.tell('seat', seatId(voteId, seat.organisationId), { present: seat.present });
  // Nor who was there: a rehearsal is thrown away.
  if (!rehearsal) return;
  for (const { id } of expected.all('seat'))
    if (id.startsWith(voteId)) expected.tell('seat', id, { present: undefined });
}

export function tieDecided(expected: Expected, { voteId, carried }: EventData<'tieDecided'>): void {
  expected.tell('vote', voteId, { carried });
}
