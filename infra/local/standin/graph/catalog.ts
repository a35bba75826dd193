import type { TeamsApp } from '@microsoft/microsoft-graph-types';
import type { Call, Reply, Route } from '../http.ts';
import { WireError } from '../http.ts';
import type { World } from '../world.ts';
import { context, onlyOptions } from './odata.ts';
import type { Serve } from './serve.ts';

export const catalogApp = ({ options }: World): TeamsApp => ({
  id: options.catalogAppId,
  externalId: options.appId,
  displayName: options.botName,
  distributionMethod: 'organization',
});

/** The app that `teamsApp@odata.bind` names: by its id in the catalogue and no other. */
export function boundApp(world: World, told: { 'teamsApp@odata.bind'?: string }): TeamsApp {
  const id = told['teamsApp@odata.bind']?.match(/teamsApps(?:\('|\/)([^')]+)/)?.[1];
  if (!id) throw new WireError(400, 'BadRequest', "'teamsApp@odata.bind' is missing or names no app.");
  if (id !== world.options.catalogAppId)
    throw new WireError(404, 'NotFound', `App with id ${id} is not found in the catalog.`);
  return catalogApp(world);
}

function find(world: World, call: Call): Reply {
  onlyOptions(call, '$filter');
  const filter = call.query.get('$filter');
  const asked = filter?.match(/^(externalId|id) eq '([^']*)'$/);
  if (filter && !asked) throw new WireError(400, 'BadRequest', `$filter is not served here: ${filter}`);
  const app = catalogApp(world);
  const fits = !asked || app[asked[1] as 'externalId' | 'id'] === asked[2];
  return { body: { '@odata.context': context('appCatalogs/teamsApps'), value: fits ? [app] : [] } };
}

export const catalogRoutes = (world: World, serve: Serve): Route[] => [
  serve('GET', '/appCatalogs/teamsApps', { service: 'teams', any: ['AppCatalog.Read.All'] }, (call) =>
    find(world, call),
  ),
];
