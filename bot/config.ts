import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { headKeysIn } from './process/case/heads.ts';
import { directorySources, type DirectorySource } from './process/reach/directory.ts';

const microsoftAppTypes = ['singletenant', 'userassignedmsi', 'multitenant'] as const;
const number = (least: number, most: number) => z.coerce.number().min(least).max(most);
/** Ids compare as ids: written in capitals they are the same. */
const guid = z.uuid().toLowerCase();
const url = z.url().transform((value) => value.replace(/\/+$/, ''));
/** An empty variable is an unset one: that is how most platforms leave them. */
const variable = <T extends z.ZodType>(schema: T, about: string) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema).describe(about);

/** Every variable the app reads: its meaning here, its check here, its row in the README made from here. */
const variables = z.object({
  PORT: variable(z.coerce.number().int().min(0).max(65_535).default(3978), 'Port the app listens on.'),
  PUBLIC_URL: variable(
    url.optional(),
    'Address people reach the app at; links in cards and mails begin with it. Default: `http://127.0.0.1:PORT`.',
  ),
  DATABASE_URL: variable(z.string().optional(), 'PostgreSQL to use. Unset: an embedded one in `DATA_DIR`.'),
  DATABASE_OWNER_URL: variable(
    z.string().optional(),
    "The same database as the role that owns its tables: it migrates, and gives the role of `DATABASE_URL` (made where there is none) what that one needs. Unset: `DATABASE_URL` does it, and whoever gets into the app could change the trail's past.",
  ),
  DATA_DIR: variable(
    z.string().default('.data/app'),
    'Folder of the embedded database, and of what was compiled for the next start (or `NODE_COMPILE_CACHE`).',
  ),
  MicrosoftAppId: variable(guid, 'Entra application (client) id of the bot and the tab.'),
  MicrosoftAppPassword: variable(z.string().optional(), 'Client secret. Not needed with `UserAssignedMSI`.'),
  MicrosoftAppType: variable(
    z.string().toLowerCase().pipe(z.enum(microsoftAppTypes)),
    'Kind of bot registration: `SingleTenant`, `UserAssignedMSI` or `MultiTenant`.',
  ),
  MicrosoftAppTenantId: variable(guid, "The secretariat's tenant; members are guests in it."),
  ALLOWED_TENANTS: variable(
    z.string().default(''),
    'Further tenant ids whose people may use the app, comma separated.',
  ),
  CertificateThumbprint: variable(
    z
      .string()
      .transform((value) => value.replaceAll(/[\s:]/g, '').toUpperCase())
      .refine((value) => /^[0-9A-F]{64}$/.test(value), 'must be a SHA-256 thumbprint: 64 hexadecimal digits')
      .optional(),
    'SHA-256 thumbprint of a certificate in place of the client secret, for the bot and for Graph.',
  ),
  CertificatePrivateKey: variable(z.string().optional(), 'Private key of that certificate, PEM.'),
  SECRETARIAT: variable(
    z.string().default(''),
    "Entra object ids of the secretariat's people, comma separated.",
  ),
  HOST_TEAM_ID: variable(
    guid.optional(),
    'Group id of the team that all members are in. Its joiners are proposed for the register, its leavers lose their rights.',
  ),
  SECRETARIAT_GROUP_ID: variable(
    guid.optional(),
    'Entra group whose people are the secretariat, beside `SECRETARIAT`.',
  ),
  STEERING_GROUP_ID: variable(
    guid.optional(),
    'Entra group of the steering group, to hold against the seats.',
  ),
  INVITE_GUESTS: variable(
    z.enum(['true', 'false']).default('false'),
    '`true`: the app invites people of working groups as guests of the tenant. Needs `User.Invite.All`.',
  ),
  SHAREPOINT_FILES: variable(
    z.enum(['true', 'false']).default('false'),
    "`true`: files of cases are copied to the SharePoint folder of their working group's channel. Needs `Sites.Selected`.",
  ),
  SEND_RATE: variable(number(0.1, 10_000).default(25), 'Messages a second to Teams, over all replicas.'),
  CONVERSATION_RATE: variable(number(0.1, 10_000).default(7), 'Messages a second to one conversation.'),
  MAIL_RATE: variable(
    number(1, 100_000).default(30),
    'Mails a minute, over all replicas. Exchange takes 30 from one mailbox.',
  ),
  READ_RATE: variable(number(0.1, 100_000).default(50), 'Reads a second of one person, in one replica.'),
  READ_BURST: variable(number(1, 1_000_000).default(300), 'Reads at once before `READ_RATE` counts.'),
  ACT_RATE: variable(number(0.1, 100_000).default(50), 'Acts a second of one person, in one replica.'),
  ACT_BURST: variable(number(1, 1_000_000).default(600), 'Acts at once before `ACT_RATE` counts.'),
  ADDRESS_RATE: variable(
    number(0.1, 100_000).default(20),
    'Requests a second from one address without a valid sign-in, in one replica.',
  ),
  ADDRESS_BURST: variable(
    number(1, 1_000_000).default(200),
    'Requests at once before `ADDRESS_RATE` counts.',
  ),
  TRUSTED_PROXIES: variable(
    z.coerce.number().int().min(0).max(10).default(0),
    'Proxies in front of the app whose entries in X-Forwarded-For are believed; Azure Container Apps is one. With 0 an address is that of the connection.',
  ),
  MALWARE_SCAN_COMMAND: variable(
    z.string().trim().max(500).optional(),
    'Program that scans each file before it is let in, with its arguments, split at spaces and run without a shell: the file on standard input, exit 0 clean, 1 infected, anything else not scanned and not let in. Unset: files are not scanned.',
  ),
  MALWARE_SCAN_SECONDS: variable(number(1, 120).default(60), 'How long a scan of one file may take.'),
  MAIL_FROM: variable(
    z.email().optional(),
    'Mailbox that mails are sent from and meetings are called from with Microsoft Graph. Unset: no mail, and no calendar is read or written.',
  ),
  OPERATOR_NAME: variable(
    z.string().trim().max(100).optional(),
    'Public body that runs the app and answers for its data; named on `/privacy` and `/terms`.',
  ),
  OPERATOR_MAIL: variable(
    z.email().optional(),
    'Where a mail goes when the trail does not hold against itself and the records. Unset: to `MAIL_FROM`.',
  ),
  TRAIL_KEY: variable(
    z
      .string()
      .optional()
      .transform((text, context): KeyObject[] => {
        try {
          return text === undefined ? [] : headKeysIn(text);
        } catch {
          context.addIssue('is no private key of Ed25519 in PEM');
          return z.NEVER;
        }
      }),
    "Private key (Ed25519, PEM) that signs the trail's heads at `/trail/heads`; while it is being rotated, the one before it follows it. Unset: one is made and kept in the database, and whoever may write there could sign too.",
  ),
  TRAIL_HEAD_MINUTES: variable(
    z.coerce.number().int().min(1).max(1440).default(60),
    "Between two heads of the trail, whether or not anything happened; at a vote's or a hearing's end there is one more.",
  ),
  METRICS_TOKEN: variable(
    z.string().optional(),
    'What `/metrics` wants as bearer. Unset: it is closed, but for development with `PLATFORM_URL`.',
  ),
  PLATFORM_URL: variable(
    url.optional(),
    'Development only: a stand-in for the Microsoft cloud. Refused when `NODE_ENV` is `production`.',
  ),
  NODE_ENV: variable(z.string().default('development'), '`production` in production.'),
  LOG_LEVEL: variable(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    'How much is logged.',
  ),
});

