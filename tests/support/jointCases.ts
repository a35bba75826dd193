import * as cards from '../../bot/cards/index.ts';
import type { Message } from '../../bot/cards/index.ts';
import type { Locale } from '../../bot/i18n/index.ts';
import type { ProposalView } from '../../bot/views/shapes/hearing.ts';
import { commentView, hearingView, idOf, mineView, type Typed } from './views.ts';

const proposalView = (typed: Typed, more: Partial<ProposalView> = {}): ProposalView => ({
  organisationId: idOf('odense'),
  organisationName: typed('Odense Kommune'),
  state: 'waiting',
  askedAt: '2026-12-01T09:42:00.000Z',
  fell: false,
  afterNo: false,
  lateYes: false,
  others: [{ id: idOf('aalborg'), name: typed('Aalborg Kommune') }],
  answer: {
    position: 'withRemarks',
    reservation: typed('Med forbehold for byrådets godkendelse.'),
    seen: 'ab'.repeat(32),
    comments: [commentView(typed, { organisationName: typed('Odense Kommune'), editable: false })],
    commentCount: 1,
  },
  ...more,
});

/** Cards of a joint answer, by what they say to whom. */
export function jointCases(typed: Typed, locale: Locale): Record<string, Message> {
  const to = { locale, links: { tab: 'https://teams.example/tab' } };
  const view = hearingView(typed);
  const at = new Date('2026-12-01T09:42:00Z');
  const proposal = proposalView(typed);
  const mine = { ...mineView(typed), proposals: [proposal] };
  const proposed = { ...view, mine };
  const staff = { ...mine, isContact: false, proposals: [proposalView(typed, { answer: null })] };
  const joined = {
    ...mine,
    proposals: [proposalView(typed, { state: 'accepted' })],
    answer: {
      ...mine.answer,
      position: 'withRemarks' as const,
      state: 'joint' as const,
      submittedAt: '2026-12-01T09:42:00Z',
      jointWith: [{ id: proposal.organisationId, name: proposal.organisationName }],
    },
  };
  const by = proposal.organisationName;
  return {
    'joint answer proposed': cards.jointProposal(proposed, proposal, to),
    'joint answer, changed words': cards.jointProposal(proposed, proposalView(typed, { fell: true }), to),
    'joint answer, accepted': cards.jointProposal(
      { ...view, mine: joined },
      proposalView(typed, { state: 'accepted' }),
      to,
    ),
    'mine, with a proposal': cards.hearingMine(proposed, to),
    'mine, with a proposal, as staff': cards.hearingMine({ ...view, mine: staff }, to),
    'receipt, joined': cards.hearingMine(
      { ...view, mine: joined },
      { ...to, receipt: { kind: 'joined', at, by } },
    ),
    'receipt, declined': cards.hearingMine(proposed, { ...to, receipt: { kind: 'declined', at, by } }),
    'joint answer, the other accepts': cards.jointDecided(view, {
      ...to,
      organisation: by,
      state: 'accepted',
    }),
    'joint answer, the other declines': cards.jointDecided(view, {
      ...to,
      organisation: by,
      state: 'declined',
    }),
    'joint answer over': cards.jointEnded(view, { ...to, by }),
  };
}
