/**
 * Who answers for the organisation `k.organisation_id`, as `p`: its contact, or its representative while no
 * contact is named. The same rule as `answererOf` in process/organisation.
 */
export const joinAnswerer = `
  left join lateral (
    select person_id from appointment
    where organisation_id = k.organisation_id and until_at is null and role in ('contact', 'representative')
    order by role limit 1
  ) c on true
  left join person p on p.id = c.person_id`;
