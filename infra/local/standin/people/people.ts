import type { Person } from '../state.ts';
import type { World } from '../world.ts';

type NewPerson = {
  objectId: string;
  displayName: string;
  email: string;
  tenantId?: string;
  guest?: boolean;
  posts?: string[];
};

/** Neither Exchange nor Entra tells capitals in an address apart. */
export const sameAddress = (one: string | null | undefined, other: string): boolean =>
  one?.toLowerCase() === other.toLowerCase();

export const personAt = (world: World, address: string): Person | undefined =>
  Object.values(world.state.people).find(({ email }) => sameAddress(email, address));

export function addPerson(world: World, said: NewPerson): Person {
  const { objectId, displayName, email } = said;
  const person: Person = {
    objectId,
    displayName,
    email,
    tenantId: said.tenantId ?? world.options.tenantId,
    guest: said.guest ?? false,
    posts: said.posts ?? [],
    mri: world.mri(objectId),
  };
  world.state.people[objectId] = person;
  world.changed({ kind: 'people' });
  return person;
}
