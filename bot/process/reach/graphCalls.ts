/** Every kind of call this app makes to Microsoft Graph, with the least permission for it (infra/azure/permissions.md). */
export const graphCalls = {
  teamMembers: { permission: 'TeamMember.Read.Group', consent: 'team' },
  groupMembers: { permission: 'GroupMember.Read.All', consent: 'admin' },
  groupChanges: { permission: 'GroupMember.Read.All', consent: 'admin' },
  users: { permission: 'User.ReadBasic.All', consent: 'admin' },
  subscriptions: { permission: 'TeamMember.Read.Group', consent: 'team' },
  freeBusy: { permission: 'Calendars.ReadWrite', consent: 'exchange' },
  events: { permission: 'Calendars.ReadWrite', consent: 'exchange' },
  onlineMeetings: { permission: 'OnlineMeetings.Read.All', consent: 'policy' },
  catalogue: { permission: 'AppCatalog.Read.All', consent: 'admin' },
  chatInstall: { permission: 'TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All', consent: 'admin' },
  channels: { permission: 'ChannelSettings.Read.Group', consent: 'team' },
  channelCreate: { permission: 'Channel.Create.Group', consent: 'team' },
  tabs: { permission: 'TeamsTab.Read.Group', consent: 'team' },
  tabPin: { permission: 'TeamsTab.Create.Group', consent: 'team' },
  teamJoin: { permission: 'TeamMember.ReadWriteNonOwnerRole.All', consent: 'admin' },
  userInstall: { permission: 'TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All', consent: 'admin' },
  invitations: { permission: 'User.Invite.All', consent: 'admin' },
  filesFolder: { permission: 'Sites.Selected', consent: 'site' },
  files: { permission: 'Sites.Selected', consent: 'site' },
  fileReaders: { permission: 'Sites.Selected', consent: 'site' },
  feed: { permission: 'TeamsActivity.Send.Group', consent: 'team' },
  mail: { permission: 'Mail.Send', consent: 'exchange' },
} as const;
export type GraphCallName = keyof typeof graphCalls;

/** What can be tried at any time, since it changes nothing for anybody; the mail goes to the mailbox it comes from. */
export const testableCalls = [
  'teamMembers',
  'groupMembers',
  'groupChanges',
  'freeBusy',
  'onlineMeetings',
  'channels',
  'filesFolder',
  'mail',
] as const satisfies GraphCallName[];
export type TestableCall = (typeof testableCalls)[number];

/** Method and path; what reads and what writes may need different permissions. */
const patterns: [RegExp, GraphCallName][] = [
  [/\/teams\/[^/]+\/sendActivityNotification/, 'feed'],
  [/^POST .*\/teams\/[^/]+\/members/, 'teamJoin'],
  [/^POST .*\/channels\/[^/]+\/tabs/, 'tabPin'],
  [/\/channels\/[^/]+\/filesFolder/, 'filesFolder'],
  [/\/teams\/[^/]+\/primaryChannel/, 'channels'],
  [/\/drives\/[^/]+\/items\/[^/]+\/permissions/, 'fileReaders'],
  [/\/drives\/[^/]+\/items/, 'files'],
  [/\/channels\/[^/]+\/tabs/, 'tabs'],
  [/^POST .*\/teams\/[^/]+\/channels/, 'channelCreate'],
  [/\/teams\/[^/]+\/channels/, 'channels'],
  [/\/teams\/[^/]+\/members/, 'teamMembers'],
  [/\/groups\/delta/, 'groupChanges'],
  [/\/groups\/[^/]+\/members/, 'groupMembers'],
  [/\/subscriptions/, 'subscriptions'],
  [/\/users\/[^/]+\/sendMail/, 'mail'],
  [/\/users\/[^/]+\/calendar\/getSchedule/, 'freeBusy'],
  [/\/users\/[^/]+\/events/, 'events'],
  [/\/users\/[^/]+\/onlineMeetings/, 'onlineMeetings'],
  [/\/appCatalogs\//, 'catalogue'],
  [/\/chats\/[^/]+\/installedApps/, 'chatInstall'],
  [/\/users\/[^/]+\/teamwork\/installedApps/, 'userInstall'],
  [/\/invitations$/, 'invitations'],
  [/\/(\$batch|users\/)/, 'users'],
];

/** Which kind of call this is; null when it is none of ours. */
export const graphCallAt = (method: string, path: string): GraphCallName | null =>
  patterns.find(([pattern]) => pattern.test(`${method.toUpperCase()} ${path}`))?.[1] ?? null;
