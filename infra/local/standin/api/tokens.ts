import { z } from 'zod';
import type { Route } from '../network/http.ts';
import type { World } from '../world.ts';
import { objectId, route, told } from './route.ts';

const overrides = z
  .looseObject({
    kid: z.string().optional(),
    key: z.enum(['channel', 'entra', 'other']).optional(),
    alg: z.literal('none').optional(),
  })
  .optional();
const forPerson = z.object({ objectId, overrides });
const forChannel = z.object({ overrides });
const forApp = z.object({ audience: z.string(), overrides });

/** Tokens as Teams, its channel and Entra make them, good or forged as told. */
export function tokenRoutes({ tokens, person }: World): Route[] {
  return [
    route('POST', '/token', async (call) => {
      const said = await told(call, forPerson);
      return { token: await tokens.user(person(said.objectId), said.overrides) };
    }),
    route('POST', '/bot-token', async (call) => {
      const said = await told(call, forChannel);
      return { token: await tokens.channel(said.overrides) };
    }),
    route('POST', '/app-token', async (call) => {
      const said = await told(call, forApp);
      return { token: await tokens.app(said.audience, said.overrides) };
    }),
  ];
}
