import * as cards from '../../../bot/cards/index.ts';
import type { Message } from '../../../bot/cards/index.ts';
import { both, type Locale } from '../../../bot/i18n/index.ts';
import type { ProposalView } from '../../../bot/views/hearing/shapes.ts';
import { asStaff, commentView, hearingView, idOf, mineView, type Typed } from '../views/views.ts';

const proposalView = (typed: Typed, more: Partial<ProposalView> = {}): ProposalView => ({
  organisationId: idOf('odense'),
  organisationName: typed('Odense Kommune'),
  state: 'waiting',
  askedAt: '2026-12-01T09:42:00.000Z',
  decidedAt: null,
  fell: false,
  afterNo: false,
  lateYes: false,
  decisions: { accept: more.state !== 'accepted', decline: more.state !== 'declined' && !more.lateYes },
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

function groundOf(typed: Typed, locale: Locale) {
  const to = { locale, links: { tab: 'https://teams.example/tab' } };
  const view = hearingView(typed);
  const proposal = proposalView(typed);
  const by = proposal.organisationName;
  const mine = { ...mineView(typed), proposals: [proposal] };
  const answer = {
    ...mine.answer,
    position: 'withRemarks' as const,
    state: 'joint' as const,
    submittedAt: '2026-12-01T09:42:00Z',
    jointWith: [{ id: proposal.organisationId, name: by }],
  };
  const joined = { ...mine, joinedTo: by, proposals: [proposalView(typed, { state: 'accepted' })], answer };
  return { typed, to, view, proposal, by, mine, proposed: { ...view, mine }, joined };
}
type Ground = ReturnType<typeof groundOf>;

/** To one that is asked. */
function askedCases({ typed, to, view, proposal, by, mine, proposed, joined }: Ground) {
  const at = new Date('2026-12-01T09:42:00Z');
  const staff = { ...mine, ...asStaff, proposals: [proposalView(typed, { answer: null })] };
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
  };
}

/** To the sender, with one that is in, one that is not, or one whose yes fell. */
function senderCases({ typed, to, view, proposal, by, mine, joined }: Ground) {
  const asked = { id: proposal.organisationId, name: by };
  const last = { id: idOf('aalborg'), name: typed('Aalborg Kommune'), fell: false };
  const sender = (state: 'accepted' | 'declined' | 'waiting', fell = false) => {
    const named = [
      { ...asked, state, fell },
      { ...last, state: 'accepted' as const },
    ];
    const jointWith = named.filter((one) => one.state === 'accepted').map(({ id, name }) => ({ id, name }));
    const answer = { ...joined.answer, jointWith, proposed: named };
    return { ...view, mine: { ...mine, proposals: [], answer } };
  };
  return {
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
  };
}

/** To one whose yes fell, or who said no to something else. */
function changedCases({ typed, to, view, by, proposed, joined }: Ground) {
  return {
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
    'joint answer over': cards.jointEnded(view, { ...to, by }),
    'joint answer over, after the deadline': cards.jointEnded({ ...view, state: 'closed' }, { ...to, by }),
  };
}

/** What was pressed on a card that is not true any more. */
function outdatedCases({ typed, to, view, mine }: Ground) {
  return {
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
  };
}

/** Cards of a joint answer, by what they say to whom, and what takes the place of those that are old. */
export function jointCases(typed: Typed, locale: Locale): Record<string, Message> {
  const ground = groundOf(typed, locale);
  return {
    ...askedCases(ground),
    ...senderCases(ground),
    ...changedCases(ground),
    ...outdatedCases(ground),
  };
}
