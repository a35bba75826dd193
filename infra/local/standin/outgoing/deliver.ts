import { WireError } from '../network/http.ts';
import type { World } from '../world.ts';

export type Delivered = { status: number; body: unknown };
/** One channel token serves for most of its hour, as Teams' own do. */
const cached = new WeakMap<World, { token: string; until: number; origin: string }>();

async function channelToken(world: World): Promise<string> {
  const known = cached.get(world);
  if (known && known.until > Date.now() && known.origin === world.address.origin) return known.token;
  const token = await world.tokens.channel();
  cached.set(world, { token, until: Date.now() + 50 * 60_000, origin: world.address.origin });
  return token;
}

/** At the app's door, as Teams' channel comes. */
export async function deliver(world: World, activity: object): Promise<Delivered> {
  if (!world.address.appUrl) throw new WireError(503, 'NoApp', 'The app is not known yet');
  const response = await fetch(`${world.address.appUrl}/api/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await channelToken(world)}`,
    },
    body: JSON.stringify(activity),
  }).catch((error: unknown) => {
    throw new WireError(502, 'AppUnreachable', `The app does not answer: ${String(error)}`);
  });
  const text = await response.text();
  try {
    return { status: response.status, body: text ? JSON.parse(text) : null };
  } catch {
    return { status: response.status, body: text };
  }
}
