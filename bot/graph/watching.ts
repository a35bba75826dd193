import type { Subscription } from '@microsoft/microsoft-graph-types';
import type { Watching } from '../ports.ts';
import { statusOf, type Graph } from './graph.ts';

/** Graph lets a subscription to groups live just under 29 days; a week leaves room for a long outage. */
const livesMs = 7 * 24 * 3600_000;

const expiryOf = (subscription: Subscription): Date =>
  new Date(subscription.expirationDateTime ?? Date.now());
const untilThen = (): string => new Date(Date.now() + livesMs).toISOString();

/** Asks Graph to tell us when the members of a group change. What it tells is a hint; the delta is the truth. */
export function graphWatching(graph: Graph, publicUrl: string): Watching {
  return {
    async watch(groupId, clientState) {
      const asked: Subscription = {
        changeType: 'updated',
        resource: `/groups/${groupId}/members`,
        notificationUrl: `${publicUrl}/api/graph/notifications`,
        lifecycleNotificationUrl: `${publicUrl}/api/graph/lifecycle`,
        expirationDateTime: untilThen(),
        clientState,
      };
      const made = await graph.post<Subscription>('/subscriptions', asked);
      return { id: made.id ?? '', expiresAt: expiryOf(made) };
    },
    async renew(id) {
      try {
        const body: Subscription = { expirationDateTime: untilThen() };
        const renewed = (await graph
          .at(`/subscriptions/${encodeURIComponent(id)}`)
          .patch(body)) as Subscription;
        return { expiresAt: expiryOf(renewed) };
      } catch (error) {
        if (statusOf(error) === 404) return null;
        throw error;
      }
    },
  };
}
