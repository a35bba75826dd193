import type { EventData } from '../events.ts';
import type { By, Expected, Telling } from '../frame/compared.ts';
import type { AppointmentRole } from './organisation.ts';

type Appointing = EventData<'representativeAppointed'>;
type OfPerson = EventData<'personRegistered'>;

/** Somebody may be the same for the same member again: each time is one of its own. */
export const appointmentId = (organisationId: string, role: AppointmentRole, fromAt: string): string =>
  `${organisationId} ${role} ${fromAt}`;

export function memberRegistered(expected: Expected, data: EventData<'memberRegistered'>, { at }: By): void {
  const { organisationId, name, kind } = data;
  expected.tell('organisation', organisationId, { name, kind, createdAt: at });
}

/** Ends those that are held still, by what they are, or by who holds them. */
function ends(expected: Expected, at: string, which: (id: string) => boolean): void {
  for (const { id } of expected.all('appointment'))
    if (which(id) && expected.said('appointment', id, 'untilAt') === null)
      expected.tell('appointment', id, { untilAt: at });
}

const appoints =
  (role: AppointmentRole): Telling<Appointing> =>
  (expected, { organisationId, personId, chair = false }, { at }) => {
    ends(expected, at, (id) => id.startsWith(`${organisationId} ${role} `));
    expected.tell('appointment', appointmentId(organisationId, role, at), { personId, chair, untilAt: null });
  };
export const representativeAppointed = appoints('representative');
export const deputyNamed = appoints('deputy');
export const contactNamed = appoints('contact');

/** Registered, back, or with another account: there, and of this member. */
export const isThere: Telling<OfPerson> = (expected, { personId, organisationId }) => {
  // Who is only of the secretariat has no place with a member that could be told.
  if (organisationId !== null) expected.tell('person', personId, { organisationId, leftAt: null });
};

/** With an account that was found or made somebody is there again, which these do not say. */
export function mayBeBack(expected: Expected, { personId }: OfPerson): void {
  const left = expected.said('person', personId, 'leftAt');
  if (left !== undefined && left !== null) expected.tell('person', personId, { leftAt: undefined });
}

export const personLeft: Telling<OfPerson> = (expected, { personId }, { at }) =>
  expected.tell('person', personId, { leftAt: at });

export function placeEnded(expected: Expected, { personId }: EventData<'placeEnded'>, by: By): void {
  expected.tell('person', personId, { leftAt: by.at });
  ends(expected, by.at, (id) => expected.said('appointment', id, 'personId') === personId);
}
