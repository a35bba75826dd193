import { channelsOf } from '../chat/channels.ts';
import type { Call, Route } from '../network/http.ts';
import type { World } from '../world.ts';
import { notInRoster } from './account.ts';

function teamOf(world: World, id: string) {
  const team = world.team(id);
  const channel = world.conversation(team.channelId);
  if (!channel.bot) throw notInRoster();
  return { team, channel };
}

/** What a team is called and which channels it has. */
export function teamRoutes(world: World, guard: (call: Call) => Promise<unknown>): Route[] {
  const guarded = async (call: Call, body: () => unknown) => {
    await guard(call);
    return { body: body() };
  };
  return [
    [
      'GET',
      /^\/connector\/v3\/teams\/([^/]+)$/,
      (call) =>
        guarded(call, () => {
          const { team, channel } = teamOf(world, call.part(0));
          return {
            id: team.id,
            name: team.name,
            aadGroupId: team.groupId,
            tenantId: world.options.tenantId,
            channelCount: channelsOf(world, team).length,
            memberCount: channel.members.length,
          };
        }),
    ],
    [
      'GET',
      /^\/connector\/v3\/teams\/([^/]+)\/conversations$/,
      // The general channel has no name of its own in Teams.
      (call) =>
        guarded(call, () => ({
          conversations: channelsOf(world, teamOf(world, call.part(0)).team).map((one) => ({
            id: one.id,
            ...(one.membership && { name: one.name }),
          })),
        })),
    ],
  ];
}
