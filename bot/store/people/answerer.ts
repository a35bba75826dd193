import { answeringRoles } from '../../process/people/organisation.ts';
import { stillThere } from './there.ts';

const inOrder = `array[${answeringRoles.map((role) => `'${role}'`).join(', ')}]`;

/** Who answers for the organisation `k.organisation_id`, as `p`. The same rule as `answererOf` in process/organisation. */
export const joinAnswerer = `
  left join lateral (
    select held.person_id from appointment held join person here on here.id = held.person_id
    where held.organisation_id = k.organisation_id and held.until_at is null and held.role = any(${inOrder})
      and ${stillThere('here', 'held')}
    order by array_position(${inOrder}, held.role) limit 1
  ) c on true
  left join person p on p.id = c.person_id`;
