import type { AadUserConversationMember, Team as GraphTeam } from '@microsoft/microsoft-graph-types';
import { addMembers } from '../chat/chats.ts';
import { WireError, type Call, type Reply, type Route } from '../network/http.ts';
import type { Person, Team } from '../state.ts';
import type { World } from '../world.ts';
import { later } from './later.ts';
import { context, onlyOptions, page, pick, selected, type List, type Typed } from './odata.ts';
import type { Serve } from './serve.ts';
import { personBy } from './users.ts';
import { membershipId } from '../people/membership.ts';

export function teamBy(world: World, groupId: string): Team {
  const team = world.groupOf(groupId)?.team;
  if (!team) throw new WireError(404, 'NotFound', `No team found with Group Id ${groupId}`);
  return team;
}

export const ownersOf = (team: Team, members: string[]): string[] => team.owners ?? members.slice(0, 1);

export function memberBody(world: World, team: Team, objectId: string): Typed<AadUserConversationMember> {
  const person = world.person(objectId);
  const { members } = world.conversation(team.channelId);
  const owner = ownersOf(team, members).includes(objectId);
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    id: membershipId(world, team.groupId, objectId),
    roles: person.guest ? ['guest'] : owner ? ['owner'] : [],
    displayName: person.displayName,
    visibleHistoryStartDateTime: '0001-01-01T00:00:00Z',
    userId: objectId,
    email: person.email,
    tenantId: person.tenantId,
  };
}

function members(world: World, call: Call): List<Typed<AadUserConversationMember>> {
  onlyOptions(call, '$top', '$skiptoken');
  const team = teamBy(world, call.part(0));
  const ids = world.conversation(team.channelId).members;
  const { value, ...rest } = page(world, call, ids, (id) => id, { usual: 100, most: 999 });
  return {
    '@odata.context': context(`teams('${team.groupId}')/members`),
    '@odata.count': value.length,
    ...rest,
    value: value.map((id) => memberBody(world, team, id)),
  };
}

const teamBody = (world: World, team: Team): GraphTeam => ({
  id: team.groupId,
  displayName: team.name,
  internalId: team.id,
  tenantId: world.options.tenantId,
  visibility: 'private',
  isArchived: false,
});

/** The person that a new member's `user@odata.bind` names. */
export function boundUser(world: World, told: { 'user@odata.bind'?: string }): Person {
  const id = told['user@odata.bind']?.match(/users(?:\('|\/)([^')]+)/)?.[1];
  if (!id)
    throw new WireError(400, 'BadRequest', "Bad Request: 'user@odata.bind' is missing or names no user.");
  return personBy(world, id);
}

/** The answer does not wait for what the bot is told of it. */
async function addMember(world: World, call: Call): Promise<Reply> {
  const team = teamBy(world, call.part(0));
  const told = await call.json<{ 'user@odata.bind'?: string; roles?: string[] }>();
  const { objectId } = boundUser(world, told);
  const channel = world.conversation(team.channelId);
  if (told.roles?.includes('owner')) team.owners = [...ownersOf(team, channel.members), objectId];
  later(() => addMembers(world, channel, [objectId]));
  const body = memberBody(world, team, objectId);
  return {
    status: 201,
    body: { '@odata.context': context(`teams('${team.groupId}')/members/$entity`), ...body },
  };
}

export function teamRoutes(world: World, serve: Serve): Route[] {
  const read = (call: Call): Reply => {
    onlyOptions(call, '$select');
    const team = pick(teamBody(world, teamBy(world, call.part(0))), selected(call));
    return { body: { '@odata.context': context('teams/$entity'), ...team } };
  };
  return [
    serve(
      'GET',
      '/teams/([^/]+)',
      { service: 'teams', any: ['TeamSettings.Read.Group', 'Team.ReadBasic.All'] },
      read,
    ),
    serve(
      'GET',
      '/teams/([^/]+)/members',
      { service: 'teams', any: ['TeamMember.Read.Group', 'TeamMember.Read.All'] },
      (call) => ({ body: members(world, call) }),
    ),
    serve(
      'POST',
      '/teams/([^/]+)/members',
      { service: 'teams', any: ['TeamMember.ReadWriteNonOwnerRole.All', 'TeamMember.ReadWrite.All'] },
      (call) => addMember(world, call),
    ),
  ];
}
