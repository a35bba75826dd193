// Who may: everyone, for themselves; the secretariat for anyone, when an address has got about. Changes: the address of the own calendar; the old one leads nowhere from now on.
// Refuses: another's, to all but the secretariat. A repeat with the same key: the same address.
import { refuse } from '../../process/frame/refusals.ts';
import { anyone, secretariat } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { renewFeed } from '../../store/scheduling/feeds.ts';
import { personById } from '../../store/people/people.ts';
import { act, personOf } from '../frame/act.ts';
import { id, optional } from '../frame/input.ts';

export const renewCalendarLink = act({
  name: 'renewCalendarLink',
  may: anyone,
  about: { personId: optional(id) },
  async load({ trx, doer, about }) {
    const own = personOf(doer);
    const wanted = about.personId ?? own;
    const person = wanted ? await personById(trx, wanted) : null;
    return person ? { personId: person.id, own: person.id === own } : refuse('notFound');
  },
  open: ({ own }, { doer }) => (own ? null : secretariat(doer)),
  async apply({ personId }, { trx, record }) {
    await renewFeed(trx, personId);
    record(registerCase, 'calendarLinkRenewed', { personId });
    return { renewed: true };
  },
});
