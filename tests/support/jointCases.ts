import * as cards from '../../bot/cards/index.ts';
import type { Message } from '../../bot/cards/index.ts';
import { both, type Locale } from '../../bot/i18n/index.ts';
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
  const asked = { id: proposal.organisationId, name: by, fell: false };
  const last = { id: idOf('aalborg'), name: typed('Aalborg Kommune'), fell: false };
  /** The sender's own view, with one that is in, one that is not, or one whose yes fell. */
  const sender = (state: 'accepted' | 'declined' | 'waiting', fell = false) => {
    const proposed = [
      { ...asked, state, fell },
      { ...last, state: 'accepted' as const },
    ];
    const jointWith = proposed
      .filter((one) => one.state === 'accepted')
      .map(({ id, name }) => ({ id, name }));
    const answer = { ...joined.answer, jointWith, proposed };
    return { ...view, mine: { ...mine, proposals: [], answer } };
  };
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
    'joint answer, the other accepts': cards.jointDecided(sender('accepted'), {
      ...to,
      organisation: by,
      state: 'accepted',
    }),
    'joint answer, the other declines': cards.jointDecided(sender('declined'), {
      ...to,
      organisation: by,
      state: 'declined',
    }),
    'mine, whose answer others said yes to': cards.hearingMine(sender('waiting', true), to),
    'a comment that others said yes to, opened': cards.hearingMine(sender('accepted'), {
      ...to,
      edit: mine.comments[1]!.id,
    }),
    'joint answer, asked again after a no': cards.jointProposal(
      proposed,
      proposalView(typed, { afterNo: true }),
      to,
    ),
    'joint answer, changed words, with an answer of our own': cards.jointProposal(
      { ...view, mine: { ...joined, answer: { ...joined.answer, state: 'reservation', jointWith: [] } } },
      proposalView(typed, { fell: true }),
      to,
    ),
    'joint answer, a late yes': cards.jointProposal(
      { ...proposed, state: 'closed' },
      proposalView(typed, { fell: true, lateYes: true }),
      to,
    ),
    'an answer that was changed meanwhile': cards.hearingMine(view, {
      ...to,
      refused: { message: both('refusal.answerMoved'), typed: { reservation: typed('Byrådet.') } },
    }),
    'a comment that was changed meanwhile': cards.hearingMine(view, {
      ...to,
      edit: mine.comments[1]!.id,
      refused: {
        message: both('refusal.commentChanged', { ref: 'H12-034' }),
        typed: { text: typed('Mine ord.') },
      },
    }),
    'joint answer over': cards.jointEnded(view, { ...to, by }),
  };
}
