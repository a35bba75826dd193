import { refuse, type Refusal } from '../frame/refusals.ts';
import type { Doer } from '../frame/roles.ts';
import { notClosed, notTheAnswerer, type Standing as Answering } from './changing.ts';

/**
 * A joint answer. Its sender names others; each is asked, and is bound when its own contact accepts. Until then nothing
 * counts, locks or silences; what was accepted covers the words that were shown, and falls when they change.
 */
export const proposalStates = ['waiting', 'accepted', 'declined'] as const;
export type ProposalState = (typeof proposalStates)[number];

export interface ProposalFacts {
  /** The named organisation's answer is the sender's. */
  bound: boolean;
  declinedAt: Date | null;
}

export function proposalState({ bound, declinedAt }: ProposalFacts): ProposalState {
  if (bound) return 'accepted';
  return declinedAt ? 'declined' : 'waiting';
}

interface Proposed {
  senderId: string;
  senderName: string;
}

/** Which proposal is answered: the one there is, or the named one. */
export function chosenProposal<P extends Proposed>(all: P[], senderId: string | undefined): P | Refusal {
  const asked = senderId ? all.filter((one) => one.senderId === senderId) : all;
  if (asked.length > 1) return refuse('jointWhich', { organisations: asked.map((one) => one.senderName) });
  return asked[0] ?? refuse('noJointProposal');
}

/** Whoever decides has seen the words as they are now. */
export const sameWords = (seen: string | undefined, now: string, organisation: string): Refusal | null =>
  seen === undefined || seen === now ? null : refuse('jointChanged', { organisation });

/** What a change of the sender's does to one that was asked before. */
export type Consequence = 'ask' | 'askAgain' | 'end' | 'none';

interface Standing {
  named: boolean;
  /** By what the sender does this moment, and not by an answer that stood. */
  anew: boolean;
  /** The words it was asked about; null: it never was. */
  asked: string | null;
  declined: boolean;
  bound: boolean;
  words: string;
}

/** A no stands until whoever said it changes it, or the sender names it anew in an answer that says something else. */
export function consequenceOf({ named, anew, asked, declined, bound, words }: Standing): Consequence {
  if (!named) return asked !== null || bound ? 'end' : 'none';
  if (asked === words) return 'none';
  if (declined && !bound) return anew ? 'askAgain' : 'none';
  return asked === null && !bound ? 'ask' : 'askAgain';
}

/**
 * A yes that fell and could not be given again in time may still come, late, like a comment that was not submitted. Where
 * the organisation has an answer of its own, that one stands.
 */
const mayStillAccept = (
  { bound, declinedAt, fellAt }: ProposalFacts & { fellAt: Date | null },
  answered: boolean,
): boolean => !bound && !answered && declinedAt === null && fellAt !== null;

interface Deciding {
  standing: Answering;
  deadline: Date;
  /** Null while it is not known which. */
  proposal: (ProposalFacts & { fellAt: Date | null }) | null;
}

/** Whether somebody may say yes, or no, to a proposal now, and if not why. */
export function mayDecide(
  { standing, deadline, proposal }: Deciding,
  says: boolean,
  doer: Doer,
  now: Date,
): Refusal | null {
  const late = says && proposal !== null && mayStillAccept(proposal, standing.submittedAt !== null);
  return notTheAnswerer(standing, doer) ?? (late ? null : notClosed(deadline, doer, now));
}

/** What whoever decides may still say; what has been said is not asked for again. */
export function decisionsOpen(
  of: Deciding & { proposal: NonNullable<Deciding['proposal']> },
  doer: Doer,
  now: Date,
): { accept: boolean; decline: boolean } {
  const state = proposalState(of.proposal);
  return {
    accept: state !== 'accepted' && mayDecide(of, true, doer, now) === null,
    decline: state !== 'declined' && mayDecide(of, false, doer, now) === null,
  };
}
