import type { Person } from './state.ts';
import type { World } from './world.ts';

/** "Indkøbschef, Aarhus Kommune": the role and the organisation a persona is named by. */
function personaOf(world: World, person: Person) {
  const [role = '', ...rest] = person.displayName.split(', ');
  const personal = world.personalId(person.objectId);
  return {
    objectId: person.objectId,
    displayName: person.displayName,
    email: person.email,
    role,
    organisation: rest.join(', '),
    guest: person.guest,
    posts: person.posts ?? [],
    mri: person.mri,
    personalConversationId: personal,
    installed: world.state.conversations[personal]?.bot ?? false,
  };
}

export const personas = (world: World) => Object.values(world.state.people).map((p) => personaOf(world, p));

/** Everything the page shows beside the messages. */
export function overview(world: World) {
  const { state, options } = world;
  return {
    botName: options.botName,
    appId: options.appId,
    tenantId: options.tenantId,
    scenario: state.scenario,
    now: world.now(),
    personas: personas(world),
    teams: Object.values(state.teams),
    meetings: Object.values(state.meetings).map((meeting) => ({
      ...meeting,
      members: state.conversations[meeting.conversationId]?.members ?? [],
      bot: state.conversations[meeting.conversationId]?.bot ?? false,
    })),
    mails: state.mails.length,
    faults: world.faults.list(),
    limits: world.limits.settings(),
  };
}
