import type { Invitation } from '@microsoft/microsoft-graph-types';
import { randomUUID } from 'node:crypto';
import { WireError, type Call, type Reply, type Route } from '../network/http.ts';
import { addPerson, personAt } from '../people/people.ts';
import type { World } from '../world.ts';
import { context } from './odata.ts';
import type { Serve } from './serve.ts';
import { userOf } from './users.ts';

const refused = (message: string) => new WireError(400, 'BadRequest', message);

function mailInvitation(
  world: World,
  { invitedUserMessageInfo, inviteRedirectUrl }: Invitation,
  to: string,
): void {
  world.state.mails.push({
    id: randomUUID(),
    at: world.now(),
    from: 'invites@host.example',
    to: [{ name: '', address: to }],
    subject: 'Invitation',
    contentType: 'text',
    content: `${invitedUserMessageInfo?.customizedMessageBody ?? ''}\n${inviteRedirectUrl}`.trim(),
    replyTo: [],
  });
  world.changed({ kind: 'mail' });
}

/** A guest from another organisation; who is one already is invited again, as the same guest. */
async function invite(world: World, call: Call): Promise<Reply> {
  const told = await call.json<Invitation>();
  const email = told.invitedUserEmailAddress ?? '';
  if (!/^\S+@\S+$/.test(email)) throw refused('Invalid invited user email address.');
  if (!told.inviteRedirectUrl) throw refused('inviteRedirectUrl is required.');
  const known = personAt(world, email);
  if (known && !known.guest)
    throw refused(`The invited user already exists in the directory as object ID: ${known.objectId}.`);
  const displayName = told.invitedUserDisplayName ?? email;
  const guest = known ?? addPerson(world, { objectId: randomUUID(), displayName, email, guest: true });
  if (told.sendInvitationMessage) mailInvitation(world, told, email);
  const { id } = userOf(guest);
  const invitation: Invitation = {
    id: randomUUID(),
    invitedUserEmailAddress: email,
    invitedUserDisplayName: guest.displayName,
    invitedUserType: 'Guest',
    inviteRedirectUrl: told.inviteRedirectUrl,
    inviteRedeemUrl: `${world.address.origin}/?as=${guest.objectId}`,
    sendInvitationMessage: told.sendInvitationMessage ?? false,
    status: 'PendingAcceptance',
    invitedUser: { id },
  };
  return { status: 201, body: { '@odata.context': context('invitations/$entity'), ...invitation } };
}

export const invitationRoutes = (world: World, serve: Serve): Route[] => [
  serve('POST', '/invitations', { service: 'directory', any: ['User.Invite.All'] }, (call) =>
    invite(world, call),
  ),
];
