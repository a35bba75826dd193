import { refuse, refuseCloser, type Refusal } from '../frame/refusals.ts';

/** Member organisations today: municipalities, regions, ministries, utilities, university colleges. */
export const organisationKinds = [
  'municipality',
  'region',
  'state',
  'utility',
  'education',
  'other',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];
export const fields = ['environment', 'procurement'] as const;
export type Field = (typeof fields)[number];
/** The three things a person can be for their organisation. One each at a time. */
export const appointmentRoles = ['representative', 'deputy', 'contact'] as const;
export type AppointmentRole = (typeof appointmentRoles)[number];

interface Held {
  organisationId: string;
  role: AppointmentRole;
  personId: string;
  /** Is no longer there: has left, or is of another organisation now. */
  left: boolean;
}

/** Who may answer for an organisation, the first of them that is there: a deputy stands in for the representative. */
export const answeringRoles = ['contact', 'representative', 'deputy'] as const satisfies AppointmentRole[];

const holderOf = <H extends Held>(held: H[], organisationId: string, role: AppointmentRole): H | null =>
  held.find((one) => one.organisationId === organisationId && one.role === role && !one.left) ?? null;

/** Who answers for an organisation now; null: nobody who is there. */
export function answererOf<H extends Held>(held: H[], organisationId: string): H | null {
  for (const role of answeringRoles) {
    const holder = holderOf(held, organisationId, role);
    if (holder) return holder;
  }
  return null;
}

/** Who holds an organisation's seat now; null: nobody who is there. */
export const representativeOf = <H extends Held>(held: H[], organisationId: string): H | null =>
  holderOf(held, organisationId, 'representative');

/**
 * Whether a member's seat stands empty: somebody held it once, and nobody who is there does. It stands here for the store,
 * which looks for such members by rows.
 */
export const isVacant = <H extends Held>(held: H[], organisationId: string, everHeld: boolean): boolean =>
  everHeld && representativeOf(held, organisationId) === null;

/** Why somebody may not answer for their organisation: another does, or nobody who is there can. */
export const notAnswerer = (organisation: string, contact: string | null): Refusal =>
  contact === null
    ? refuseCloser('notContact', 'nobody', { organisation })
    : refuse('notContact', { contact, organisation });
