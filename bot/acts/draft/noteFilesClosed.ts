// Who may: the platform only, when SharePoint has done it. Changes: nothing itself; the trail says that somebody who left can no
// longer read the copies of files they were let into. Refuses: everybody else. A repeat: says it once more.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { personById } from '../../store/people/people.ts';
import { oldAct } from '../frame/oldAct.ts';

export const noteFilesClosed = oldAct({
  name: 'noteFilesClosed',
  may: systemOnly,
  input: z.object({ personId: z.string() }),
  load: async ({ trx, input }) => (await personById(trx, input.personId)) ?? refuse('notFound'),
  decide: () => null,
  async apply({ id: personId, organisationId }, { record }) {
    record(registerCase, 'filesClosed', { personId, organisationId });
    return { personId };
  },
});
