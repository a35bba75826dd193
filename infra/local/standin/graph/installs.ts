import type { Chat, TeamsAppInstallation, TeamsAppPermissionSet } from '@microsoft/microsoft-graph-types';
import { personalChat, setBot } from '../chat/chats.ts';
import { WireError, type Call, type Reply, type Route } from '../network/http.ts';
import type { Conversation, Person } from '../state.ts';
import type { World } from '../world.ts';
import { askedOfResources, boundApp, catalogApp } from './catalog.ts';
import { later } from './later.ts';
import { context, onlyOptions } from './odata.ts';
import type { Serve } from './serve.ts';
import { personBy } from './users.ts';

type Told = {
  'teamsApp@odata.bind'?: string;
  consentedPermissionSet?: TeamsAppPermissionSet;
};

const installationId = (world: World, place: string): string =>
  Buffer.from(`${place}##${world.options.catalogAppId}`).toString('base64');

function installation(world: World, place: string, expanded: string[]): TeamsAppInstallation {
  const app = catalogApp(world);
  const { id: teamsAppId, displayName } = app;
  const definition = { id: installationId(world, 'definition'), teamsAppId, displayName, version: '1.0.0' };
  return {
    id: installationId(world, place),
    ...(expanded.includes('teamsApp') && { teamsApp: app }),
    ...(expanded.includes('teamsAppDefinition') && { teamsAppDefinition: definition }),
  };
}

/** The app's own installation, if it is there and passes the filter. */
function list(world: World, call: Call, place: string, installed: boolean): Reply {
  onlyOptions(call, '$expand', '$filter');
  const filter = call.query.get('$filter');
  const asked = filter?.match(
    /^(teamsAppDefinition\/teamsAppId|teamsApp\/id|teamsApp\/externalId) eq '([^']*)'$/,
  );
  if (filter && !asked) throw new WireError(400, 'BadRequest', `$filter is not served here: ${filter}`);
  const { appId, catalogAppId } = world.options;
  const own = asked?.[1] === 'teamsApp/externalId' ? appId : catalogAppId;
  const expanded = (call.query.get('$expand') ?? '').split(',').map((name) => name.trim());
  const value = installed && (!asked || asked[2] === own) ? [installation(world, place, expanded)] : [];
  return { body: { '@odata.context': context('installedApps'), value } };
}

const conflict = () => new WireError(409, 'Conflict', 'The app is already installed in the specified scope.');

/** Graph answers at once; the bot hears of it when Teams gets to it. */
async function installFor(world: World, call: Call): Promise<Reply> {
  const person = personBy(world, call.part(0));
  boundApp(world, await call.json<Told>());
  const conversation = personalChat(world, person);
  if (conversation.bot) throw conflict();
  later(() => setBot(world, conversation, person, true));
  return { status: 201 };
}

const installedFor = (world: World, person: Person): boolean =>
  world.state.conversations[world.personalId(person.objectId)]?.bot ?? false;

function chatWith(world: World, call: Call): Reply {
  const person = personBy(world, call.part(0));
  if (!installedFor(world, person) || call.part(1) !== installationId(world, person.objectId))
    throw new WireError(404, 'NotFound', 'The app is not installed for this user.');
  const chat: Chat = {
    id: `19:${person.objectId}_${world.options.appId}@unq.gbl.spaces`,
    chatType: 'oneOnOne',
    tenantId: world.options.tenantId,
  };
  return { body: { '@odata.context': context('chats/$entity'), ...chat } };
}

function chatBy(world: World, id: string): Conversation {
  const chat = Object.hasOwn(world.state.conversations, id) ? world.state.conversations[id] : undefined;
  if (chat?.type !== 'groupChat') throw new WireError(404, 'NotFound', `Chat ${id} is not found.`);
  return chat;
}

/** An app that asks for consent in a chat is let in by nobody who consents to less, or to more. */
function consented({ consentedPermissionSet }: Told): void {
  const said = (consentedPermissionSet?.resourceSpecificPermissions ?? []).map((one) => one.permissionValue);
  const asked = askedOfResources().map((one) => one.permissionValue);
  if (said.length !== asked.length || !asked.every((one) => said.includes(one)))
    throw new WireError(
      400,
      'BadRequest',
      'The consented permissions do not match those of the app definition.',
    );
}

async function installIn(world: World, call: Call): Promise<Reply> {
  const chat = chatBy(world, call.part(0));
  const told = await call.json<Told>();
  boundApp(world, told);
  consented(told);
  if (chat.bot) throw conflict();
  const meeting = chat.meetingId ? world.meeting(chat.meetingId) : null;
  const by = world.person(meeting?.organizer ?? chat.members[0] ?? '');
  later(() => setBot(world, chat, by, true));
  return { status: 201 };
}

export function installRoutes(world: World, serve: Serve): Route[] {
  const mine = '/users/([^/]+)/teamwork/installedApps';
  const theirs = '/chats/([^/]+)/installedApps';
  const forUser = {
    service: 'teams' as const,
    any: [
      'TeamsAppInstallation.ReadWriteSelfForUser.All',
      'TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All',
    ],
  };
  const forChat = {
    service: 'teams' as const,
    any: [
      'TeamsAppInstallation.ReadWriteSelfForChat.All',
      'TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All',
    ],
  };
  return [
    serve('POST', mine, forUser, (call) => installFor(world, call)),
    serve('GET', mine, forUser, (call) => {
      const person = personBy(world, call.part(0));
      return list(world, call, person.objectId, installedFor(world, person));
    }),
    serve('GET', `${mine}/([^/]+)/chat`, forUser, (call) => chatWith(world, call)),
    serve('POST', theirs, forChat, (call) => installIn(world, call)),
    serve('GET', theirs, forChat, (call) => {
      const chat = chatBy(world, call.part(0));
      return list(world, call, chat.id, chat.bot);
    }),
  ];
}
