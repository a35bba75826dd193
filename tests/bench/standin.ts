import { startPlatform } from '../../infra/local/platform.ts';

/** The stand-in in a process of its own, so that its work is not counted as the app's. */
const platform = await startPlatform({
  port: 0,
  appId: process.env['APP_ID'] ?? '',
  appPassword: process.env['APP_PASSWORD'] ?? 'secret',
  tenantId: process.env['TENANT_ID'] ?? '',
});
process.on('message', (appUrl: string) => platform.setAppUrl(appUrl));
process.stdout.write(`ready on ${platform.url}\n`);
const end = (): void => void platform.close().then(() => process.exit(0));
process.once('SIGTERM', end);
// A bench that failed leaves nothing behind.
process.once('disconnect', end);
