import type { TeamsApp, TeamsAppPermissionSet } from '@microsoft/microsoft-graph-types';
import { statusOf, type Graph } from '../frame/graph.ts';

const catalogue = 'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps';

interface Known {
  id: string;
  /** What the newest version asks of a team or chat; to be consented word for word. */
  permissions: TeamsAppPermissionSet;
}

async function lookUp(graph: Graph, appId: string): Promise<Known> {
  const filter = encodeURIComponent(`externalId eq '${appId}'`);
  const path = `/appCatalogs/teamsApps?$filter=${filter}&$expand=appDefinitions`;
  const [app] = (await graph.all<TeamsApp>(path)).items;
  if (!app?.id) throw new Error('the app is not in the catalogue of the organisation');
  const asked = app.appDefinitions?.at(-1)?.authorization?.requiredPermissionSet?.resourceSpecificPermissions;
  return { id: app.id, permissions: { resourceSpecificPermissions: asked ?? [] } };
}

/** The app as the organisation's catalogue knows it: by an id of its own, not the manifest's. */
export class Catalogue {
  #graph: Graph;
  #appId: string;
  #known: Promise<Known> | null = null;

  constructor(graph: Graph, appId: string) {
    this.#graph = graph;
    this.#appId = appId;
  }

  /** How other calls name the app. */
  async bound(): Promise<{ 'teamsApp@odata.bind': string }> {
    return { 'teamsApp@odata.bind': `${catalogue}/${(await this.#app()).id}` };
  }

  /** Installs the app at a path that ends in `installedApps`; being there already is a success. */
  async install(path: string): Promise<void> {
    const { permissions } = await this.#app();
    const asked = { ...(await this.bound()), consentedPermissionSet: permissions };
    try {
      await this.#graph.post(path, asked);
    } catch (error) {
      // A new version asks for more, and is another consent: looked up again the next time.
      this.#known = null;
      if (statusOf(error) !== 409) throw error;
    }
  }

  #app(): Promise<Known> {
    this.#known ??= lookUp(this.#graph, this.#appId).catch((error: unknown) => {
      this.#known = null;
      throw error;
    });
    return this.#known;
  }
}
