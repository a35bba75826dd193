import { WireError } from '../network/http.ts';
import type { Caller } from '../keys.ts';

/** What an administrator is asked to grant the app, for the whole tenant: the token's roles. */
const applicationPermissions = [
  'AppCatalog.Read.All',
  'Calendars.ReadBasic.All',
  'Calendars.ReadWrite',
  'Channel.Create',
  'ChannelMember.Read.All',
  'ChatMember.Read.All',
  'ChannelSettings.Read.All',
  'Files.ReadWrite.All',
  'Group.Read.All',
  'GroupMember.Read.All',
  'Mail.Send',
  'OnlineMeetings.Read.All',
  'Sites.ReadWrite.All',
  'Sites.Selected',
  'TeamMember.ReadWriteNonOwnerRole.All',
  'TeamsActivity.Send',
  'TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All',
  'TeamsAppInstallation.ReadWriteSelfForChat.All',
  'TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All',
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
  'TeamsTab.Create',
  'User.Invite.All',
  'User.Read.All',
];

/** Consented by a team's owner when the app is installed there (RSC): never in the token. */
const teamPermissions = [
  'Channel.Create.Group',
  'ChatMember.Read.Chat',
  'ChannelMember.Read.Group',
  'ChannelSettings.Read.Group',
  'File.Read.Group',
  'TeamMember.Read.Group',
  'TeamSettings.Read.Group',
  'TeamsActivity.Send.Group',
  'TeamsTab.Create.Group',
  'TeamsTab.Read.Group',
];

export const rolesWithout = (denied: string[]): string[] =>
  applicationPermissions.filter((name) => !denied.includes(name));

/** Whose words a refusal is in: each service behind Graph has its own. */
export type Service = 'directory' | 'teams' | 'mailbox' | 'files' | 'subscriptions';

const refusals: Record<Service, (names: string) => [code: string, message: string]> = {
  directory: () => ['Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'],
  teams: (names) => ['Forbidden', `Missing role permissions on the request. API requires one of '${names}'.`],
  mailbox: () => ['ErrorAccessDenied', 'Access is denied. Check credentials and try again.'],
  files: () => ['accessDenied', 'The caller does not have permission to perform the action.'],
  subscriptions: () => ['ExtensionError', 'Operation: Create; Exception: [Status Code: Forbidden; Reason: ]'],
};

/** Any one of the names is enough, as in Graph's own tables. */
export const isGranted = (denied: string[], names: readonly string[]): boolean =>
  names.some(
    (name) =>
      (applicationPermissions.includes(name) || teamPermissions.includes(name)) && !denied.includes(name),
  );

export function demand(denied: string[], service: Service, names: readonly string[]): void {
  if (!isGranted(denied, names)) throw new WireError(403, ...refusals[service](names.join(', ')));
}

/** Who asks in their own name, having consented to one of these. */
export function demandOwn(caller: Caller, service: Service, names: readonly string[]): string {
  if (!caller)
    throw new WireError(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
  if (!names.some((name) => caller.scopes.includes(name)))
    throw new WireError(403, ...refusals[service](names.join(', ')));
  return caller.objectId;
}
