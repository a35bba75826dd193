import { oid, type Stage } from '../../contract/frame/standinHelp.ts';
import { meetingOf } from '../help.ts';
import { groupId, groupWith, inMinutes, teamWith, walk, type Ear, type Graph } from './graphHelp.ts';

async function directory(stage: Stage, graph: Graph) {
  const group = await groupWith(stage, 801, [1, 2]);
  const team = await teamWith(stage, 802, [1, 2, 3]);
  await graph('GET', `/users/${oid(1)}`);
  await graph('GET', `/users/${oid(1)}?$select=id,mail,userType`);
  await graph('GET', '/users/nobody');
  await graph('GET', `/groups/${group}`);
  await graph('GET', `/groups/${team}`);
  await graph('GET', `/teams/${team}`);
  await walk(graph, `/groups/${group}/members?$select=id,displayName,mail,userType,userPrincipalName&$top=1`);
  await graph('GET', `/groups/${group}/members/microsoft.graph.user`);
  await walk(graph, `/teams/${team}/members?$top=2`);
  const { last } = await walk(graph, '/groups/delta?$select=displayName,members');
  await stage.api('DELETE', `/groups/${group}/members/${oid(2)}`);
  await walk(graph, last['@odata.deltaLink']);
}

async function subscriptions(graph: Graph, ear: Ear) {
  const { body } = await graph('POST', '/subscriptions', {
    changeType: 'updated',
    notificationUrl: ear.url,
    lifecycleNotificationUrl: ear.lifecycleUrl,
    resource: '/groups',
    expirationDateTime: inMinutes(600),
    clientState: 'x',
  });
  const path = `/subscriptions/${body.id}`;
  await graph('GET', '/subscriptions');
  await graph('GET', path);
  await graph('PATCH', path, { expirationDateTime: inMinutes(900) });
  await graph('POST', `${path}/reauthorize`);
  await graph('DELETE', path);
}

const bind = (set: string, id: string) => `https://graph.microsoft.com/v1.0/${set}('${id}')`;
const app = {
  'teamsApp@odata.bind': bind('appCatalogs/teamsApps', 'ca7a1096-0000-4000-8000-000000000001'),
};

async function teamwork(graph: Graph) {
  const team = groupId(802);
  const invited = await graph('POST', '/invitations', {
    invitedUserEmailAddress: 'gaest@kommune.example',
    inviteRedirectUrl: 'https://pogi.example/',
    sendInvitationMessage: true,
    invitedUserMessageInfo: { customizedMessageBody: 'Velkommen' },
  });
  await graph('POST', `/teams/${team}/members`, {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    roles: ['guest'],
    'user@odata.bind': bind('users', invited.body.invitedUser.id),
  });
  const { id } = (await graph('POST', `/teams/${team}/channels`, { displayName: 'Sager' })).body;
  const channel = `/teams/${team}/channels/${encodeURIComponent(id)}`;
  for (const path of ['', '/members', '/allMembers']) await graph('GET', `${channel}${path}`);
  await graph('GET', `/teams/${team}/channels?$select=id,displayName`);
  const configuration = { entityId: 'sager', contentUrl: 'https://pogi.example/tab/' };
  await graph('POST', `${channel}/tabs`, { displayName: 'Sager', configuration, ...app });
  await graph('GET', `${channel}/tabs`);
}

async function installs(stage: Stage, graph: Graph) {
  const catalogue = (await graph('GET', '/appCatalogs/teamsApps?$expand=appDefinitions')).body;
  const { requiredPermissionSet } = catalogue.value[0].appDefinitions[0].authorization;
  const mine = `/users/${oid(1)}/teamwork/installedApps`;
  await graph('POST', mine, app);
  const { value } = (await graph('GET', `${mine}?$expand=teamsAppDefinition,teamsApp`)).body;
  await graph('GET', `${mine}/${encodeURIComponent(value[0].id)}/chat`);
  const { conversationId } = await meetingOf(stage, [1, 2], false);
  const theirs = `/chats/${encodeURIComponent(conversationId)}/installedApps`;
  await graph('POST', theirs, { ...app, consentedPermissionSet: requiredPermissionSet });
  await graph('GET', `${theirs}?$expand=teamsApp`);
}

async function calendar(graph: Graph) {
  const [start, end] = ['09', '10'].map((hour) => ({
    dateTime: `2027-05-06T${hour}:00:00`,
    timeZone: 'UTC',
  }));
  const told = {
    subject: 'Møde',
    start,
    end,
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    transactionId: 'tour',
    attendees: [{ emailAddress: { address: 'p2@example.dk' }, type: 'required' }],
  };
  const events = `/users/${oid(1)}/events`;
  const { body } = await graph('POST', events, told);
  await graph('GET', `${events}/${body.id}?$select=subject,attendees`);
  await graph('PATCH', `${events}/${body.id}`, { subject: 'Nyt' });
  const filter = encodeURIComponent(`JoinWebUrl eq '${body.onlineMeeting.joinUrl}'`);
  await graph('GET', `/users/${oid(1)}/onlineMeetings?$filter=${filter}`);
  await graph('POST', `/users/${oid(1)}/calendar/getSchedule`, {
    schedules: ['p2@example.dk', 'far@kommune.example'],
    startTime: start,
    endTime: end,
    availabilityViewInterval: 30,
  });
  await graph('POST', `${events}/${body.id}/cancel`, { comment: 'Aflyst' });
}

/** Every route once, so that the record holds one of each. */
export async function tour(stage: Stage, graph: Graph, ear: Ear): Promise<void> {
  await directory(stage, graph);
  await subscriptions(graph, ear);
  await teamwork(graph);
  await installs(stage, graph);
  await calendar(graph);
}
