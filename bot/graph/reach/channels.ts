import type { Channel, TeamsTab } from '@microsoft/microsoft-graph-types';
import type { Channels, TeamChannel } from '../../ports.ts';
import { asked } from '../frame/asked.ts';
import type { Catalogue } from './catalogue.ts';
import type { Graph } from '../frame/graph.ts';

const shown = ({ id, displayName, webUrl }: Channel): TeamChannel => ({
  id: id ?? '',
  name: displayName ?? '',
  url: webUrl ?? null,
});
const channelsOf = (teamId: string): string => `/teams/${encodeURIComponent(teamId)}/channels`;

/** The working groups' channels. `tabUrl`: where the tab shows a page. */
export function graphChannels(graph: Graph, catalogue: Catalogue, tabUrl: string): Channels {
  return {
    all: (teamId) =>
      asked(async () => {
        const path = `${channelsOf(teamId)}?$select=id,displayName,webUrl`;
        return (await graph.all<Channel>(path)).items.map(shown);
      }),
    create: (teamId, displayName, description) =>
      asked(async () => {
        const wanted: Channel = { displayName, description, membershipType: 'standard' };
        return shown(await graph.post<Channel>(channelsOf(teamId), wanted, { repeat: 'throttled' }));
      }),
    pin: (teamId, channelId, { name, page }) =>
      asked(async () => {
        const path = `${channelsOf(teamId)}/${encodeURIComponent(channelId)}/tabs`;
        // There is no transaction id for a tab: one whose answer was lost is found here.
        const pinned = (await graph.all<TeamsTab>(path)).items;
        if (pinned.some(({ configuration }) => configuration?.entityId === page)) return;
        const url = `${tabUrl}/${page}`;
        const configuration = { entityId: page, contentUrl: url, websiteUrl: url, removeUrl: null };
        const tab = { displayName: name, ...(await catalogue.bound()), configuration };
        await graph.post<TeamsTab>(path, tab, { repeat: 'throttled' });
      }),
  };
}
