import type { World } from '../world.ts';

export const membershipId = (world: World, groupId: string, objectId: string): string =>
  Buffer.from(`0##${world.options.tenantId}##${groupId}##${objectId}`).toString('base64');
