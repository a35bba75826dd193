import { event } from '../frame/event.ts';
import type { FindingCode } from '../frame/refusals.ts';
import type { Caster, Choice, Count, Means, Rule } from './vote.ts';

interface Ballot {
  voteId: string;
  organisationId: string;
  choice: Choice;
  means: Means;
  caster: Caster;
  /** Null keeps what was stated before, and an empty one takes it out. */
  statement: string | null;
  /** Of databases from before rehearsals left nothing but their opening and closing. */
  rehearsal: false;
}
interface Seat {
  organisationId: string;
  representativeId: string | null;
  deputyId: string | null;
}

export const voteEvents = {
  rulesConfirmed: event<{ rule: Rule }>()('event.rulesConfirmed', 'members', 'never', 'records'),
  voteOpened: event<{
    voteId: string;
    meetingId: string;
    revisionId: string;
    sessionId: string;
    versionId: string;
    versionHash: string;
    motion: string;
    rule: Rule;
    reason: string | null;
    rehearsal: boolean;
    files: { name: string; hash: string | null }[];
    electorate: Seat[];
    passed: FindingCode[];
  }>()('event.voteOpened', 'members', 'never', 'records'),
  ballotCast: event<Ballot>()('event.ballotCast', 'members', 'ballot', 'records'),
  ballotRecordedOnBehalf: event<Ballot>()('event.ballotRecordedOnBehalf', 'members', 'ballot', 'records'),
  voteClosed: event<
    Count & {
      voteId: string;
      rehearsal: boolean;
      carried: boolean | null;
      /** Empty for a rehearsal, which is thrown away. */
      cast: { organisationId: string; choice: Choice | null; present: boolean }[];
    }
  >()('event.voteClosed', 'members', 'closing', 'records'),
  tieDecided: event<{ voteId: string; carried: boolean }>()(
    'event.tieDecided',
    'members',
    'never',
    'records',
  ),
};
