import { isContact, lateWay, maySubmit, mayWrite, type Standing } from '../../process/hearing/changing.ts';
import { isOpen } from '../../process/hearing/hearing.ts';
import { decisionsOpen, proposalState } from '../../process/hearing/joint.ts';
import { proposalsIn, wordsOf, type Proposal } from '../../store/hearing/joint.ts';
import type { AnswerRow, HearingRow } from '../../store/schema.ts';
import { commentShown } from './comments.ts';
import type { Viewing } from '../frame/context.ts';
import type { ProposalView, ProposedView } from './shapes.ts';

/**
 * Whom an organisation answers together with: those who are bound. While answers are sealed, one that accepted is told
 * of the sender alone, since who else did is the sender's to know.
 */
export function jointWith(
  answers: Map<string, AnswerRow>,
  organisationId: string,
  sealed: boolean,
): string[] {
  const senderId = answers.get(organisationId)?.senderId ?? organisationId;
  if (!answers.has(organisationId)) return [];
  if (sealed && senderId !== organisationId) return [senderId];
  const bound = [...answers.values()].filter((one) => one.senderId === senderId);
  return [...new Set([senderId, ...bound.map((one) => one.organisationId)])].filter(
    (one) => one !== organisationId,
  );
}

type Names = Map<string, string>;
const named = (id: string, names: Names) => ({ id, name: names.get(id) ?? '' });

/** Whom the sender asked, and what each said: the sender's to know, and the secretariat's. */
export const proposedBy = (all: Proposal[], senderId: string, names: Names): ProposedView[] =>
  all
    .filter((one) => one.senderId === senderId)
    .map((one) => ({
      ...named(one.organisationId, names),
      state: proposalState(one),
      fell: one.fellAt !== null,
    }));

/** How much of the sender's comments is shown. */
export const wholeWords = 10_000;

async function wordsFor(context: Viewing, hearing: HearingRow, senderId: string, most: number) {
  const said = await wordsOf(context.db, hearing.id, senderId);
  if (!said) return null;
  const { position, reservation, comments, fingerprint } = said;
  return {
    position,
    reservation,
    seen: fingerprint,
    comments: comments.slice(0, most).map((row) => commentShown(row, hearing, false)),
    commentCount: comments.length,
  };
}

interface Asked {
  organisationId: string;
  standing: Standing;
  names: Names;
  all: Proposal[];
  most: number;
}

/** Who has proposed a joint answer to the reader's organisation; with its words, to whoever decides. */
export async function proposalsFor(
  context: Viewing,
  hearing: HearingRow,
  { organisationId, standing, names, all, most }: Asked,
): Promise<ProposalView[]> {
  const { reader, now } = context;
  const mine = all.filter((one) => one.organisationId === organisationId);
  const { deadline } = hearing;
  const shownTo = isContact(standing, reader);
  return Promise.all(
    mine.map(async (one) => {
      const decisions = decisionsOpen({ standing, deadline, proposal: one }, reader, now);
      return {
        organisationId: one.senderId,
        organisationName: one.senderName,
        state: proposalState(one),
        askedAt: one.askedAt?.toISOString() ?? null,
        decidedAt: ((one.bound ? standing.submittedAt : one.declinedAt) ?? null)?.toISOString() ?? null,
        fell: one.fellAt !== null,
        afterNo: one.saidNoAt !== null,
        lateYes: decisions.accept && !isOpen(deadline, now),
        decisions,
        others: all
          .filter((other) => other.senderId === one.senderId && other.organisationId !== organisationId)
          .map((other) => named(other.organisationId, names)),
        answer: shownTo ? await wordsFor(context, hearing, one.senderId, most) : null,
      };
    }),
  );
}

/** Whose joint answer is the organisation's; null: nobody's. */
const joinedTo = (proposals: ProposalView[]): string | null =>
  proposals.find(({ state }) => state === 'accepted')?.organisationName ?? null;

interface Place {
  organisationId: string;
  standing: Parameters<typeof maySubmit>[0]['standing'];
  drafts: number;
}

/** What one of its people may do for the organisation, by the rules that its acts ask. */
export const personalIn = (
  { reader, now }: Viewing,
  { deadline }: HearingRow,
  { organisationId, standing, drafts }: Place,
) => ({
  isContact: isContact(standing, reader),
  writes: mayWrite({ standing, deadline }, reader, now) === null,
  submits: maySubmit({ organisationId, standing, drafts, deadline }, reader, now) === null,
});

/** And what is so for all of them. */
export const placeOf = ({ organisationId, standing }: Place, proposals: ProposalView[]) => ({
  contactName: standing.contactName,
  lateWay: lateWay(standing, organisationId),
  joinedTo: joinedTo(proposals),
});

export { proposalsIn };
