/** Whether a person is still there for the organisation that an appointment is of. */
export const stillThere = (person: string, appointment: string): string =>
  `(${person}.left_at is null and ${person}.organisation_id = ${appointment}.organisation_id)`;

/** Whether a person chairs the steering group now: as a member's representative, and while they are still there for it. */
export const chairs = (person: string): string => `exists (
  select from appointment seat where seat.person_id = ${person}.id and seat.role = 'representative' and seat.chair
    and seat.until_at is null and ${stillThere(person, 'seat')})`;
