import { daysBetween, touchesJuly } from '../frame/calendar.ts';
import type { Finding } from '../frame/refusals.ts';
import { courseOf, type CaseKind } from '../case/kinds.ts';
import type { VersionKind } from '../case/version.ts';
import { isOpen, type HearingKind } from './hearing.ts';

/** Default length of a hearing, in calendar days (process: hearings). */
const defaultDays = 28;

/** What a hearing can be about: the proposal itself, or in a written round any document of the case. */
export const mayBeHeard = (kind: HearingKind, of: CaseKind, document: VersionKind): boolean =>
  kind === 'workingGroup' || kind === 'termsOfReference' || courseOf(of).heard.includes(document);

/** A hearing of the case, as the gates ask for it. */
export interface Held {
  id: string;
  kind: HearingKind;
  deadline: Date;
}

export const openOf = <H extends Held>(hearings: readonly H[], now: Date): H[] =>
  hearings.filter((one) => isOpen(one.deadline, now));

/**
 * Comments that wait for the secretariat's answer, in hearings that have closed: an open one stands in the way by itself, and
 * how many comments it has is sealed.
 */
export const unansweredOf = (
  hearings: readonly Held[],
  waiting: ReadonlyMap<string, number>,
  now: Date,
): number =>
  hearings.reduce((sum, one) => sum + (isOpen(one.deadline, now) ? 0 : (waiting.get(one.id) ?? 0)), 0);

/** What of a case a hearing depends on. */
export interface ToHear {
  kind: HearingKind;
  caseKind: CaseKind;
  /** The documents that it could be about; one, where that is chosen. */
  documents: readonly { kind: VersionKind }[];
  hearings: readonly Held[];
  /** By hearing. */
  waiting: ReadonlyMap<string, number>;
}

export interface OpeningFacts {
  kind: HearingKind;
  hasVersion: boolean;
  opensAt: Date;
  deadline: Date | null;
  internalHearings: number;
  openHearings: number;
  unanswered: number;
  parties: number;
  publicPage: boolean;
}

/** Outside parties and the public page come with the industry hearing; until then its gate stays shut. */
const withoutParties = { parties: 0, publicPage: false };

export const openingFacts = (
  { kind, caseKind, documents, hearings, waiting }: ToHear,
  now: Date,
): Omit<OpeningFacts, 'deadline'> => ({
  kind,
  hasVersion: documents.some((one) => mayBeHeard(kind, caseKind, one.kind)),
  opensAt: now,
  internalHearings: hearings.filter((one) => one.kind === 'internal').length,
  openHearings: openOf(hearings, now).length,
  unanswered: unansweredOf(hearings, waiting, now),
  ...withoutParties,
});

/** Gate "open a hearing" (process: gates). The length is judged only when a deadline is known. */
export function openingGate(facts: OpeningFacts): Finding[] {
  const findings: Finding[] = [];
  const hard = (code: Finding['code'], params?: Finding['params']) =>
    findings.push({ code, passable: false, ...(params && { params }) });
  if (!facts.hasVersion) hard('versionMissing');
  if (facts.kind === 'industry') {
    if (facts.internalHearings === 0) hard('internalHearingMissing');
    if (facts.openHearings > 0) hard('hearingStillOpen');
    if (facts.unanswered > 0) hard('commentsUnanswered', { count: facts.unanswered });
    if (facts.parties === 0) hard('partiesMissing');
    if (!facts.publicPage) hard('publicPageMissing');
  }
  if (facts.deadline) {
    const days = daysBetween(facts.opensAt, facts.deadline);
    if (days < defaultDays)
      findings.push({ code: 'shortHearing', passable: true, params: { days, least: defaultDays } });
    if (touchesJuly(facts.opensAt, facts.deadline)) findings.push({ code: 'acrossJuly', passable: true });
  }
  return findings;
}