export interface Config {
  port: number;
  publicUrl: string;
  databaseUrl: string | undefined;
  databaseOwnerUrl: string | undefined;
  dataDir: string;
  appId: string;
  appPassword: string;
  appType: (typeof microsoftAppTypes)[number];
  tenantId: string;
  /** Tenants whose tokens and activities are accepted; never empty. */
  tenants: string[];
  secretariat: string[];
  /** The groups of Entra that say who is who; those that are configured. */
  directory: { source: DirectorySource; groupId: string }[];
  inviteGuests: boolean;
  sharepointFiles: boolean;
  certificate: { thumbprint: string; privateKey: string } | undefined;
  sendRate: number;
  conversationRate: number;
  mailRate: number;
  /** Each replica's own. */
  rates: Record<'read' | 'act' | 'address', { perSecond: number; burst: number }>;
  trustedProxies: number;
  /** Null: files are not scanned. */
  malwareScan: { words: string[]; seconds: number } | null;
  mailFrom: string | undefined;
  operatorName: string | undefined;
  operatorMail: string | undefined;
  /** The one that signs first; empty: the database keeps one. */
  trailKeys: KeyObject[];
  trailHeadMinutes: number;
  metricsToken: string | undefined;
  platformUrl: string | undefined;
  logLevel: string;
}

