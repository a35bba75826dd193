// Who may: everyone, for themselves; the secretariat for anyone, when an address has got about. Changes: the address of the own calendar; the old one leads nowhere from now on.
// Refuses: another's, to all but the secretariat. A repeat with the same key: the same address.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { anyone, secretariat } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { renewFeed } from '../../store/scheduling/feeds.ts';
import { personById } from '../../store/people/people.ts';
import { personOf } from '../frame/act.ts';
import { oldAct } from '../frame/oldAct.ts';
import { id, optional } from '../frame/input.ts';

export const renewCalendarLink = oldAct({
  name: 'renewCalendarLink',
  may: anyone,
  input: z.object({ personId: optional(id) }),
  async load({ trx, doer, input }) {
    const own = personOf(doer);
    const wanted = input.personId ?? own;
    const person = wanted ? await personById(trx, wanted) : null;
    return person ? { personId: person.id, own: person.id === own } : refuse('notFound');
  },
  decide: ({ own }, { doer }) => (own ? null : secretariat(doer)),
  async apply({ personId }, { trx, record }) {
    await renewFeed(trx, personId);
    record(registerCase, 'calendarLinkRenewed', { personId });
    return { renewed: true };
  },
});
