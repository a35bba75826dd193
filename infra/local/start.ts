import { resolve } from 'node:path';
import { startApp } from './start/app.ts';
import { openBrowser } from './start/browser.ts';
import { appId, appPassword, secretariatIds, tenantId } from './start/identity.ts';
import { prepare, stop } from './start/folder.ts';
import { claim, release, writeMarker } from './start/marker.ts';
import { portBeside } from './start/ports.ts';
import { buildTab } from './start/tab.ts';
import { startPlatform } from './platform.ts';
import { loadScenario, scenarioNames } from './scenarios/index.ts';

const started = performance.now();
const say = (line: string) =>
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s  ${line}`);

const asked = process.argv.indexOf('--scenario');
const scenario = asked > 0 ? (process.argv[asked + 1] ?? '') : 'spring-meeting';
const dataDir = resolve(process.env.DATA_DIR || '.data/local');

async function main(): Promise<void> {
  if (!scenarioNames.includes(scenario))
    stop(`There is no scenario »${scenario}«. There is: ${scenarioNames.join(', ')}`);
  const wanted = Number(process.env.PLATFORM_PORT ?? 3979);
  const { port, fresh } = await prepare({ dataDir, scenario, port: wanted }, say);
  const stateFile = resolve(dataDir, 'platform.json');
  const platform = await startPlatform({ port, appId, appPassword, tenantId, stateFile });
  claim(dataDir, platform.url);
  say('stand-ins for Teams, Entra and Graph are up');
  const appPort = await portBeside(port);
  const building = buildTab(say);
  const app = startApp({ dataDir, port: appPort, platformUrl: platform.url, secretariat: secretariatIds });
  platform.setAppUrl(app.url);

  let closing = false;
  const close = async (code: number) => {
    if (closing) return;
    closing = true;
    await app.stop();
    await platform.close();
    release(dataDir);
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close(0));
  app.onEnd((reason) => {
    if (!closing) console.error(`The app has stopped (${reason}).\n${app.lastWords()}`);
    void close(1);
  });

  try {
    await app.ready();
    say('the app is up');
    await building;
    if (fresh) {
      await loadScenario(scenario, { platformUrl: platform.url, say });
      writeMarker(dataDir, { scenario, port });
    }
  } catch (error) {
    if (!closing) console.error(error instanceof Error ? error.message : error, `\n${app.lastWords()}`);
    return close(1);
  }
  say('ready');
  console.log(`\n  ${platform.url}\n\nCtrl-C stops it.`);
  openBrowser(platform.url);
}

await main();