const idList = (value: string): string[] =>
  value
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter(Boolean);

const ratesOf = (read: z.infer<typeof variables>): Config['rates'] => ({
  read: { perSecond: read.READ_RATE, burst: read.READ_BURST },
  act: { perSecond: read.ACT_RATE, burst: read.ACT_BURST },
  address: { perSecond: read.ADDRESS_RATE, burst: read.ADDRESS_BURST },
});

const scanOf = (read: z.infer<typeof variables>): Config['malwareScan'] => {
  const words = read.MALWARE_SCAN_COMMAND?.split(/\s+/);
  return words ? { words, seconds: read.MALWARE_SCAN_SECONDS } : null;
};

/** Variables that are each right and together are not. */
function refuseWhatDoesNotFit(read: z.infer<typeof variables>): void {
  const { CertificateThumbprint: thumbprint, CertificatePrivateKey: privateKey } = read;
  if (read.PLATFORM_URL && read.NODE_ENV === 'production')
    throw new Error('PLATFORM_URL is for development and is refused when NODE_ENV=production');
  if (read.DATABASE_OWNER_URL && !read.DATABASE_URL)
    throw new Error('DATABASE_OWNER_URL needs DATABASE_URL: the embedded database has an owner of its own');
  if (Boolean(thumbprint) !== Boolean(privateKey))
    throw new Error('CertificateThumbprint and CertificatePrivateKey belong together');
  if (read.MicrosoftAppType !== 'userassignedmsi' && !read.MicrosoftAppPassword && !thumbprint)
    throw new Error('MicrosoftAppPassword is missing');
}

/** Reads the environment once. Throws one error that names everything wrong, in words for whoever installs it. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = variables.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`the configuration is not complete:\n${lines.join('\n')}`);
  }
  const read = parsed.data;
  const { CertificateThumbprint: thumbprint, CertificatePrivateKey: privateKey } = read;
  refuseWhatDoesNotFit(read);
  const groups = {
    team: read.HOST_TEAM_ID,
    secretariat: read.SECRETARIAT_GROUP_ID,
    steering: read.STEERING_GROUP_ID,
  };
  return {
    port: read.PORT,
    publicUrl: read.PUBLIC_URL ?? `http://127.0.0.1:${read.PORT}`,
    databaseUrl: read.DATABASE_URL,
    databaseOwnerUrl: read.DATABASE_OWNER_URL,
    dataDir: read.DATA_DIR,
    appId: read.MicrosoftAppId,
    appPassword: read.MicrosoftAppPassword ?? '',
    appType: read.MicrosoftAppType,
    tenantId: read.MicrosoftAppTenantId,
    tenants: [read.MicrosoftAppTenantId, ...idList(read.ALLOWED_TENANTS)],
    secretariat: idList(read.SECRETARIAT),
    directory: directorySources.flatMap((source) => {
      const groupId = groups[source];
      return groupId ? [{ source, groupId }] : [];
    }),
    sharepointFiles: read.SHAREPOINT_FILES === 'true',
    inviteGuests: read.INVITE_GUESTS === 'true',
    certificate: thumbprint && privateKey ? { thumbprint, privateKey } : undefined,
    sendRate: read.SEND_RATE,
    conversationRate: read.CONVERSATION_RATE,
    mailRate: read.MAIL_RATE,
    rates: ratesOf(read),
    trustedProxies: read.TRUSTED_PROXIES,
    malwareScan: scanOf(read),
    mailFrom: read.MAIL_FROM,
    operatorName: read.OPERATOR_NAME,
    operatorMail: read.OPERATOR_MAIL,
    trailKeys: read.TRAIL_KEY,
    trailHeadMinutes: read.TRAIL_HEAD_MINUTES,
    metricsToken: read.METRICS_TOKEN,
    platformUrl: read.PLATFORM_URL,
    logLevel: read.LOG_LEVEL,
  };
}

/** The README's table of variables. */
export function configurationTable(): string {
  const rows = Object.entries(variables.shape).map(
    ([name, schema]) => `| \`${name}\` | ${schema.description ?? ''} |`,
  );
  return ['| Variable | Meaning |', '|---|---|', ...rows].join('\n');
}
