/** `isSomebody` of process/roles, asked of a person's row. */
export const somebody = (person: string): string =>
  `(${person}.secretariat or (${person}.organisation_id is not null and ${person}.left_at is null))`;

/** Whether a person is still there for the organisation that an appointment is of. */
export const stillThere = (person: string, appointment: string): string =>
  `(${person}.left_at is null and ${person}.organisation_id = ${appointment}.organisation_id)`;
