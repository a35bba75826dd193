import { setTimeout as sleep } from 'node:timers/promises';
import { start, type Server } from '../bench/ground.ts';
import {
  appId,
  asRole,
  configFor,
  doorsOf,
  eventually,
  furnish,
  sendTo,
  tenantId,
  type House,
} from '../support/app.ts';
import { install, member } from '../support/factories.ts';
import { startProxy, type Proxy } from '../support/proxy.ts';
import { Cluster } from './cluster.ts';
import { Door } from './door.ts';
import { randomFrom } from './random.ts';
import { Replicas } from './replicas.ts';
import { Stage } from './stage.ts';
import { Ledger } from './told.ts';

/** A database of its own behind a line that can fail, two replicas, the stand-ins, and a partnership that plays. */
export interface Ground {
  seed: number;
  house: House;
  cluster: Cluster;
  proxy: Proxy;
  replicas: Replicas;
  platform: Server;
  stage: Stage;
  ledger: Ledger;
  door: Door;
  close(): Promise<void>;
}

const standin = (): Promise<Server> =>
  start(new URL('../bench/standin.ts', import.meta.url).pathname, {
    APP_ID: appId,
    TENANT_ID: tenantId,
    APP_PASSWORD: 'a secret',
  });

/** The tests' own way into the app: only for what prepares, before anything fails. */
function houseOn(platformUrl: string, cluster: Cluster, url: () => string): House {
  const send: typeof sendTo = (path, method, options) => sendTo(`${url()}${path}`, method, options);
  return {
    ...doorsOf('', platformUrl, send),
    platform: { url: platformUrl, setAppUrl: () => Promise.resolve() },
    sql: (text: string, values?: unknown[]) => cluster.ask(text, values),
  } as unknown as House;
}

async function people({ house, stage }: Ground, members: number): Promise<void> {
  await furnish(house);
  for (let made = 0; made < members; made += 1) {
    const one = await member(house, {
      name: `Medlem ${made + 1}`,
      with: ['contact', 'staff'],
      chair: made === 0,
    });
    stage.enter(one);
    if (made % 3 === 2) continue;
    for (const who of [one.contact, one.representative, one.staff])
      stage.chats.set(who.objectId, await install(house, who));
  }
}

export async function openGround(seed: number, members: number): Promise<Ground> {
  const [cluster, platform] = await Promise.all([Cluster.open(), standin()]);
  const proxy = await startProxy(cluster.url);
  const ledger = new Ledger();
  const stage = new Stage(ledger);
  const roles = { DATABASE_URL: asRole(proxy.url, 'partnership_app'), DATABASE_OWNER_URL: proxy.url };
  const env = configFor(platform.url, { ...roles, LOG_LEVEL: 'info', SEND_RATE: '100' });
  const replicas = new Replicas(env, (url) => platform.process.send(url));
  await replicas.open(2);
  const house = houseOn(platform.url, cluster, () => replicas.urls[0]!);
  const door = new Door({ house, replicas, stage, ledger }, randomFrom(seed, 'doors'));
  const close = async (): Promise<void> => {
    await replicas.close().catch(() => undefined);
    await proxy.close();
    await platform.stop();
    await cluster.remove();
  };
  const ground = { seed, house, cluster, proxy, replicas, platform, stage, ledger, door, close };
  await people(ground, members);
  return ground;
}

/** Nothing fails any more, both replicas are ready, and what waits to be sent and sealed was. */
export async function calm({ house, proxy, replicas, cluster }: Ground): Promise<void> {
  proxy.resume();
  proxy.slow(0);
  await house.api('DELETE', '/faults');
  for (const url of replicas.urls)
    await eventually(
      () => sendTo(`${url}/readyz`, 'GET').catch(() => ({ status: 0 })),
      ({ status }) => status === 200,
      60_000,
    );
  const waits = `select (select count(*) from delivery where state in ('queued', 'sending'))
    + (select count(*) from unsealed) as n`;
  const waiting = async () => Number((await cluster.ask<{ n: string }>(waits))[0]!.n);
  await eventually(waiting, (n) => n === 0, 240_000);
  await sleep(1_500);
}
