import type { IncomingMessage, ServerResponse } from 'node:http';
import { apiRoutes } from './api.ts';
import { channelRoutes } from './chat/channelKeys.ts';
import { connectorRoutes } from './connector.ts';
import { entraRoutes } from './entra.ts';
import { graphRoutes } from './graph.ts';
import { answer, send, type Route } from './network/http.ts';
import { servePage } from './pageFiles.ts';
import { appRooms, proxy } from './network/proxy.ts';
import type { World } from './world.ts';

/** Who answers an address: a stand-in by the address's first part, the app, or the page. */
export function dispatcher(world: World) {
  const rooms: Record<string, Route[]> = {
    connector: connectorRoutes(world),
    _platform: apiRoutes(world),
    entra: entraRoutes(world),
    botframework: channelRoutes(world),
    graph: graphRoutes(world),
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', world.address.origin);
    const room = url.pathname.split('/')[1] ?? '';
    if (appRooms.includes(room)) return proxy(world, request, response);
    const routes = rooms[room];
    if (!routes) return servePage(url.pathname, response);
    if (await answer(routes, request, response, url)) return;
    send(response, {
      status: 404,
      body: { error: { code: 'NotFound', message: `No ${request.method} ${url.pathname}` } },
    });
  };
}
