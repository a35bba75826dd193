import { oid, type Stage } from '../contract/standinHelp.ts';
import { groupWith, inMinutes, teamWith, walk, type Ear, type Graph } from './graphHelp.ts';

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

/** Every route once, so that the record holds one of each. */
export async function tour(stage: Stage, graph: Graph, ear: Ear): Promise<void> {
  await directory(stage, graph);
  await subscriptions(graph, ear);
}
