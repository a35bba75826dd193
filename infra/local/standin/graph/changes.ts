import type { World } from '../world.ts';
import { tellGroup, tellTeamMember } from './notify.ts';

function keep(world: World, groupId: string, joined: boolean, objectId?: string): void {
  const seq = (world.state.memberChanges.at(-1)?.seq ?? 0) + 1;
  world.state.memberChanges.push({ seq, groupId, objectId, joined });
}

/** A new group, and who is in it from the start. */
export function noteGroup(world: World, groupId: string, members: string[]): void {
  keep(world, groupId, true);
  for (const objectId of members) keep(world, groupId, true, objectId);
  tellGroup(world, groupId);
  world.changed({ kind: 'groups' });
}

/** Somebody came into a group or left it: kept for the deltas, and told to whoever asked to hear of it. */
export function noteMember(world: World, groupId: string, objectId: string, joined: boolean): void {
  keep(world, groupId, joined, objectId);
  tellGroup(world, groupId);
  if (world.groupOf(groupId)?.team) tellTeamMember(world, groupId, objectId, joined);
  world.changed({ kind: 'groups' });
}
