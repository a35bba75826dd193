import { prepareDatabase } from './prepare.ts';

interface Wanted {
  databaseUrl?: string | undefined;
  databaseOwnerUrl?: string | undefined;
  dataDir: string;
  platformUrl?: string | undefined;
}

export interface Standing {
  url: string;
  stop(): Promise<void>;
}

async function serverFor({ databaseUrl, databaseOwnerUrl, dataDir }: Wanted) {
  if (databaseUrl) return { url: databaseUrl, ownerUrl: databaseOwnerUrl, stop: () => Promise.resolve() };
  // Only here: an image that is given its database carries no other, and starts without the package.
  const { startEmbedded } = await import('./embedded.ts');
  return startEmbedded(dataDir);
}

/** The database that is configured, or the embedded one, brought to what this program knows. */
export async function standUp(wanted: Wanted): Promise<Standing> {
  const { url, ownerUrl, stop } = await serverFor(wanted);
  try {
    await prepareDatabase(url, ownerUrl, wanted.platformUrl !== undefined);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
