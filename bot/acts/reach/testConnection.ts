// Who may: the secretariat. Changes: nothing itself; one kind of call to Graph is made soon, and how it went is shown.
// Refuses: a kind that would change something for others. A repeat: tries once more.
import { z } from 'zod';
import { testableCalls } from '../../process/reach/graphCalls.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { oldAct } from '../frame/oldAct.ts';

export const testConnection = oldAct({
  name: 'testConnection',
  may: secretariat,
  input: z.object({ call: z.enum(testableCalls) }),
  load: async () => ({}),
  decide: () => null,
  async apply(_, { input: { call }, enqueue, record }) {
    record(registerCase, 'connectionTested', { call });
    enqueue('testConnection', { call });
    return { asked: true };
  },
});
