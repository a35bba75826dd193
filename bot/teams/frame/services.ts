/**
 * Where Teams' own Connector runs in the public cloud, as Microsoft's SDK for Teams lists it. By whole name: anybody can
 * be given a name under trafficmanager.net.
 */
const teamsHosts = new Set([
  'smba.trafficmanager.net',
  'smba.onyx.prod.teams.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
]);

export type TrustService = (serviceUrl: string) => boolean;

/** Which service addresses are spoken to at all: each call carries the bot's own token. */
export const trustedServices =
  (platformUrl: string | undefined): TrustService =>
  (serviceUrl) => {
    if (platformUrl && serviceUrl.startsWith(`${platformUrl}/`)) return true;
    if (!URL.canParse(serviceUrl)) return false;
    const { protocol, hostname, port, username, password } = new URL(serviceUrl);
    const plain = port === '' && username === '' && password === '';
    return protocol === 'https:' && plain && teamsHosts.has(hostname);
  };

/** Nothing was sent: the address is none of Teams'. */
export class UntrustedService extends Error {}
