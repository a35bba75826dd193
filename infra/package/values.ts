import { z } from 'zod';

/** What differs from one installation to the next. Each name is a `{{NAME}}` in the manifest. */
export interface Values {
  APP_ID: string;
  HOST: string;
  DEVELOPER_NAME: string;
  VERSION: string;
}

type Env = Record<string, string | undefined>;
/** Teams shows no more of it. */
const longestName = 32;
const version = /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/;

/** Teams opens https alone, and knows the app by its bare host name: a port or a path would be lost. */
function hostOf(value: string): string | null {
  const url = URL.parse(value);
  const bare = url && url.href === `https://${url.hostname}/`;
  return bare && z.regexes.domain.test(url.hostname) ? url.hostname : null;
}

/** What is wrong with the name that Teams shows as the developer's; null: nothing. */
function wrongName({ DEVELOPER_NAME, OPERATOR_NAME }: Env): string | null {
  const name = DEVELOPER_NAME || OPERATOR_NAME;
  if (!name) return 'OPERATOR_NAME is missing: the public body that runs the app';
  if (name.length <= longestName) return null;
  const which = DEVELOPER_NAME ? 'DEVELOPER_NAME' : 'OPERATOR_NAME';
  return `${which} has ${name.length} characters and Teams takes ${longestName}: give a shorter form as DEVELOPER_NAME`;
}

/**
 * Reads what the app itself is configured with, so that one file serves both. Throws one error that names
 * everything missing or wrong, in words for whoever installs it.
 */
export function readValues(given: Env, standardVersion: string): Values {
  const env: Env = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value?.trim()]));
  const { MicrosoftAppId: id, PUBLIC_URL: address } = env;
  const release = env['VERSION'] || standardVersion;
  const host = hostOf(address ?? '');
  const wrong = [
    !id && 'MicrosoftAppId is missing: the application (client) id of the registration in Entra',
    id && !z.uuid().safeParse(id).success && `MicrosoftAppId is »${id}«, which is no application id`,
    !address && 'PUBLIC_URL is missing: the address the app is reached at',
    address &&
      !host &&
      `PUBLIC_URL is »${address}«, which Teams cannot open: it must be https:// and a domain name, without port or path`,
    wrongName(env),
    !version.test(release) && `VERSION is »${release}«, which is not three numbers like 1.4.0`,
  ].filter((line) => typeof line === 'string' && line !== '');
  if (wrong.length > 0 || !id || !host)
    throw new Error(`the app package cannot be made:\n${wrong.map((line) => `  ${line}`).join('\n')}`);
  return {
    APP_ID: id.toLowerCase(),
    HOST: host,
    DEVELOPER_NAME: env['DEVELOPER_NAME'] || env['OPERATOR_NAME'] || '',
    VERSION: release,
  };
}
