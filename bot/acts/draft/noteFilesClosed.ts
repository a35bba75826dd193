// Who may: the platform only, when SharePoint has done it. Changes: nothing itself; the trail says that somebody who left can no
// longer read the copies of files they were let into. Refuses: everybody else. A repeat: says it once more.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { personById } from '../../store/people/people.ts';
import { act } from '../frame/act.ts';

export const noteFilesClosed = act({
  name: 'noteFilesClosed',
  may: systemOnly,
  about: { personId: z.string() },
  load: async ({ trx, about }) => (await personById(trx, about.personId)) ?? refuse('notFound'),
  async apply({ id: personId, organisationId }, { record }) {
    record(registerCase, 'filesClosed', { personId, organisationId });
    return { personId };
  },
});
