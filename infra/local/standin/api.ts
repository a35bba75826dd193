import {
  addBotToMeeting,
  addMeeting,
  addMembers,
  addPerson,
  addTeam,
  click,
  personalChat,
  runMeeting,
  say,
  setBot,
  setPresence,
} from './chats.ts';
import type { Fault } from './faults.ts';
import type { Call, Reply, Route } from './http.ts';
import { WireError } from './http.ts';
import { chatsOf, messagesOf, overview, personas } from './seen.ts';
import type { Scenario } from './state.ts';
import type { Overrides } from './tokens.ts';
import type { World } from './world.ts';

type Handler = (call: Call) => unknown;

const path = (pattern: string) => new RegExp(`^/_platform${pattern}$`);
const route = (method: string, pattern: string, handler: Handler): Route => [
  method,
  path(pattern),
  async (call): Promise<Reply> => ({ body: (await handler(call)) ?? { ok: true } }),
];

function peopleRoutes(world: World): Route[] {
  const install = (inside: boolean) => async (call: Call) => {
    const person = world.person((await call.json<{ objectId: string }>()).objectId);
    const conversation = personalChat(world, person);
    const sent = await setBot(world, conversation, person, inside);
    return { conversationId: conversation.id, ...sent };
  };
  return [
    route('GET', '/state', () => overview(world)),
    route('GET', '/personas', () => personas(world)),
    route('POST', '/people', async (call) => addPerson(world, await call.json())),
    route('POST', '/install', install(true)),
    route('POST', '/uninstall', install(false)),
    route('POST', '/scenario', async (call) => {
      world.state.scenario = await call.json<Scenario>();
      world.changed({ kind: 'people' });
    }),
    route('POST', '/token', async (call) => {
      const { objectId, overrides } = await call.json<{
        objectId: string;
        overrides?: Overrides;
      }>();
      return { token: await world.tokens.user(world.person(objectId), overrides) };
    }),
    route('POST', '/bot-token', async (call) => {
      const { overrides } = await call.json<{ overrides?: Overrides }>();
      return { token: await world.tokens.channel(overrides) };
    }),
    route('POST', '/app-token', async (call) => {
      const { audience, overrides } = await call.json<{
        audience: string;
        overrides?: Overrides;
      }>();
      return { token: await world.tokens.app(audience, overrides) };
    }),
  ];
}

function chatRoutes(world: World): Route[] {
  const meetingOf = (call: Call) => world.meeting(call.part(0));
  const as = (call: Call) => call.query.get('as') ?? '';
  return [
    route('POST', '/teams', async (call) => {
      const { name, members } = await call.json<{ name: string; members: string[] }>();
      return addTeam(world, name, members);
    }),
    route('POST', '/meetings', async (call) => addMeeting(world, await call.json())),
    route('POST', '/meetings/([^/]+)/bot', (call) => addBotToMeeting(world, meetingOf(call))),
    route('POST', '/meetings/([^/]+)/start', (call) => runMeeting(world, meetingOf(call), true)),
    route('POST', '/meetings/([^/]+)/end', (call) => runMeeting(world, meetingOf(call), false)),
    route('POST', '/meetings/([^/]+)/presence', async (call) => {
      const { objectId, inMeeting } = await call.json<{ objectId: string; inMeeting: boolean }>();
      setPresence(world, meetingOf(call), objectId, inMeeting);
    }),
    route('POST', '/chats/([^/]+)/members', async (call) => {
      const { members } = await call.json<{ members: string[] }>();
      return addMembers(world, world.conversation(call.part(0)), members);
    }),
    route('POST', '/say', async (call) => say(world, await call.json())),
    route('POST', '/click', async (call) => click(world, await call.json())),
    route('GET', '/chats', (call) => chatsOf(world, as(call))),
    route('GET', '/chats/([^/]+)/messages', (call) => messagesOf(world, call.part(0), as(call))),
  ];
}

function faultRoutes(world: World): Route[] {
  return [
    route('GET', '/faults', () => world.faults.list()),
    route('POST', '/faults', async (call) => {
      const fault = world.faults.add(await call.json<Omit<Fault, 'id'>>());
      world.changed({ kind: 'faults' });
      return fault;
    }),
    route('DELETE', '/faults(?:/(\\d+))?', (call) => {
      world.faults.clear(call.part(0) ? Number(call.part(0)) : undefined);
      world.changed({ kind: 'faults' });
    }),
    route('POST', '/limits', async (call) => {
      const limits = await call.json<{ perConversation?: number | null; total?: number | null }>();
      for (const value of Object.values(limits))
        if (value !== null && !(Number(value) >= 0))
          throw new WireError(400, 'BadArgument', 'A limit is a number');
      return world.limits.set(limits);
    }),
    route('GET', '/counters', () => world.limits.counters()),
    route('POST', '/counters/reset', () => world.limits.reset()),
    route('GET', '/mails', () => world.state.mails),
    ['GET', path('/traffic'), () => ({ body: world.traffic.map((line) => `${line}\n`).join('') })],
  ];
}

/** Tells the page what changed, at most ten times a second. */
function events(world: World, call: Call): undefined {
  const { response } = call;
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': hello\n\n');
  const waiting = new Map<string, unknown>();
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    timer = undefined;
    for (const change of waiting.values()) response.write(`data: ${JSON.stringify(change)}\n\n`);
    waiting.clear();
  };
  const heard = (change: { kind: string; conversationId?: string }) => {
    waiting.set(`${change.kind} ${change.conversationId ?? ''}`, change);
    timer ??= setTimeout(flush, 100);
  };
  world.events.on('change', heard);
  call.request.on('close', () => {
    clearTimeout(timer);
    world.events.off('change', heard);
  });
  return undefined;
}

/** `/_platform`: what the page, the tests and the scenarios steer the stand-ins by. */
export function apiRoutes(world: World): Route[] {
  const live: Route = ['GET', path('/events'), (call) => events(world, call)];
  return [...peopleRoutes(world), ...chatRoutes(world), ...faultRoutes(world), live];
}
