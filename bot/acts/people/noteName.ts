// Who may: the platform only, from a verified token. Changes: what one of the secretariat's people is called.
// Refuses: everybody else. A repeat: the same name is a success.
import { z } from 'zod';
import { systemOnly } from '../../process/frame/roles.ts';
import { renameSecretariat } from '../../store/people/people.ts';
import { oldAct } from '../frame/oldAct.ts';
import { id, words } from '../frame/input.ts';

export const noteName = oldAct({
  name: 'noteName',
  may: systemOnly,
  input: z.object({ personId: id, displayName: words(200) }),
  load: async () => null,
  decide: () => null,
  async apply(_, { trx, input }) {
    await renameSecretariat(trx, input.personId, input.displayName);
    return { personId: input.personId };
  },
});
