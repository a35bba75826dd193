import type { ItemBody, KeyValuePair, TeamworkActivityTopic } from '@microsoft/microsoft-graph-types';
import type { Feed } from '../../ports.ts';
import type { SendOutcome } from '../../process/reach/messages.ts';
import { maybeDone, statusOf, type Graph } from '../frame/graph.ts';

/** Teams cuts what is longer. */
const longestPreview = 150;

interface Notification {
  topic: TeamworkActivityTopic;
  activityType: string;
  previewText: Pick<ItemBody, 'content'>;
  recipient: { '@odata.type': string; userId: string };
  templateParameters: KeyValuePair[];
}

const no = (reason: string, uncertain = false): SendOutcome => ({
  sent: false,
  retry: false,
  reason,
  uncertain,
});
const reasons: Record<number, string> = { 401: 'refused', 403: 'refused', 404: 'notFound', 429: 'throttled' };

/**
 * Lines in the feed of people of the host team (`sendActivityNotification`): the app in the team is enough, so that it
 * reaches those who have not got the app themselves and are written to by mail.
 */
export const graphFeed = (graph: Graph): Feed => ({
  async notify(teamId, objectId, { kind, text, link }) {
    const content = text.slice(0, longestPreview);
    const asked: Notification = {
      topic: { source: 'text', value: content, webUrl: link },
      activityType: kind,
      previewText: { content },
      recipient: { '@odata.type': 'microsoft.graph.aadUserNotificationRecipient', userId: objectId },
      templateParameters: [{ name: 'text', value: content }],
    };
    const path = `/teams/${encodeURIComponent(teamId)}/sendActivityNotification`;
    try {
      await graph.post(path, asked, { repeat: 'throttled' });
      return { sent: true, activityId: null };
    } catch (error) {
      const status = statusOf(error);
      return no(reasons[status] ?? (status === 400 ? 'refused' : 'unavailable'), maybeDone(error));
    }
  },
});
