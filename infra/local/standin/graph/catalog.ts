import type {
  TeamsApp,
  TeamsAppDefinition,
  TeamsAppResourceSpecificPermission,
} from '@microsoft/microsoft-graph-types';
import { readFileSync } from 'node:fs';
import { WireError, type Call, type Reply, type Route } from '../network/http.ts';
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

interface Manifest {
  activities: { activityTypes: { type: string; templateText: string }[] };
  authorization: { permissions: { resourceSpecific: { name: string; type: 'Application' | 'Delegated' }[] } };
}
const manifestFile = new URL('../../../../appPackage/manifest.json', import.meta.url);

/** The package, as if it had been uploaded. */
export const manifest = (): Manifest => JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;

/** What the uploaded package asks of a team or chat. */
export function askedOfResources(): TeamsAppResourceSpecificPermission[] {
  const { authorization } = manifest();
  return authorization.permissions.resourceSpecific.map(({ name, type }) => ({
    permissionValue: name,
    permissionType: type === 'Application' ? 'application' : 'delegated',
  }));
}

const definitionOf = ({ options }: World): TeamsAppDefinition => ({
  id: Buffer.from(`1##${options.catalogAppId}##1.0.0`).toString('base64'),
  teamsAppId: options.catalogAppId,
  displayName: options.botName,
  version: '1.0.0',
  publishingState: 'published',
  authorization: {
    clientAppId: options.appId,
    requiredPermissionSet: { resourceSpecificPermissions: askedOfResources() },
  },
});

function find(world: World, call: Call): Reply {
  onlyOptions(call, '$filter', '$expand');
  const expand = call.query.get('$expand');
  if (expand && expand !== 'appDefinitions')
    throw new WireError(400, 'BadRequest', `$expand is not served here: ${expand}`);
  const filter = call.query.get('$filter');
  const asked = filter?.match(/^(externalId|id) eq '([^']*)'$/);
  if (filter && !asked) throw new WireError(400, 'BadRequest', `$filter is not served here: ${filter}`);
  const app = catalogApp(world);
  const fits = !asked || app[asked[1] as 'externalId' | 'id'] === asked[2];
  return {
    body: {
      '@odata.context': context('appCatalogs/teamsApps'),
      value: fits ? [{ ...app, ...(expand && { appDefinitions: [definitionOf(world)] }) }] : [],
    },
  };
}

export const catalogRoutes = (world: World, serve: Serve): Route[] => [
  serve('GET', '/appCatalogs/teamsApps', { service: 'teams', any: ['AppCatalog.Read.All'] }, (call) =>
    find(world, call),
  ),
];
