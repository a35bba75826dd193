import { event } from '../frame/event.ts';
import type { AppointmentRole, OrganisationKind } from './organisation.ts';

interface OfPerson {
  personId: string;
  /** Null: of no member organisation. */
  organisationId: string | null;
}
interface Appointment {
  organisationId: string;
  personId: string;
  chair?: boolean;
}

export const peopleEvents = {
  memberRegistered: event<{ organisationId: string; name: string; kind: OrganisationKind }>()(
    'event.memberRegistered',
    'members',
    'never',
    'records',
  ),
  personRegistered: event<OfPerson>()('event.personRegistered', 'members', 'never', 'records'),
  representativeAppointed: event<Appointment>()(
    'event.representativeAppointed',
    'members',
    'never',
    'records',
  ),
  deputyNamed: event<Appointment>()('event.deputyNamed', 'members', 'never', 'records'),
  contactNamed: event<Appointment>()('event.contactNamed', 'members', 'never', 'records'),
  accountLinked: event<OfPerson>()('event.accountLinked', 'secretariat', 'never', 'records'),
  personLeft: event<OfPerson>()('event.personLeft', 'members', 'never', 'records'),
  placeEnded: event<OfPerson & { roles: AppointmentRole[]; groups: string[]; reason?: string }>()(
    'event.placeEnded',
    'members',
    'never',
    'records',
  ),
  personReturned: event<OfPerson>()('event.personReturned', 'members', 'never', 'records'),
  secretariatJoined: event<{ personId: string }>()('event.secretariatJoined', 'members', 'never', 'nothing'),
  secretariatLeft: event<{ personId: string }>()('event.secretariatLeft', 'members', 'never', 'nothing'),
};
