import type { Person } from '../state.ts';
import { GRAPH } from '../tokens.ts';
import type { World } from '../world.ts';

/** What a person may let this app do in their name: as declared in its registration. */
const declared = ['Calendars.ReadBasic'];
/** Who the person is, and more of the same token: asked for beside, and nobody's consent here. */
const alwaysGiven = ['openid', 'profile', 'offline_access', 'email'];

/** The permissions of Graph in a list of scopes; null when there is one that the app has not declared, or none. */
export function asked(list: string | null): string[] | null {
  const names = (list ?? '')
    .split(' ')
    .filter((one) => one !== '' && !alwaysGiven.includes(one))
    .map((one) => one.replace(`${GRAPH}/`, ''));
  return names.length > 0 && names.every((one) => declared.includes(one)) ? names : null;
}

export const hasConsented = (world: World, { objectId }: Person, scopes: string[]): boolean =>
  scopes.every((one) => world.state.consents[objectId]?.includes(one));

export function consent(world: World, { objectId }: Person, scopes: string[]): void {
  world.state.consents[objectId] = [...new Set([...(world.state.consents[objectId] ?? []), ...scopes])];
  world.store.changed();
}
