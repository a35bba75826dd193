import type { AppointmentRole, Field, OrganisationKind } from '../../process/people/organisation.ts';

export interface OrganisationRow {
  id: string;
  name: string;
  kind: OrganisationKind;
  joined: string | null;
  createdAt: Date;
}
export interface PersonRow {
  id: string;
  organisationId: string | null;
  displayName: string;
  email: string;
  /** Whose object id it is: Entra numbers people within a tenant. */
  tenantId: string | null;
  objectId: string | null;
  fields: Field[];
  locale: 'da' | 'en';
  secretariat: boolean;
  createdAt: Date;
  /** Left the host team. */
  leftAt: Date | null;
}
export interface AppointmentRow {
  organisationId: string;
  role: AppointmentRole;
  personId: string;
  chair: boolean;
  fromAt: Date;
  untilAt: Date | null;
}
