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
}

/** Who answers for an organisation: its contact, or its representative while no contact is named. */
export function answererOf<H extends Held>(held: H[], organisationId: string): H | null {
  const own = held.filter((one) => one.organisationId === organisationId);
  return (
    own.find((one) => one.role === 'contact') ?? own.find((one) => one.role === 'representative') ?? null
  );
}
