import { movesTo } from '../case/compared.ts';
import type { EventData } from '../events.ts';
import { told, type By, type Expected } from '../frame/compared.ts';
import { holdCount, holdTie, noteOpening } from './counted.ts';
import { seatId } from './seat.ts';

export function voteOpened(expected: Expected, data: EventData<'voteOpened'>, by: By): void {
  const { voteId, sessionId, versionId, versionHash, motion, rule, reason, rehearsal, electorate } = data;
  expected.tell('vote', voteId, { sessionId, versionId, versionHash, motion, rule, reason, rehearsal });
  expected.tell('vote', voteId, { openedBy: by.personId, openedAt: by.at, closedBy: null, closedAt: null });
  expected.tell('vote', voteId, { tally: null, base: null, entitled: null, present: null });
  expected.tell('vote', voteId, { quorumNeeded: null, outcome: null, carried: null });
  for (const { organisationId, representativeId, deputyId } of electorate)
    expected.tell('seat', seatId(voteId, organisationId), { representativeId, deputyId, present: null });
  noteOpening(expected, data);
  const hash = expected.get('version', versionId)?.fields.get('hash');
  if (hash !== undefined && hash !== told(versionHash)) expected.doubt('vote', voteId, 'versionHash');
  if (!rehearsal) movesTo(expected, ({ atVote }) => atVote);
}

export function ballotCast(expected: Expected, data: EventData<'ballotCast'>, by: By): void {
  const { voteId, organisationId, choice, means, caster, statement } = data;
  // In databases from before rehearsals left nothing of their ballots.
  if (data.rehearsal) return;
  const id = seatId(voteId, organisationId);
  // Voting against once more keeps the minority statement; an empty one takes it out.
  const keeps = choice === 'against' && statement === null && expected.get('ballot', id);
  expected.tell('ballot', id, { choice, means, caster, ...(!keeps && { statement: statement || null }) });
  expected.tell('ballot', id, { castBy: by.personId, castAt: by.at });
  // That whom the secretariat recorded is there stands beside the seat, until a mark says otherwise or the vote is closed.
  if (caster === 'secretariat') expected.tell('seat', id, { present: undefined });
}

export function voteClosed(expected: Expected, data: EventData<'voteClosed'>, by: By): void {
  const { voteId, rehearsal, carried, cast } = data;
  const { tally, base, entitled, present, quorumNeeded, outcome } = data;
  holdCount(expected, data);
  // How a rehearsal's tie was decided is in no event.
  const known = rehearsal && outcome === 'tied' ? undefined : carried;
  expected.tell('vote', voteId, { closedBy: by.personId, closedAt: by.at, tally, base, entitled, present });
  expected.tell('vote', voteId, { quorumNeeded, outcome, carried: known });
  for (const seat of cast)
    expected.tell('seat', seatId(voteId, seat.organisationId), { present: seat.present });
  if (!rehearsal && carried !== null) movesTo(expected, (course) => course.afterVote(carried));
  // Nor who was there: a rehearsal is thrown away.
  if (!rehearsal) return;
  for (const { id } of expected.all('seat'))
    if (id.startsWith(voteId)) expected.tell('seat', id, { present: undefined });
}

export function tieDecided(expected: Expected, { voteId, carried }: EventData<'tieDecided'>): void {
  holdTie(expected, voteId);
  expected.tell('vote', voteId, { carried });
  movesTo(expected, (course) => course.afterVote(carried));
}

/** Confirmed again are other rules, also where they say the same; the last ones are in force. */
export function rulesConfirmed(expected: Expected, { rule }: EventData<'rulesConfirmed'>, by: By): void {
  for (const { id } of expected.all('rules')) expected.tell('rules', id, { inForce: false });
  expected.tell('rules', by.at, { rule, confirmedBy: by.personId, inForce: true });
}
