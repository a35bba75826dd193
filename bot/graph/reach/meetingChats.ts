import type { OnlineMeeting } from '@microsoft/microsoft-graph-types';
import type { MeetingChats } from '../../ports.ts';
import type { Catalogue } from './catalogue.ts';
import type { Graph } from '../frame/graph.ts';

/** Most join links carry the thread; the short ones of newer clients do not, and Graph is asked. */
export function threadIn(joinUrl: string): string | null {
  const part = /\/meetup-join\/([^/?]+)/.exec(joinUrl)?.[1];
  try {
    const thread = part && decodeURIComponent(part);
    return thread?.startsWith('19:') ? thread : null;
  } catch {
    // Cut in the middle of a letter: it leads nowhere.
    return null;
  }
}

/** The app's way into the chats of the secretariat's meetings. */
export function graphMeetingChats(graph: Graph, catalogue: Catalogue, mailbox: string): MeetingChats {
  return {
    async threadOf(joinUrl) {
      const known = threadIn(joinUrl);
      if (known) return known;
      const filter = encodeURIComponent(`JoinWebUrl eq '${joinUrl.replaceAll("'", "''")}'`);
      const path = `/users/${encodeURIComponent(mailbox)}/onlineMeetings?$filter=${filter}`;
      const { items } = await graph.all<OnlineMeeting>(path);
      return items[0]?.chatInfo?.threadId ?? null;
    },
    enter: (threadId) => catalogue.install(`/chats/${encodeURIComponent(threadId)}/installedApps`),
  };
}
