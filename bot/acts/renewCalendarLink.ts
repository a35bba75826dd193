// Who may: everyone, for themselves. Changes: the address of the own calendar; the old one leads nowhere from now on.
// Refuses: nobody. A repeat with the same key: the same address.
import { z } from 'zod';
import { refuse } from '../process/refusals.ts';
import { anyone } from '../process/roles.ts';
import { registerCase } from '../process/trail.ts';
import { renewFeed } from '../store/feeds.ts';
import { act, personOf } from './act.ts';

export const renewCalendarLink = act({
  name: 'renewCalendarLink',
  may: anyone,
  input: z.object({}),
  load: async ({ doer }) => {
    const personId = personOf(doer);
    return personId ? { personId } : refuse('notRegistered');
  },
  decide: () => null,
  async apply({ personId }, { trx, record }) {
    await renewFeed(trx, personId);
    record(registerCase, 'calendarLinkRenewed', { personId });
    return { renewed: true };
  },
});
