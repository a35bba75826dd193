import { afterAll, beforeAll, test } from '@jest/globals';
import { readConfig, type Config } from '../../../bot/config.ts';
import { graphAccounts } from '../../../bot/graph/people/accounts.ts';
import { graphCalendar } from '../../../bot/graph/meeting/calendar.ts';
import { Catalogue } from '../../../bot/graph/reach/catalogue.ts';
import type { Seen } from '../../../bot/graph/frame/chain.ts';
import { graphChannels } from '../../../bot/graph/reach/channels.ts';
import { graphDirectory } from '../../../bot/graph/reach/directory.ts';
import { graphFeed } from '../../../bot/graph/reach/feed.ts';
import { graphFiles } from '../../../bot/graph/draft/files.ts';
import { Graph } from '../../../bot/graph/frame/graph.ts';
import { graphMail } from '../../../bot/graph/reach/mail.ts';
import { graphMeetingChats } from '../../../bot/graph/reach/meetingChats.ts';
import { graphWatching } from '../../../bot/graph/reach/watching.ts';
import type { DirectoryPerson } from '../../../bot/ports.ts';
import { openHouse, secretariatIds, type House } from '../../support/app.ts';
import { account, directoryEnv, groups } from '../reach/directoryGround.ts';

/** Where the promises of the ports are put to the test. */
export interface Tenant {
  name: string;
  /** May a channel be made, and files kept, that no port can remove again? */
  changes: boolean;
  /** Is there an address at which the app answers when Graph calls back? */
  answers: boolean;
  /** Is all that passes written down, to be held against Graph's metadata? */
  recorded: boolean;
  open(): Promise<Opened>;
}
/** `house`: only the stand-in has one, with all that passed. */
interface Opened {
  config: Config;
  personId: string;
  house: House | null;
}

/** The gateways of the app and whom they may be tried on. */
export interface Ground extends ReturnType<typeof gatewaysOf> {
  teamId: string;
  groupId: string;
  mailbox: string;
  house: House | null;
  /** The one who is called to a meeting and given the app. */
  person(): Promise<DirectoryPerson>;
}

type Env = Record<string, string | undefined>;

function gatewaysOf(config: Config) {
  const seen: Seen[] = [];
  const graph = new Graph(config, (call) => void seen.push(call));
  const catalogue = new Catalogue(graph, config.appId);
  const mailbox = config.mailFrom ?? '';
  return {
    seen,
    directory: graphDirectory(graph),
    calendar: graphCalendar(graph, mailbox),
    mail: graphMail(graph, mailbox),
    meetingChats: graphMeetingChats(graph, catalogue, mailbox),
    watching: graphWatching(graph, config.publicUrl),
    channels: graphChannels(graph, catalogue, `${config.publicUrl}/tab`),
    accounts: graphAccounts(graph, catalogue, null),
    files: graphFiles(graph, config.platformUrl),
    feed: graphFeed(graph),
    appId: config.appId,
    /** The app lets a subscription run out; the suite leaves none behind. */
    unwatch: (id: string): Promise<unknown> => graph.at(`/subscriptions/${id}`).delete(),
  };
}

const mailbox = { objectId: '99999999-0000-4000-8000-000000000001', displayName: 'Sekretariatets postkasse' };

async function openStandIn(): Promise<Opened> {
  const house = await openHouse();
  const email = house.env['MAIL_FROM'];
  await house.api('POST', '/people', { ...mailbox, email });
  const own = await account(house, 'sekretariat.example', false);
  const guest = await account(house, 'odense.example');
  const team = [...secretariatIds, own.objectId, guest.objectId];
  await groups(house, { team, secretariat: secretariatIds, steering: [guest.objectId] });
  const config = readConfig({ ...house.env, ...directoryEnv, PUBLIC_URL: house.app.url });
  return { config, personId: own.objectId, house };
}

const standIn: Tenant = {
  name: 'the stand-in',
  changes: true,
  answers: true,
  recorded: true,
  open: openStandIn,
};

/** What the app's own variables are called here, so that no tenant is asked because the app is set up. */
const names = {
  MicrosoftAppTenantId: 'CONTRACT_TENANT_ID',
  MicrosoftAppId: 'CONTRACT_APP_ID',
  HOST_TEAM_ID: 'CONTRACT_TEAM_ID',
  SECRETARIAT_GROUP_ID: 'CONTRACT_GROUP_ID',
  MAIL_FROM: 'CONTRACT_MAILBOX',
} as const;
const needed = [...Object.values(names), 'CONTRACT_PERSON_ID'];

function missingIn(env: Env): string[] {
  const missing = needed.filter((name) => !env[name]);
  const certificate = env['CONTRACT_CERTIFICATE_THUMBPRINT'] && env['CONTRACT_CERTIFICATE_KEY'];
  const proof = 'CONTRACT_APP_PASSWORD (or CONTRACT_CERTIFICATE_THUMBPRINT with CONTRACT_CERTIFICATE_KEY)';
  return env['CONTRACT_APP_PASSWORD'] || certificate ? missing : [...missing, proof];
}

/** Null: nobody has named one. Half named it is a mistake, and no reason to leave it out. */
export function realTenant(env: Env): Tenant | null {
  if (!Object.entries(env).some(([name, value]) => name.startsWith('CONTRACT_') && value)) return null;
  const missing = missingIn(env);
  if (missing.length > 0)
    throw new Error(`a real tenant is only half named: ${missing.join(', ')} is not set`);
  const config = readConfig({
    ...Object.fromEntries(Object.entries(names).map(([own, given]) => [own, env[given]])),
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppPassword: env['CONTRACT_APP_PASSWORD'],
    CertificateThumbprint: env['CONTRACT_CERTIFICATE_THUMBPRINT'],
    CertificatePrivateKey: env['CONTRACT_CERTIFICATE_KEY'],
    PUBLIC_URL: env['CONTRACT_PUBLIC_URL'],
  });
  return {
    name: 'a real tenant',
    changes: env['CONTRACT_CHANGES'] === 'true',
    answers: Boolean(env['CONTRACT_PUBLIC_URL']),
    recorded: false,
    open: async () => ({ config, personId: env['CONTRACT_PERSON_ID'] ?? '', house: null }),
  };
}

const real = realTenant(process.env);
export const tenants: Tenant[] = real ? [standIn, real] : [standIn];

/** Stands in the list of tests as skipped, with the reason: it has passed for nothing. */
export function notAsked(what: string, because: string): void {
  // oxlint-disable-next-line jest/no-disabled-tests -- whoever runs this has not said where it may be tried
  test.skip(`${what}: not asked, ${because}`, () => undefined);
}

function groundOf({ config, personId, house }: Opened): Ground {
  const group = (source: string): string =>
    config.directory.find((one) => one.source === source)?.groupId ?? '';
  const gateways = gatewaysOf(config);
  const teamId = group('team');
  const person = async (): Promise<DirectoryPerson> => {
    const all = await gateways.directory.team(teamId);
    const found = all.find(({ objectId }) => objectId === personId.toLowerCase());
    if (!found?.email) throw new Error('the person to try things on is not in the team, or has no address');
    return found;
  };
  const groupId = group('secretariat');
  return { ...gateways, teamId, groupId, mailbox: config.mailFrom ?? '', house, person };
}

/** The ground of one tenant for the tests of a block. Its fields are there from the first test on. */
export function useTenant({ open }: Tenant): Ground {
  const ground = {} as Ground;
  beforeAll(async () => void Object.assign(ground, groundOf(await open())), 60_000);
  afterAll(() => ground.house?.close(), 60_000);
  return ground;
}
