import type { Channel, TeamsTab } from '@microsoft/microsoft-graph-types';
import { randomUUID } from 'node:crypto';
import { addChannel, announceChannel, channelsOf } from '../chat/channels.ts';
import { WireError, type Call, type Reply, type Route } from '../network/http.ts';
import type { Conversation } from '../state.ts';
import type { World } from '../world.ts';
import { boundApp } from './catalog.ts';
import { later } from './later.ts';
import { context, onlyOptions, page, pick, selected } from './odata.ts';
import type { Serve } from './serve.ts';
import { boundUser, memberBody, teamBy } from './teams.ts';

const bad = (message: string) => new WireError(400, 'BadRequest', message);

export function channelIn(world: World, call: Call): Conversation {
  const team = teamBy(world, call.part(0));
  const channel = channelsOf(world, team).find((one) => one.id === call.part(1));
  if (!channel) throw new WireError(404, 'NotFound', 'Channel not found.');
  return channel;
}

/** In Graph the general channel has a name, which the Connector does not give. */
const channelBody = (world: World, { id, name, membership }: Conversation): Channel => ({
  id,
  displayName: membership ? name : 'General',
  membershipType: membership ?? 'standard',
  webUrl: `https://teams.microsoft.com/l/channel/${encodeURIComponent(id)}/${encodeURIComponent(membership ? name : 'General')}?tenantId=${world.options.tenantId}`,
  tenantId: world.options.tenantId,
});

type NewChannel = Omit<Channel, 'members'> & { members?: { 'user@odata.bind'?: string; roles?: string[] }[] };

async function create(world: World, call: Call): Promise<Reply> {
  const team = teamBy(world, call.part(0));
  const told = await call.json<NewChannel>();
  const name = told.displayName?.trim() ?? '';
  const membership = told.membershipType ?? 'standard';
  if (!name || name.length > 50 || /[~#%&*{}+/\\:<>?|'"]/.test(name))
    throw bad('The channel name is not valid.');
  if (!['standard', 'private', 'shared'].includes(membership)) throw bad('membershipType is not valid.');
  if (channelsOf(world, team).some((one) => channelBody(world, one).displayName === name))
    throw bad('Channel name already existed, please use other name.');
  const members = (told.members ?? []).map((one) => boundUser(world, one).objectId);
  if (membership !== 'standard' && members.length === 0)
    throw bad('A private or shared channel needs an owner.');
  const kind = membership as 'standard' | 'private' | 'shared';
  const channel = addChannel(world, team, { name, membership: kind, members });
  if (channel.bot) later(() => announceChannel(world, channel));
  const body = { '@odata.context': context(`teams('${team.groupId}')/channels/$entity`) };
  return { status: 201, body: { ...body, ...channelBody(world, channel) } };
}

function list(world: World, call: Call): Reply {
  onlyOptions(call, '$select');
  const team = teamBy(world, call.part(0));
  const value = channelsOf(world, team).map((one) => pick(channelBody(world, one), selected(call)));
  return { body: { '@odata.context': context(`teams('${team.groupId}')/channels`), value } };
}

function members(world: World, call: Call): Reply {
  onlyOptions(call, '$top', '$skiptoken');
  const team = teamBy(world, call.part(0));
  const ids = channelIn(world, call).members;
  const { value, ...rest } = page(world, call, ids, (id) => id, { usual: 100, most: 999 });
  const rows = value.map((id) => memberBody(world, team, id));
  return { body: { '@odata.context': context('conversationMembers'), ...rest, value: rows } };
}

async function addTab(world: World, call: Call): Promise<Reply> {
  const channel = channelIn(world, call);
  const told = await call.json<TeamsTab & { 'teamsApp@odata.bind'?: string }>();
  const teamsApp = boundApp(world, told);
  const { displayName, configuration } = told;
  if (!displayName) throw bad('displayName is required.');
  if (configuration?.contentUrl && !URL.canParse(configuration.contentUrl))
    throw bad('contentUrl is no address.');
  const tab: TeamsTab = { id: randomUUID(), displayName, configuration, teamsApp };
  (world.state.tabs[channel.id] ??= []).push(tab);
  world.changed({ kind: 'chats', conversationId: channel.id });
  return { status: 201, body: { '@odata.context': context('tabs/$entity'), ...tab } };
}

const read = { service: 'teams' as const, any: ['ChannelSettings.Read.Group', 'ChannelSettings.Read.All'] };
const roster = { service: 'teams' as const, any: ['ChannelMember.Read.Group', 'ChannelMember.Read.All'] };
const tabsRead = { service: 'teams' as const, any: ['TeamsTab.Read.Group', 'TeamsTab.Read.All'] };
const tabs = { service: 'teams' as const, any: ['TeamsTab.Create.Group', 'TeamsTab.Create'] };

export function channelRoutes(world: World, serve: Serve): Route[] {
  const all = '/teams/([^/]+)/channels';
  const one = `${all}/([^/]+)`;
  const making = { service: 'teams' as const, any: ['Channel.Create.Group', 'Channel.Create'] };
  return [
    serve('GET', all, read, (call) => list(world, call)),
    serve('POST', all, making, (call) => create(world, call)),
    serve('GET', one, read, (call) => ({ body: channelBody(world, channelIn(world, call)) })),
    serve('GET', `${one}/(?:members|allMembers)`, roster, (call) => members(world, call)),
    serve('GET', `${one}/tabs`, tabsRead, (call) => ({
      body: { '@odata.context': context('tabs'), value: world.state.tabs[channelIn(world, call).id] ?? [] },
    })),
    serve('POST', `${one}/tabs`, tabs, (call) => addTab(world, call)),
  ];
}
