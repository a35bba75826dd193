/** `isOfMember` of process/roles, asked of a person's row. */
export const ofMember = (person: string): string =>
  `(${person}.organisation_id is not null and ${person}.left_at is null)`;

/** `isSomebody`, likewise. */
export const somebody = (person: string): string => `(${person}.secretariat or ${ofMember(person)})`;

/**
 * Whether the secretariat ended a person's place, and has not given another since. Who has left by Entra's word comes back by
 * it; a place that was ended is given again by registering alone.
 */
export const placeEnded = (person: string): string => `(${person}.left_at is not null and exists (
  select from event e where e.case_id = 'register' and e.type = 'placeEnded' and e.data->>'personId' = ${person}.id::text
    and e.at >= ${person}.left_at))`;
