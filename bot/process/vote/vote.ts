export const choices = ['for', 'against', 'abstain', 'recused'] as const;
export type Choice = (typeof choices)[number];
/** How a ballot arrived: the voter's own card or tab, or recorded on behalf of someone in the room or on the phone. */
export const means = ['card', 'tab', 'room', 'phone', 'other'] as const;
export type Means = (typeof means)[number];
export const casters = ['representative', 'deputy', 'secretariat'] as const;
export type Caster = (typeof casters)[number];

export const bases = ['cast', 'present', 'members'] as const;
export const thresholds = ['simple', '2/3', '3/4'] as const;
export const ties = ['notCarried', 'chairDecides'] as const;

/** Rules of procedure. `quorum` is the share of members (0–1) that must be present; 0 asks for none. */
export interface Rule {
  base: (typeof bases)[number];
  threshold: (typeof thresholds)[number];
  tie: (typeof ties)[number];
  quorum: number;
  secrecy: 'open';
  deputies: boolean;
}

/** The source is silent, so these are the defaults, shown as unconfirmed until the secretariat confirms. */
export const defaultRule: Rule = {
  base: 'cast',
  threshold: 'simple',
  tie: 'notCarried',
  quorum: 0,
  secrecy: 'open',
  deputies: true,
};

export type Outcome = 'carried' | 'notCarried' | 'inquorate' | 'tied';
export type Tally = Record<Choice, number>;

export interface Count {
  tally: Tally;
  /** How many the majority is measured against. */
  base: number;
  entitled: number;
  present: number;
  quorumNeeded: number;
  outcome: Outcome;
}

export interface Electorate {
  /** Organisations entitled when the vote opened. */
  entitled: number;
  /** Organisations that were there at closing without a ballot: marked by the secretariat, or in the meeting. */
  presentWithoutBallot: number;
}

/** How much of the base each threshold asks for; a simple majority is more than its share, the others at least theirs. */
const shares = { simple: [1, 2], '2/3': [2, 3], '3/4': [3, 4] } as const;

/** What a majority needs of a base, and whether so many in favour are one. */
export function majority(
  { threshold }: Pick<Rule, 'threshold'>,
  inFavour: number,
  base: number,
): { needed: number; strictly: boolean; reached: boolean } {
  const [part, of] = shares[threshold];
  const strictly = threshold === 'simple';
  const [have, want] = [inFavour * of, base * part];
  return { needed: want / of, strictly, reached: strictly ? have > want : have >= want };
}

/** How many ballots were cast, whatever they say. */
export const ballotsIn = (tally: Tally): number => Object.values(tally).reduce((sum, one) => sum + one, 0);

/**
 * The arithmetic of a vote (process: the vote). A recused organisation takes no part: it is neither
 * cast nor present, but it stays a member. A tie is exactly half for and as many against, so the
 * chair can never replace a majority that the base or the threshold asks for.
 */
export function count(rule: Rule, ballots: Choice[], electorate: Electorate): Count {
  const tally: Tally = { for: 0, against: 0, abstain: 0, recused: 0 };
  for (const choice of ballots) tally[choice] += 1;
  const cast = tally.for + tally.against;
  const present = cast + tally.abstain + electorate.presentWithoutBallot;
  const base = { cast, present, members: electorate.entitled }[rule.base];
  const quorumNeeded = Math.max(0, Math.ceil(rule.quorum * electorate.entitled - 1e-9));
  const { reached } = majority(rule, tally.for, base);
  const tie =
    rule.threshold === 'simple' && tally.for > 0 && tally.for === tally.against && tally.for * 2 === base;
  let outcome: Outcome = tally.for > 0 && reached ? 'carried' : 'notCarried';
  if (tie && rule.tie === 'chairDecides') outcome = 'tied';
  if (present < quorumNeeded) outcome = 'inquorate';
  return { tally, base, entitled: electorate.entitled, present, quorumNeeded, outcome };
}

/** True, false, or null while the chair has a tie to decide. */
export const carriedBy = (outcome: Outcome): boolean | null =>
  outcome === 'tied' ? null : outcome === 'carried';

export interface Decided {
  id: string;
  rehearsal: boolean;
  openedAt: Date;
  result: Count | null;
  carried: boolean | null;
}

interface Told {
  outcome: Outcome | null | undefined;
  carried: boolean | null;
}

/** A tie that the chair has not decided. */
const isTie = ({ outcome, carried }: Told): boolean => outcome === 'tied' && carried === null;

/** What became of a motion, also by the chair's word. */
export function verdictOf(told: Told): Outcome {
  if (told.carried === true) return 'carried';
  if (isTie(told)) return 'tied';
  return told.outcome === 'inquorate' ? 'inquorate' : 'notCarried';
}

/** The count alone decided nothing. */
export const isTied = ({ result, carried }: Pick<Decided, 'result' | 'carried'>): boolean =>
  isTie({ outcome: result?.outcome, carried });

/** Whether a vote is still to be closed, or its tie to be decided: the store asks it of rows, for the list of what awaits whom. */
export const isUndecided = (vote: Pick<Decided, 'result' | 'carried'> & { closedAt: Date | null }): boolean =>
  vote.closedAt === null || isTied(vote);

/** A tie that the chair has to decide: of a case the newest vote alone, since a later one has decided the case without it. */
export const awaitsChair = (vote: Decided, ofCase: readonly Decided[]): boolean =>
  isTied(vote) && !isOvertaken(vote, ofCase);

/** A later vote of the case was opened; a rehearsal decides nothing, and is overtaken by nothing. */
export const isOvertaken = (vote: Decided, ofCase: readonly Decided[]): boolean =>
  !vote.rehearsal && ofCase.some((other) => !other.rehearsal && other.openedAt > vote.openedAt);
