import type { ChangeNotification } from '@microsoft/microsoft-graph-types';
import { WireError } from '../network/http.ts';
import type { World } from '../world.ts';
import { send } from './notify.ts';
import { subscriptionBy } from './subscriptions.ts';

export const lifecycleEvents = ['reauthorizationRequired', 'subscriptionRemoved', 'missed'] as const;
export type LifecycleEvent = (typeof lifecycleEvents)[number];

/** Tells it where the app asked to be told; what it means for the subscription happens at once. */
export async function sendLifecycle(world: World, id: string, lifecycleEvent: LifecycleEvent) {
  const kept = subscriptionBy(world, id);
  const { lifecycleNotificationUrl, clientState, expirationDateTime } = kept.given;
  if (!lifecycleNotificationUrl)
    throw new WireError(400, 'BadArgument', 'The subscription has no lifecycleNotificationUrl');
  if (lifecycleEvent === 'reauthorizationRequired') kept.paused = true;
  if (lifecycleEvent === 'subscriptionRemoved') delete world.state.subscriptions[id];
  world.changed({ kind: 'subscriptions' });
  const notification: ChangeNotification = {
    subscriptionId: id,
    subscriptionExpirationDateTime: expirationDateTime,
    tenantId: world.options.tenantId,
    clientState,
    lifecycleEvent,
  };
  await send(world, kept, lifecycleNotificationUrl, notification);
  return { sent: kept.lastFailure === null, failure: kept.lastFailure };
}
