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
  ),
  personRegistered: event<OfPerson>()('event.personRegistered', 'members', 'never'),
  representativeAppointed: event<Appointment>()('event.representativeAppointed', 'members', 'never'),
  deputyNamed: event<Appointment>()('event.deputyNamed', 'members', 'never'),
  contactNamed: event<Appointment>()('event.contactNamed', 'members', 'never'),
  accountLinked: event<OfPerson>()('event.accountLinked', 'secretariat', 'never'),
  personLeft: event<OfPerson>()('event.personLeft', 'members', 'never'),
  placeEnded: event<OfPerson & { roles: AppointmentRole[]; groups: string[]; reason?: string }>()(
    'event.placeEnded',
    'members',
    'never',
  ),
  personReturned: event<OfPerson>()('event.personReturned', 'members', 'never'),
  secretariatJoined: event<{ personId: string }>()('event.secretariatJoined', 'members', 'never'),
  secretariatLeft: event<{ personId: string }>()('event.secretariatLeft', 'members', 'never'),
};
