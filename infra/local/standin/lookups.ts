import { WireError } from './network/http.ts';
import type { Conversation, DirectoryGroup, Meeting, Person, State, Team } from './state.ts';

/** Only what was put in: a request may name anything, `constructor` too. */
function own<T>(things: Record<string, T>, id: string): T | undefined {
  return Object.hasOwn(things, id) ? things[id] : undefined;
}

function need<T>(thing: T | undefined, code: string, message: string): T {
  if (thing === undefined) throw new WireError(404, code, message);
  return thing;
}

/** Graph calls a personal chat by who is in it; the Connector takes that name too. */
function personal(state: State, id: string): Conversation | undefined {
  const objectId = id.match(/^19:([0-9a-f-]{36})_[0-9a-f-]{36}@unq\.gbl\.spaces$/)?.[1];
  if (!objectId) return undefined;
  return Object.values(state.conversations).find(
    (one) => one.type === 'personal' && one.members[0] === objectId,
  );
}

/** Who or what an id on the wire stands for, and the error when it stands for nothing. */
export const createLookups = (state: State) => ({
  /** A group of the directory; a team's own has the team's people. */
  groupOf: (id: string): (DirectoryGroup & { team?: Team }) | undefined => {
    const team = Object.values(state.teams).find((one) => one.groupId === id);
    if (!team) return own(state.groups, id);
    const members = own(state.conversations, team.channelId)?.members ?? [];
    return { id, displayName: team.name, members, team };
  },
  person: (objectId: string): Person =>
    need(own(state.people, objectId), 'UserNotFound', `Nobody here has the object id ${objectId}`),
  /** By Teams' own id (29:…) or by Entra's. */
  personOf: (id: string): Person | undefined =>
    own(state.people, id) ?? Object.values(state.people).find((p) => p.mri === id),
  /** A channel's thread (`…;messageid=17`) belongs to its channel. */
  conversation: (id: string): Conversation =>
    need(
      own(state.conversations, id.split(';')[0] ?? id) ?? personal(state, id),
      'ConversationNotFound',
      'Conversation not found.',
    ),
  team: (id: string): Team => need(own(state.teams, id), 'NotFound', 'The team does not exist.'),
  meeting: (id: string): Meeting =>
    need(own(state.meetings, id), 'MeetingNotFound', 'The meeting does not exist.'),
});
