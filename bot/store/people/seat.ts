/**
 * Who represents the organisation of the seat `e` now, as `rep`. A vote freezes organisations and deputies when it opens;
 * the representative is the register's at each click (process: the vote).
 */
export const joinRepresentative = `
  left join appointment rep on rep.organisation_id = e.organisation_id and rep.role = 'representative'
    and rep.until_at is null`;

/** Who were the representative while the vote `v` was open, as `was`. */
export const fromFormer = `
  from appointment was where was.organisation_id = e.organisation_id and was.role = 'representative'
    and was.until_at >= v.opened_at`;

/** Whether the person was the representative while the vote `v` was open, and is not now. */
export const wasRepresentative = (person: string): string =>
  `exists (select ${fromFormer} and was.person_id = ${person}) and rep.person_id is distinct from ${person}`;

const named = (person: string): string => `
  case when ${person}.id is not null then jsonb_build_object('personId', ${person}.id, 'objectId', ${person}.object_id,
    'organisationId', ${person}.organisation_id, 'left', ${person}.left_at is not null) end`;

/** Those who are named for the seat `e`, as the rule of who may act for it asks for them (`process/vote/seat`). */
export const selectNamed = `${named('r')} as representative, ${named('d')} as deputy`;
export const joinNamed = `${joinRepresentative}
  left join person r on r.id = rep.person_id
  left join person d on d.id = e.deputy_id`;
