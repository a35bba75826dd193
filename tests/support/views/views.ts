import type { z } from 'zod';
import type { allowed } from '../../../bot/views/frame/shapes.ts';
import type { AnswerView, CommentView, HearingView } from '../../../bot/views/hearing/shapes.ts';
import type { VersionView } from '../../../bot/views/case/shapes.ts';
import type { VoteView } from '../../../bot/views/vote/shapes.ts';
import { countsText } from '../../../bot/views/frame/words.ts';

/** Every string that people type goes through this, so that a test can make them all hostile at once. */
export type Typed = (text: string) => string;
export const asIs: Typed = (text) => text;

/** A stable id per name, so that snapshots stay still. */
export const idOf = (name: string): string => {
  const hex = Buffer.from(name.padEnd(16, '-')).subarray(0, 16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export const may = (act: string, ok = true): z.infer<typeof allowed> => ({
  act,
  ok,
  refusal: ok ? null : { code: 'notEntitled', message: { da: 'Du kan ikke.', en: 'You cannot.' } },
  unmet: [],
});

export const revisionFacts = (typed: Typed = asIs) => ({
  id: idOf('revision'),
  ref: 'POGI-2027-01',
  goalNumber: 5 as number | null,
  title: typed('Rengøring'),
});

export const versionView = (typed: Typed = asIs, clauses = 8): VersionView => ({
  id: idOf('version'),
  number: 2,
  kind: 'proposal',
  title: typed('Rengøring, udkast til indkøbsmål'),
  hash: 'a91f'.padEnd(62, '0') + 'c2',
  createdAt: '2026-11-10T09:00:00Z',
  clauses: Array.from({ length: clauses }, (_, at) => ({
    number: typed(`5.${String.fromCharCode(97 + (at % 26))}${at < 26 ? '' : Math.floor(at / 26)}`),
    kind: at % 3 === 0 ? 'recommendation' : 'requirement',
    heading: typed(['Gulvplejemidler', 'Universalrengøring', 'Sæbe', 'Papir'][at % 4]!),
    text: typed('Produktet er miljømærket.'),
  })),
});

export const commentView = (typed: Typed = asIs, more: Partial<CommentView> = {}): CommentView => ({
  id: idOf('comment34'),
  ref: 'H12-034',
  hearingId: idOf('hearing'),
  organisationId: idOf('aarhus'),
  organisationName: typed('Aarhus Kommune'),
  personName: typed('Indkøbschef, Aarhus Kommune'),
  clause: typed('5.b'),
  type: 'technical',
  text: typed('Kravet om dosering bør gælde koncentrat.'),
  proposedChange: typed('Koncentrerede produkter doseres automatisk.'),
  channel: 'card',
  receivedAt: '2026-12-01T09:42:00Z',
  late: false,
  editedAt: null,
  withdrawnAt: null,
  disposition: null,
  response: null,
  theme: null,
  changedClause: null,
  disposedAt: null,
  editable: true,
  seen: 'words.answer',
  ...more,
});

export const answerView = (typed: Typed = asIs, more: Partial<AnswerView> = {}): AnswerView => ({
  organisationId: idOf('aarhus'),
  organisationName: typed('Aarhus Kommune'),
  state: 'silent',
  invited: true,
  submitted: false,
  submittedAt: null,
  reservation: typed('Med forbehold for byrådets godkendelse.'),
  jointWith: [{ id: idOf('odense'), name: typed('Odense Kommune') }],
  proposed: [],
  comments: 2,
  commentsLate: false,
  ...more,
});

export const mineView = (typed: Typed = asIs): NonNullable<HearingView['mine']> => ({
  organisationId: idOf('aarhus'),
  organisationName: typed('Aarhus Kommune'),
  isContact: true,
  contactName: typed('Miljøchef, Aarhus Kommune'),
  writes: true,
  submits: true,
  lateWay: 'late',
  joinedTo: null,
  comments: [
    commentView(typed, { id: idOf('comment21'), ref: 'H12-021', clause: null, type: 'general' }),
    commentView(typed),
  ],
  commentCount: 2,
  drafts: 2,
  answer: {
    position: null,
    state: 'silent',
    submittedAt: null,
    reservation: null,
    jointWith: [],
    proposed: [],
  },
  seen: 'as it is',
  proposals: [],
});

/** What somebody else of the organisation may not. */
export const asStaff = { isContact: false, submits: false };

export const hearingView = (typed: Typed = asIs, more: Partial<HearingView> = {}): HearingView => ({
  id: idOf('hearing'),
  ref: 'H12',
  kind: 'internal',
  state: 'open',
  letter: typed(
    'Arbejdsgruppen har udarbejdet et udkast.\n\nVi beder især om bemærkninger til kravene om dosering.',
  ),
  reason: typed('Kortere frist efter aftale med styregruppen.'),
  opensAt: '2026-11-13T08:00:00Z',
  deadline: '2026-12-11T11:00:00Z',
  originalDeadline: null,
  days: 28,
  revision: revisionFacts(typed),
  version: versionView(typed),
  heard: 25,
  answered: 12,
  answeredAsOf: null,
  answers: [answerView(typed)],
  sealed: true,
  mine: mineView(typed),
  allowed: [may('addComment'), may('submitAnswer')],
  ...more,
});

export const ballotView = (
  typed: Typed = asIs,
  more: Partial<VoteView['ballots'][number]> = {},
): VoteView['ballots'][number] => ({
  organisationId: idOf('aarhus'),
  organisationName: typed('Aarhus Kommune'),
  choice: 'for',
  means: 'card',
  by: 'representative',
  castAt: '2027-05-06T11:04:00Z',
  statement: null,
  representativeRecused: false,
  ...more,
});

export const ruleTexts = {
  da: 'Godkendt, når flere end halvdelen af afgivne stemmer (for og imod) er for. Stemmelighed: ikke godkendt.',
  en: 'Carried when more than half of the votes cast (for and against) are for. Tie: not carried.',
};

export const voteView = (typed: Typed = asIs, more: Partial<VoteView> = {}): VoteView => ({
  id: idOf('vote'),
  state: 'open',
  rehearsal: false,
  motion: typed('Kan indkøbsmål 5, Rengøring, godkendes?'),
  versionHash: 'a91f'.padEnd(62, '0') + 'c2',
  version: { id: idOf('version'), number: 4, title: typed('Endeligt forslag, Rengøring') },
  revision: revisionFacts(typed),
  meeting: {
    id: idOf('meeting'),
    title: typed('Styregruppemøde, forår 2027'),
    startsAt: '2027-05-06T11:00:00Z',
  },
  rule: { base: 'cast', threshold: 'simple', tie: 'notCarried', quorum: 0, secrecy: 'open', deputies: true },
  ruleText: ruleTexts,
  presenceCounts: false,
  reason: null,
  openedAt: '2027-05-06T11:00:00Z',
  closedAt: null,
  meetingOverAt: null,
  countsUntil: null,
  cast: 17,
  entitled: 19,
  tally: null,
  base: null,
  present: null,
  quorumNeeded: null,
  outcome: null,
  carried: null,
  anchor: null,
  arithmetic: null,
  ballots: [],
  turnout: [],
  mine: {
    organisationId: idOf('aarhus'),
    organisationName: typed('Aarhus Kommune'),
    seat: 'representative',
    why: null,
    ballot: null,
    seen: 'as it is',
  },
  allowed: [may('castBallot')],
  ...more,
});

/** A closed vote of `size` members: every fifth against with a minority statement, deputies and ballots on behalf among them. */
export function closedVote(typed: Typed = asIs, size = 19, more: Partial<VoteView> = {}): VoteView {
  const name = (at: number) => typed(`Medlem ${String(at + 1).padStart(3, '0')}`);
  const choices = ['for', 'for', 'against', 'for', 'abstain', 'recused', 'for'] as const;
  const members = Array.from({ length: size }, (_, at) => ({
    organisationId: idOf(`m${at}`),
    organisationName: name(at),
  }));
  const ballots = members.slice(0, size - 1).map((member, at) =>
    ballotView(typed, {
      ...member,
      choice: choices[at % 7]!,
      by: at % 9 === 3 ? 'deputy' : at % 9 === 4 ? 'secretariat' : 'representative',
      means: at % 9 === 4 ? 'phone' : 'card',
      statement: choices[at % 7] === 'against' ? typed('Kravet er for dyrt for små institutioner.') : null,
    }),
  );
  const count = (choice: string) => ballots.filter((ballot) => ballot.choice === choice).length;
  const tally = {
    for: count('for'),
    against: count('against'),
    abstain: count('abstain'),
    recused: count('recused'),
  };
  const outcome = more.outcome ?? 'carried';
  const counts = countsText({ tally, entitled: size });
  const arithmetic = {
    da: `${counts.da} → ${{ carried: 'godkendt', notCarried: 'ikke godkendt', tied: 'stemmelighed', inquorate: 'ikke beslutningsdygtig' }[outcome]}`,
    en: `${counts.en} → ${outcome}`,
  };
  return voteView(typed, {
    state: 'closed',
    closedAt: '2027-05-06T11:07:00Z',
    cast: ballots.length,
    entitled: size,
    tally,
    base: tally.for + tally.against,
    present: ballots.length - tally.recused,
    quorumNeeded: 0,
    outcome: 'carried',
    carried: true,
    arithmetic,
    ballots,
    turnout: members.map((member, at) => ({ ...member, cast: at < ballots.length, present: true })),
    ...more,
  });
}
