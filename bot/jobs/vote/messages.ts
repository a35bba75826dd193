import {
  ballotRecorded,
  leftOpenSettled,
  seatReplaced,
  voteCard,
  voteLeftOpen,
  voteResult,
  type Message,
  type Reader,
} from '../../cards/index.ts';
import { anchorShown } from '../../views/case/anchors.ts';
import type { Viewing } from '../../views/frame/context.ts';
import type { VoteView } from '../../views/vote/shapes.ts';
import { voteView } from '../../views/vote/vote.ts';
import { toReader, said, type Addressed, type Composing, type Making, type Said } from '../frame/making.ts';

type ToVote = Reader & { audience: 'mine' | 'shared'; asOf: Date };

async function voteFor(context: Viewing, { about, personId }: Addressed, tab: string) {
  const view = await voteView(context, { id: about.id, light: true });
  const audience = personId ? ('mine' as const) : ('shared' as const);
  return { view, to: { ...toReader(context, tab), audience, asOf: context.now } };
}

const telling = (
  words: (view: VoteView, to: ToVote) => Message | null | Promise<Message | null>,
): Making => ({
  async make(context, delivery, tab) {
    const { view, to } = await voteFor(context, delivery, tab);
    return said(await words(view, to));
  },
});

/** The card says when its count was so: of two that differ in nothing else, neither is put in the other's place. */
async function ballotCard(context: Viewing, delivery: Addressed, tab: string): Promise<Said> {
  const { view, to } = await voteFor(context, delivery, tab);
  if (delivery.personId)
    return view.state === 'closed' ? { cancelled: 'over' } : { message: voteCard(view, to) };
  const timeless = voteCard(view, { ...to, asOf: new Date(view.openedAt) });
  return { message: voteCard(view, to), timeless };
}

/** What asked somebody to close a vote, once it is closed, or the meeting goes on. */
async function leftOpenNow(context: Viewing, delivery: Addressed, tab: string): Promise<Message | null> {
  const { view, to } = await voteFor(context, delivery, tab);
  return view.meetingOverAt ? null : leftOpenSettled(view, to);
}

/** The result goes out with the head that it stands under; a rehearsal decides nothing, and needs none. */
const anchored = async (view: VoteView, { headOf }: Composing): Promise<VoteView> =>
  view.rehearsal || view.anchor ? view : { ...view, anchor: anchorShown(await headOf(view.id)) };

export const voteMessages = (composing: Composing) =>
  ({
    voteOpened: { make: ballotCard },
    voteResult: telling(async (view, { locale, links: { tab } }) => {
      const links = { tab, heads: composing.headsLink };
      return voteResult(await anchored(view, composing), { locale, links });
    }),
    ballotRecorded: telling((view, to) => (view.state === 'closed' ? null : ballotRecorded(view, to))),
    // Back in the seat before it was sent: there is nothing to say any more.
    seatReplaced: telling((view, to) =>
      view.state === 'open' && view.mine?.why ? seatReplaced(view, to) : null,
    ),
    // Closed meanwhile, or the meeting goes on.
    voteLeftOpen: {
      ...telling((view, to) => (view.meetingOverAt ? voteLeftOpen(view, to) : null)),
      now: leftOpenNow,
    },
  }) satisfies Record<string, Making>;
