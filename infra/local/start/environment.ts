import { join } from 'node:path';
import { appId, appPassword, hostTeamId, secretariatGroupId, steeringGroupId, tenantId } from './identity.ts';

export type AppOptions = { dataDir: string; port: number; platformUrl: string; secretariat: string[] };

/** What the app is told of the world it runs in. */
export const environment = (options: AppOptions): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'development',
  NODE_OPTIONS: '',
  PORT: String(options.port),
  PUBLIC_URL: options.platformUrl,
  PLATFORM_URL: options.platformUrl,
  DATA_DIR: options.dataDir,
  // Named from outside, it serves the first file too.
  NODE_COMPILE_CACHE: join(options.dataDir, 'compiled'),
  // Practice never goes into a real database, whatever this shell has set.
  DATABASE_URL: '',
  DATABASE_OWNER_URL: '',
  MicrosoftAppId: appId,
  MicrosoftAppPassword: appPassword,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: tenantId,
  HOST_TEAM_ID: hostTeamId,
  INVITE_GUESTS: 'true',
  // Nobody practises to wait.
  MAIL_RATE: '6000',
  SEND_RATE: process.env.SEND_RATE ?? '250',
  SHAREPOINT_FILES: 'true',
  SECRETARIAT_GROUP_ID: secretariatGroupId,
  STEERING_GROUP_ID: steeringGroupId,
  SECRETARIAT: options.secretariat.join(','),
  MAIL_FROM: process.env.MAIL_FROM ?? 'sekretariatet@pogi.example',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
});
