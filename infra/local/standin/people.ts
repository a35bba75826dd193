import type { Person } from './state.ts';
import type { World } from './world.ts';

type NewPerson = {
  objectId: string;
  displayName: string;
  email: string;
  tenantId?: string;
  guest?: boolean;
  posts?: string[];
};

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
