import type { User } from '@microsoft/microsoft-graph-types';
import { WireError, type Call, type Reply, type Route } from '../network/http.ts';
import { sameAddress } from '../people/people.ts';
import type { Person } from '../state.ts';
import type { World } from '../world.ts';
import { context, onlyOptions, pick, selected, type Typed } from './odata.ts';
import type { Serve } from './serve.ts';

/** A guest signs in with the address from home, folded into a name of the host's. */
export const principalName = (person: Person): string =>
  person.guest ? `${person.email.replace('@', '_')}#EXT#@host.example` : person.email;

/** Graph gives these only to whoever names them in `$select`. */
export const onRequest = ['userType'];

export const userOf = (person: Person): Typed<User> => ({
  id: person.objectId,
  displayName: person.displayName,
  mail: person.email,
  userPrincipalName: principalName(person),
  userType: person.guest ? 'Guest' : 'Member',
});

export const missing = (id: string) =>
  new WireError(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

/** By object id, by principal name, and for whoever is at home here by mail address, which is the same. */
export function personBy(world: World, id: string): Person {
  const person = Object.values(world.state.people).find(
    (p) => p.objectId === id || sameAddress(p.email, id) || principalName(p) === id,
  );
  if (!person) throw missing(id);
  return person;
}

export function userRoutes(world: World, serve: Serve): Route[] {
  const read = (call: Call): Reply => {
    onlyOptions(call, '$select');
    const user = pick(userOf(personBy(world, call.part(0))), selected(call), onRequest);
    return { body: { '@odata.context': context('users/$entity'), ...user } };
  };
  return [serve('GET', '/users/([^/]+)', { service: 'directory', any: ['User.Read.All'] }, read)];
}
