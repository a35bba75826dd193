import { WireError, type Call, type Route } from '../network/http.ts';
import type { Person } from '../state.ts';
import type { World } from '../world.ts';
import { account, notInRoster } from './account.ts';

type Guard = (call: Call) => Promise<unknown>;

function rosterOf(world: World, conversationId: string): Person[] {
  const conversation = world.conversation(conversationId);
  if (!conversation.bot) throw notInRoster();
  return conversation.members.map((id) => world.person(id));
}

function page(people: Person[], query: URLSearchParams) {
  const size = Math.min(500, Math.max(50, Number(query.get('pageSize') ?? 200) || 200));
  const from = Number(query.get('continuationToken') ?? 0) || 0;
  const next = from + size < people.length ? String(from + size) : undefined;
  // Paged rows carry objectId, single members aadObjectId too: so does Teams.
  const members = people.slice(from, from + size).map((p) => ({ ...account(p), objectId: p.objectId }));
  return { members, continuationToken: next };
}

function memberOf(people: Person[], id: string) {
  const person = people.find((p) => p.mri === id || p.objectId === id);
  if (!person)
    throw new WireError(404, 'MemberNotFoundInConversation', 'Member not found in the conversation.');
  return { ...account(person), objectId: person.objectId, aadObjectId: person.objectId };
}

/** Who is in a conversation. */
export function rosterRoutes(world: World, guard: Guard): Route[] {
  const base = '^/connector/v3/conversations/([^/]+)';
  const guarded = async (call: Call, body: () => unknown) => {
    await guard(call);
    return { body: body() };
  };
  const roster = (call: Call) => rosterOf(world, call.part(0));
  return [
    [
      'GET',
      new RegExp(`${base}/pagedmembers$`),
      (call) => guarded(call, () => page(roster(call), call.query)),
    ],
    [
      'GET',
      new RegExp(`${base}/members$`),
      (call) => guarded(call, () => roster(call).map((p) => ({ ...account(p), objectId: p.objectId }))),
    ],
    [
      'GET',
      new RegExp(`${base}/members/([^/]+)$`),
      (call) => guarded(call, () => memberOf(roster(call), call.part(1))),
    ],
  ];
}
