import type { RevisionRow } from '../../../bot/views/case/shapes.ts';
import { asIs, idOf, revisionFacts, type Typed } from './views.ts';

const hearingSummary: RevisionRow['hearing'] = {
  id: idOf('hearing'),
  ref: 'H12',
  kind: 'internal',
  state: 'open',
  opensAt: '2026-11-13T08:00:00Z',
  deadline: '2026-12-11T11:00:00Z',
  versionId: idOf('version'),
  heard: 25,
  answered: 12,
  answeredAsOf: null,
  withRemarks: null,
  comments: null,
  unanswered: null,
};

export const revisionRow = (typed: Typed = asIs, more: Partial<RevisionRow> = {}): RevisionRow => ({
  ...revisionFacts(typed),
  track: 'revise',
  year: 2027,
  state: 'developing',
  stage: 'developing',
  skipped: [],
  lead: { id: idOf('odense'), name: typed('Odense Kommune') },
  represented: 6,
  nextDeadline: { at: '2026-12-11T11:00:00Z', what: { da: 'Svarfrist', en: 'Deadline' } },
  hearing: hearingSummary,
  vote: {
    id: idOf('vote'),
    motion: typed('Kan indkøbsmål 5, Rengøring, godkendes?'),
    state: 'closed',
    rehearsal: true,
    meetingId: idOf('meeting'),
    meetingTitle: typed('Styregruppemøde, forår 2027'),
    openedAt: '2027-05-06T11:00:00Z',
    closedAt: '2027-05-06T11:07:00Z',
    cast: 17,
    entitled: 19,
    carried: null,
  },
  next: {
    what: { da: 'Svar på høringen', en: 'Answer the hearing' },
    who: { da: 'medlemmerne', en: 'the members' },
  },
  blocking: [
    {
      code: 'hearingStillOpen',
      message: { da: 'En høring er stadig åben.', en: 'A hearing is still open.' },
      passable: false,
    },
  ],
  readiness: 'missing',
  awaitsMe: true,
  ...more,
});
