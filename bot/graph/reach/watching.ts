import type { Subscription } from '@microsoft/microsoft-graph-types';
import type { Watching } from '../../ports.ts';
import { statusOf, type Graph } from '../frame/graph.ts';

/** Graph lets a subscription to a team's members live three days. */
const livesMs = 71 * 3600_000;

const expiryOf = (subscription: Subscription): Date =>
  new Date(subscription.expirationDateTime ?? Date.now());
const untilThen = (): string => new Date(Date.now() + livesMs).toISOString();

/**
 * Asks Graph to tell us when the members of the host team change, which the team's own consent allows. To be told of
 * groups the app would have to read everything in every group. What is told is a hint; the delta is the truth.
 */
export function graphWatching(graph: Graph, publicUrl: string): Watching {
  return {
    async watch(teamId, clientState) {
      const asked: Subscription = {
        changeType: 'created,deleted',
        resource: `/teams/${teamId}/members`,
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
