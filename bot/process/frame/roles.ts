import { refuse, type Refusal } from './refusals.ts';

/** Whoever acts, as the register knows them; built from a verified token or activity, never from a body. */
export interface Actor {
  personId: string;
  displayName: string;
  organisationId: string | null;
  secretariat: boolean;
  /** A representative who chairs the steering group. */
  chair: boolean;
  locale: 'da' | 'en';
}

/** The clock and the platform act too (a meeting that Teams says has started); they are nobody's person. */
export type Doer = Actor | 'system';

export type Guard = (doer: Doer) => Refusal | null;

interface Placed {
  organisationId: string | null;
  leftAt: Date | null;
}

/** Of a member, and still in the team; the store asks it of rows. */
export const isOfMember = ({ organisationId, leftAt }: Placed): boolean =>
  organisationId !== null && leftAt === null;

/** Of a member, or of the secretariat; others are let in nowhere. */
export const isSomebody = (one: Placed & { secretariat: boolean }): boolean =>
  one.secretariat || isOfMember(one);

export const isSecretariat = (doer: Doer): boolean => doer === 'system' || doer.secretariat;
export const organisationOf = (doer: Doer): string | null => (doer === 'system' ? null : doer.organisationId);

export const secretariat: Guard = (doer) => (isSecretariat(doer) ? null : refuse('secretariatOnly'));
/** Who opens and closes sessions and votes. */
export const runsMeetings = (doer: Doer): boolean => isSecretariat(doer) || (doer as Actor).chair;
export const secretariatOrChair: Guard = (doer) => (runsMeetings(doer) ? null : refuse('secretariatOrChair'));
export const chair: Guard = (doer) => (doer !== 'system' && doer.chair ? null : refuse('chairOnly'));
export const anyone: Guard = () => null;
/** Someone who belongs to a member organisation, or the secretariat. */
export const member: Guard = (doer) =>
  isSecretariat(doer) || organisationOf(doer) ? null : refuse('notRegistered');
/** What only the platform or the clock reports, never a person: the compiler tells such an act from all others by its guard. */
export const systemOnly: Guard & { ofSystem: true } = Object.assign(
  (doer: Doer) => (doer === 'system' ? null : refuse('unknownAct')),
  { ofSystem: true as const },
);
