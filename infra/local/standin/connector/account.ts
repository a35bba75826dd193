import { WireError } from '../network/http.ts';
import type { Person } from '../state.ts';

/** Somebody as the Connector writes them. */
export function account(person: Person) {
  const [givenName = '', ...rest] = person.displayName.split(' ');
  return {
    id: person.mri,
    name: person.displayName,
    givenName,
    surname: rest.join(' '),
    email: person.email,
    userPrincipalName: person.email,
    tenantId: person.tenantId,
    userRole: person.guest ? 'guest' : 'user',
  };
}

export const notInRoster = () =>
  new WireError(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
