import { strFromU8, unzipSync } from 'fflate';
import { buildPackage } from '../../infra/package/build.ts';
import { readValues } from '../../infra/package/values.ts';
import { appId } from '../support/app.ts';

export const host = 'pogi.example.org';

/** The least that an installation names. */
export const env: Record<string, string> = {
  MicrosoftAppId: appId,
  PUBLIC_URL: `https://${host}`,
  OPERATOR_NAME: 'Indkøbsfællesskabet',
};

export interface Manifest {
  $schema: string;
  manifestVersion: string;
  version: string;
  id: string;
  supportsChannelFeatures: string;
  developer: Record<'name' | 'websiteUrl' | 'privacyUrl' | 'termsOfUseUrl', string>;
  name: { short: string; full: string };
  description: { short: string; full: string };
  icons: { color: string; outline: string };
  localizationInfo: {
    defaultLanguageTag: string;
    additionalLanguages: { languageTag: string; file: string }[];
  };
  staticTabs: {
    entityId: string;
    name: string;
    contentUrl: string;
    websiteUrl: string;
    scopes: string[];
    context: string[];
  }[];
  bots: {
    botId: string;
    scopes: string[];
    commandLists: { scopes: string[]; commands: { title: string; description: string }[] }[];
  }[];
  composeExtensions?: object[];
  activities: { activityTypes: { type: string; description: string; templateText: string }[] };
  validDomains: string[];
  webApplicationInfo: { id: string; resource: string };
  authorization: { permissions: { resourceSpecific: { name: string; type: string }[] } };
}

/** What Teams would find in the zip of one installation. */
export function unpacked(more: Record<string, string> = {}) {
  const files = unzipSync(buildPackage(readValues({ ...env, ...more }, '1.0.0')));
  const json = <T>(name: string): T => JSON.parse(strFromU8(files[name]!)) as T;
  return {
    files,
    manifest: json<Manifest>('manifest.json'),
    english: json<Record<string, string>>('en.json'),
  };
}

/** A value in the manifest by the path that language files name it with, like `bots[0].botId`. */
export const at = (manifest: unknown, path: string): unknown =>
  path
    .split(/\.|\[|\]\.?/)
    .filter(Boolean)
    .reduce((found, key) => (found as Record<string, unknown> | undefined)?.[key], manifest);
