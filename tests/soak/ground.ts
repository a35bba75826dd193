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
import { inMeeting, meeting } from '../support/cases.ts';
import { install, member, person, secretariat, stranger, whoHasLeft } from '../support/factories.ts';
import { startProxy, type Proxy } from '../support/wire/proxy.ts';
import { Cluster } from './cluster.ts';
import { Door } from './door.ts';
import { randomFrom } from './random.ts';
import { Replicas } from './replicas.ts';
import { meetingHours, Stage } from './stage.ts';
import { Ledger } from './ledger.ts';

/** As fast as the stand-in takes them: a queue of mails at Exchange's pace would outlast what is played here. */
const rates = { SEND_RATE: '100', MAIL_RATE: '1200' };
/** So long what waits to be sent and sealed may take, once nothing fails any more. */
const calmMs = 120_000;

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

/** Every third member is reached by mail only, and presses in the tab. */
async function enter({ house, stage }: Ground, number: number): Promise<void> {
  const one = await member(house, {
    name: `Medlem ${number}`,
    with: ['deputy', 'contact', 'staff'],
    chair: number === 1,
  });
  stage.enter(one, await person(house, one, 'Afdelingschef'));
  if (number % 3 === 0) return;
  for (const who of [one.contact, one.representative, one.staff])
    stage.chats.set(who.objectId, await install(house, who));
}

/** A meeting in Teams with everybody in it, whose chat the app is in. */
async function council({ house, stage }: Ground): Promise<void> {
  const deputies = stage.members.map(({ deputy }) => deputy);
  const invited = [...stage.seats.flatMap(({ people }) => people), ...deputies];
  stage.council = await meeting(house, { invited, inSession: false, hours: meetingHours });
  for (const who of invited) await inMeeting(house, stage.council, who);
}

async function people(ground: Ground, members: number): Promise<void> {
  const { house, stage } = ground;
  await furnish(house);
  for (const which of [0, 1] as const) stage.enterSecretary(secretariat(house, which));
  for (let number = 1; number <= members; number += 1) await enter(ground, number);
  stage.outsiders = [await whoHasLeft(house), await stranger(house)];
  await council(ground);
}

export async function openGround(seed: number, members: number): Promise<Ground> {
  const [cluster, platform] = await Promise.all([Cluster.open(), standin()]);
  const proxy = await startProxy(cluster.url);
  const ledger = new Ledger();
  const stage = new Stage(ledger);
  const roles = { DATABASE_URL: asRole(proxy.url, 'partnership_app'), DATABASE_OWNER_URL: proxy.url };
  const env = configFor(platform.url, { ...roles, LOG_LEVEL: 'info', ...rates });
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

/** One line for everything of a kind that has still to leave or to be sealed. */
const waits = `
  select count(*) || ' deliveries of ' || message || ' by ' || channel || ' are ' || state as what from delivery
  where state in ('queued', 'sending') group by message, channel, state
  union all
  select count(*) || ' events are not sealed' from unsealed having count(*) > 0`;

/** Nothing fails any more, both replicas are ready, and what waits to be sent and sealed was. */
export async function calm({ house, proxy, replicas, cluster, ledger }: Ground): Promise<void> {
  proxy.resume();
  proxy.slow(0);
  await house.api('DELETE', '/faults');
  for (const url of replicas.urls)
    await eventually(
      () => sendTo(`${url}/readyz`, 'GET').catch(() => ({ status: 0 })),
      ({ status }) => status === 200,
      60_000,
    );
  const waiting = async () => (await cluster.ask<{ what: string }>(waits)).map(({ what }) => what);
  const still = await eventually(waiting, (left) => left.length === 0, calmMs).catch(waiting);
  for (const what of still) ledger.found('lost', `${what}, and nothing has failed for ${calmMs / 1_000} s`);
}
