// Who may: the secretariat. Changes: nothing itself; one kind of call to Graph is made soon, and how it went is shown.
// Refuses: a kind that would change something for others. A repeat: tries once more.
import { z } from 'zod';
import { testableCalls } from '../../process/reach/graphCalls.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { act } from '../frame/act.ts';

export const testConnection = act({
  name: 'testConnection',
  may: secretariat,
  about: { call: z.enum(testableCalls) },
  later: ['call'],
  async apply(_, { about: { call }, enqueue, record }) {
    record(registerCase, 'connectionTested', { call });
    enqueue('testConnection', { call });
    return { asked: true };
  },
});
