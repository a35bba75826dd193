import { jointDecided, jointEnded, jointProposal, type Message, type Reader } from '../../cards/index.ts';
import type { Db } from '../../store/frame/database.ts';
import { organisationById } from '../../store/people/people.ts';
import type { HearingView } from '../../views/hearing/shapes.ts';
import type { Said } from '../frame/making.ts';

export type JointKind = 'jointProposed' | 'jointDecided' | 'jointEnded';

/** What is said of a joint answer: about whom, of when, and what. What is no longer so is not said. */
export async function jointMessage(
  db: Db,
  kind: JointKind,
  { view, occasion, to }: { view: HearingView; occasion: string; to: Reader },
): Promise<Said> {
  const [about = '', at = '', what] = occasion.split(' ');
  const { mine } = view;
  if (!mine) return { cancelled: 'over' };
  const proposal = mine.proposals.find((one) => one.organisationId === about);
  if (kind === 'jointProposed') {
    // Asked anew meanwhile, about other words, or no longer the one who decides.
    if (!proposal?.answer || (proposal.askedAt ?? '') > at) return { cancelled: 'over' };
    if (proposal.state !== 'waiting') return { cancelled: 'answered' };
    // Too late to be asked; whose yes fell must know it all the same.
    if (view.state === 'closed' && !proposal.fell) return { cancelled: 'over' };
    return { message: jointProposal(view, proposal, to) };
  }
  if (kind === 'jointEnded') {
    const by = (await organisationById(db, about))?.name ?? '';
    return proposal ? { cancelled: 'over' } : { message: jointEnded(view, { ...to, by }) };
  }
  const named = mine.answer.proposed.find((one) => one.id === about);
  if (!named || named.state !== what || named.state === 'waiting') return { cancelled: 'over' };
  return { message: jointDecided(view, { ...to, organisation: named.name, state: named.state }) };
}

interface Settling {
  view: HearingView;
  occasion: string;
  to: Reader;
}

/** A proposal's card, whichever way it went since; also an older one about it. Null: its reader no longer decides on it. */
export async function settledProposal(db: Db, { view, occasion, to }: Settling): Promise<Message | null> {
  const [about = ''] = occasion.split(' ');
  const proposal = view.mine?.proposals.find((one) => one.organisationId === about);
  if (!proposal) {
    const by = (await organisationById(db, about))?.name ?? '';
    return jointEnded(view, { ...to, by });
  }
  return proposal.answer ? jointProposal(view, proposal, to) : null;
}

/** What the sender was told that one it named had decided: whether that one is in its answer now. */
export async function settledDecision(db: Db, { view, occasion, to }: Settling): Promise<Message | null> {
  const [about = ''] = occasion.split(' ');
  if (!view.mine) return null;
  const named = view.mine.answer.proposed.find((one) => one.id === about);
  const organisation = named?.name ?? (await organisationById(db, about))?.name ?? '';
  const state = named?.state === 'accepted' ? 'accepted' : 'declined';
  return jointDecided(view, { ...to, organisation, state });
}
