import type { Group, User } from '@microsoft/microsoft-graph-types';
import type { Call, Reply, Route } from '../network/http.ts';
import type { DirectoryGroup, Team } from '../state.ts';
import type { World } from '../world.ts';
import { context, onlyOptions, page, pick, selected, type List, type Typed } from './odata.ts';
import { isGranted } from './permissions.ts';
import type { Serve } from './serve.ts';
import { missing, onRequest, userOf } from './users.ts';

const groupReaders = ['Group.ReadBasic.All', 'Group.Read.All'];
const memberReaders = ['GroupMember.ReadBasic.All', 'GroupMember.Read.All', 'Group.Read.All'];

export function needGroup(world: World, id: string) {
  const group = world.groupOf(id);
  if (!group) throw missing(id);
  return group;
}

export const groupBody = ({ id, displayName, team }: DirectoryGroup & { team?: Team }): Group => ({
  id,
  displayName,
  groupTypes: team ? ['Unified'] : [],
  mailEnabled: team !== undefined,
  securityEnabled: team === undefined,
  visibility: 'Private',
});

/** Who may read a group but not users sees who is in it, and nothing of them but the id. */
const hiddenUser = (id: string | undefined): Typed<User> => ({ '@odata.type': '#microsoft.graph.user', id });

function members(world: World, call: Call): List<Typed<User>> {
  onlyOptions(call, '$select', '$top', '$skiptoken');
  const { members: ids } = needGroup(world, call.part(0));
  const users = ids.map((id) => userOf(world.person(id)));
  const { value, ...rest } = page(world, call, users, (one) => one.id ?? '', { usual: 100, most: 999 });
  const open = isGranted(world.state.denied, ['User.Read.All']);
  const rows = value.map((user) => ({
    '@odata.type': '#microsoft.graph.user',
    ...pick(user, selected(call), onRequest),
  }));
  return {
    '@odata.context': context('directoryObjects'),
    ...rest,
    value: open ? rows : value.map(({ id }) => hiddenUser(id)),
  };
}

export function groupRoutes(world: World, serve: Serve): Route[] {
  const read = (call: Call): Reply => {
    onlyOptions(call, '$select');
    const group = pick(groupBody(needGroup(world, call.part(0))), selected(call));
    return { body: { '@odata.context': context('groups/$entity'), ...group } };
  };
  return [
    serve('GET', '/groups/([^/]+)', { service: 'directory', any: groupReaders }, read),
    serve(
      'GET',
      '/groups/([^/]+)/members(?:/(?:microsoft\\.)?graph\\.user)?',
      { service: 'directory', any: memberReaders },
      (call) => ({ body: members(world, call) }),
    ),
  ];
}
