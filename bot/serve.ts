// `npm run serve`: the app alone, until it is told to stop. Nothing of ours, and of no package, is imported up here:
// what is read in before there is a cache is compiled anew at each start.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

const { DATA_DIR, NODE_COMPILE_CACHE } = process.env;
// Never in a folder that others may write: what is kept is run. Where it cannot be written, it is gone without.
enableCompileCache(NODE_COMPILE_CACHE || join(DATA_DIR || '.data/app', 'compiled'));

async function serve(): Promise<void> {
  const { readConfig } = await import('./config.ts');
  const config = readConfig(process.env);
  // Used up: nothing that runs in here from now on, or is started from here, is handed the owner of the database.
  delete process.env['DATABASE_OWNER_URL'];
  const { standUp } = await import('./store/frame/setUp/standUp.ts');
  // It comes up while the rest is read in.
  const database = standUp(config);
  database.catch(() => undefined);
  const { startApp } = await import('./main.ts');
  const app = await startApp(config, database);
  process.stdout.write(`ready on ${app.url}\n`);
  const end = (): void =>
    void app.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  // Started by another process: without it there is nobody to serve.
  process.once('disconnect', end);
}

/** Whoever builds an image keeps what was compiled: all is read in, also what waits until it is wanted, and nothing started. */
const readIn = (): Promise<unknown> =>
  Promise.all([import('./main.ts'), import('./teams/reach/messages.ts'), import('./teams/frame/agent.ts')]);

await (process.argv.includes('--read-in') ? readIn() : serve()).catch((error: unknown) => {
  const { message = String(error), cause } = error instanceof Error ? error : {};
  process.stderr.write(`${message}${cause instanceof Error ? `: ${cause.message}` : ''}\n`);
  process.exit(1);
});
