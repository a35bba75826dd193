import type { Caster, Choice, Count, Means, Rule } from '../../process/vote/vote.ts';

export interface VoteRow {
  id: string;
  caseId: string;
  sessionId: string;
  versionId: string;
  versionHash: string;
  motion: string;
  rule: Rule;
  reason: string | null;
  rehearsal: boolean;
  openedBy: string | null;
  openedAt: Date;
  closedBy: string | null;
  closedAt: Date | null;
  result: Count | null;
  carried: boolean | null;
}
export interface ElectorateRow {
  voteId: string;
  organisationId: string;
  representativeId: string | null;
  deputyId: string | null;
  /** Whether it was there when the vote was closed; null before. */
  present: boolean | null;
}
export interface BallotRow {
  voteId: string;
  organisationId: string;
  choice: Choice;
  means: Means;
  caster: Caster;
  castBy: string | null;
  castAt: Date;
  statement: string | null;
  /** Who has declared an interest, also when somebody else has cast the ballot since. */
  recused: string[];
}
