import { collectDefaultMetrics, Counter, Registry } from 'prom-client';
import type { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { inspectFile } from './acts/draft/inspectFile.ts';
import type { House } from './acts/frame/run.ts';
import { tabLink } from './cards/frame/links.ts';
import type { Config } from './config.ts';
import { graphAccounts } from './graph/people/accounts.ts';
import { graphChannels } from './graph/reach/channels.ts';
import { graphDirectory } from './graph/reach/directory.ts';
import { graphCalendar } from './graph/meeting/calendar.ts';
import { Catalogue } from './graph/reach/catalogue.ts';
import { graphFeed } from './graph/reach/feed.ts';
import { graphFiles } from './graph/draft/files.ts';
import { Graph } from './graph/frame/graph.ts';
import { graphMail } from './graph/reach/mail.ts';
import { graphMeetingChats } from './graph/reach/meetingChats.ts';
import { graphOwnCalendar, ownCalendarScope } from './graph/scheduling/ownCalendar.ts';
import { botToken } from './graph/frame/tokens.ts';
import { graphWatching } from './graph/reach/watching.ts';
import { Composer } from './jobs/compose.ts';
import { startDelivering } from './jobs/reach/deliver.ts';
import { enqueueWith } from './jobs/enqueue.ts';
import { startFeeding } from './jobs/reach/feed.ts';
import { headsOn, type Heads } from './jobs/case/headsOn.ts';
import { openQueue, startWork } from './jobs/queue.ts';
import { inspectorOn } from './jobs/draft/inspect.ts';
import { noteCalls } from './jobs/reach/noteCalls.ts';
import { showTrail } from './jobs/case/showTrail.ts';
import { startSealing } from './jobs/case/seal.ts';
import { writeAccountIdsAlike } from './store/people/accountIds.ts';
import { DatabaseClock } from './store/frame/clock.ts';
import { openDatabase } from './store/frame/database.ts';
import { reconcileSources } from './store/reach/directory.ts';
import { listen } from './store/frame/listen.ts';
import { standUp, type Standing } from './store/frame/setUp/standUp.ts';
import { reconcileSecretariat } from './store/people/people.ts';
import { readiness } from './store/frame/setUp/ready.ts';
import { reconcileTenants } from './store/frame/tenants.ts';
import { keepScanner } from './store/reach/watching.ts';
import { forgetWhoIs } from './store/people/whoIs.ts';
import { connectorWith } from './teams/frame/connector.ts';
import type { createMessages } from './teams/reach/messages.ts';
import { meetingsOn, messengerOn } from './teams/reach/messenger.ts';
import { trustedServices } from './teams/frame/services.ts';
import { createVerifier } from './teams/frame/verify.ts';
import type { Messenger } from './ports.ts';
import { Rates } from './web/frame/edge/rates.ts';
import { remembering } from './web/edge/remembering.ts';
import { createWeb } from './web/server.ts';
import { listenOn } from './web/frame/listenOn.ts';
import { createIssuers } from './web/frame/edge/issuers.ts';
import { createSignIn } from './web/frame/signIn.ts';
import { t } from './i18n/index.ts';
import { openLog } from './log.ts';

export interface App {
  url: string;
  stop(): Promise<void>;
}

type Stop = () => unknown;

/**
 * Puts the parts together: configuration, store, gateways, server and worker. Stops them in the other order. Whoever
 * has the database come up beforehand hands it over.
 */
export async function startApp(config: Config, standing = standUp(config)): Promise<App> {
  const log = openLog(config.logLevel);
  const stops: Stop[] = [];
  const stop = async (): Promise<void> => {
    for (const one of stops.toReversed()) await one();
  };
  try {
    const store = await openStore(config, standing, log, stops);
    return { url: await assemble(config, store, log, stops), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openStore(config: Config, standing: Promise<Standing>, log: Logger, stops: Stop[]) {
  const { url, stop } = await standing;
  stops.push(stop);
  const movesClock = config.platformUrl !== undefined;
  const { db, pool } = openDatabase(url);
  stops.push(() => db.destroy());
  await reconcileTenants(db, config.tenants);
  await writeAccountIdsAlike(db);
  const clock = new DatabaseClock(db, movesClock);
  stops.push(await clock.start((error) => log.warn({ err: error }, 'the time could not be asked for')));
  await reconcileSources(db, config.directory);
  await keepScanner(db, config.malwareScan !== null);
  await reconcileSecretariat(db, config.secretariat, t('da', 'secretariat'), clock.now());
  return { url, db, pool, clock };
}

type Store = Awaited<ReturnType<typeof openStore>>;

type Messages = ReturnType<typeof createMessages>;

/** The SDK is a fifth of all that is read in, and nobody waits for it but who writes to the bot before it is there. */
function messagesOf(...given: Parameters<typeof createMessages>) {
  let made: Promise<Messages> | null = null;
  const read = () =>
    (made ??= import('./teams/reach/messages.ts').then((sdk) => sdk.createMessages(...given)));
  return { read, answer: async (...asked: Parameters<Messages>) => (await read())(...asked) };
}

async function assemble(config: Config, store: Store, log: Logger, stops: Stop[]): Promise<string> {
  const { clock } = store;
  const boss = await openQueue(store.url, log);
  stops.push(() => boss.stop({ graceful: true, timeout: 5_000 }));
  const registration = { ...config, getToken: botToken(config) };
  const connector = connectorWith(registration.getToken, trustedServices(config.platformUrl));
  const meetings = meetingsOn(connector);
  const enqueue = enqueueWith(boss, clock);
  const { db } = store;
  const inspecting = { db, inspector: inspectorOn({ db, clock, log, command: config.malwareScan }) };
  const inspect = (fileId: string) => inspectFile(inspecting, fileId);
  const house: House = { db, clock, meetings, inspect, enqueue, forgetPeople: () => forgetWhoIs(db) };
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  showTrail(metrics, store.db);
  const link = (page: string): string => tabLink(config.appId, config.tenantId, page);

  const rates = new Rates(config.rates);
  const issuers = createIssuers();
  const remember = remembering(clock);
  const channel = createVerifier(config, clock, issuers, remember);
  const messages = messagesOf({ house, log, rates, tabLink: link }, registration, channel);
  const { server, live } = createWeb({
    house,
    log,
    host: config.tenantId,
    publicUrl: config.publicUrl,
    admission: {
      rates,
      trustedProxies: config.trustedProxies,
      signIn: createSignIn(config, clock, issuers, remember),
      fromChannel: channel.fromChannel,
    },
    messages: messages.answer,
    metrics: { registry: metrics, token: config.metricsToken, local: config.platformUrl !== undefined },
    health: { notReady: await readiness(store.pool) },
    tab: { appId: config.appId, local: config.platformUrl !== undefined },
    notices: { operator: config.operatorName ?? null, contact: config.mailFrom ?? null },
    calendar: { tabLink: link },
    ownCalendar: graphOwnCalendar(config),
    consent: consentOf(config),
    clock: config.platformUrl ? clock : null,
  });
  stops.push(() => live.close());
  await hearOfChanges({ store, live, log }, stops);
  await startWorker({ config, log, house, boss, metrics, messenger: messengerOn(connector), link }, stops);
  // With a stand-in it is somebody's own machine, and nobody else's business.
  const url = await listenOn(server, config.port, config.platformUrl ? '127.0.0.1' : '0.0.0.0', stops);
  const ready = messages.read();
  stops.push(() => ready);
  return url;
}

interface Hearing {
  store: Store;
  live: ReturnType<typeof createWeb>['live'];
  log: Logger;
}

/** What one replica changes, the others hear of through the database. */
async function hearOfChanges({ store, live, log }: Hearing, stops: Stop[]): Promise<void> {
  const told: Record<string, (payload: string) => unknown> = {
    change: (caseId) => live.changed(caseId),
    changeFor: (text) => live.changedFor(text),
    clock: () => store.clock.renew().catch((error: unknown) => log.error({ err: error }, 'the moved clock')),
    register: () => {
      forgetWhoIs(store.db);
      live.registerChanged();
    },
  };
  // After a pause in listening nobody knows what changed, so everyone looks again.
  const all = (): void => Object.values(told).forEach((one) => void one(''));
  const heard = (channel: string, payload: string): void => void told[channel]?.(payload);
  const listening = await listen(store.url, Object.keys(told), heard, all);
  stops.push(() => listening.stop());
}

/** Where a person is asked to let the app read their own calendar. */
const consentOf = ({ appId, tenants, publicUrl, platformUrl }: Config) => ({
  appId,
  tenants,
  publicUrl,
  login: platformUrl ? `${platformUrl}/entra` : 'https://login.microsoftonline.com',
  scope: ownCalendarScope,
});

interface Worker {
  config: Config;
  log: Logger;
  house: House;
  boss: PgBoss;
  metrics: Registry;
  messenger: Messenger;
  link(page: string): string;
}

/** The secretariat's mailbox calls the meetings; without one they are called by hand. */
function graphMeetings(graph: Graph, catalogue: Catalogue, { mailFrom }: Config) {
  if (!mailFrom) return { calendar: null, meetingChats: null };
  const meetingChats = graphMeetingChats(graph, catalogue, mailFrom);
  return { calendar: graphCalendar(graph, mailFrom), meetingChats };
}

/** What there is to read of Entra and to do in the host team; without a team or group: nothing. */
function graphTeam(graph: Graph, catalogue: Catalogue, config: Config, link: Worker['link']) {
  if (config.directory.length === 0)
    return { directory: null, watching: null, channels: null, accounts: null, files: null };
  return {
    directory: graphDirectory(graph),
    watching: graphWatching(graph, config.publicUrl),
    channels: graphChannels(graph, catalogue, `${config.publicUrl}/tab`),
    files: config.sharepointFiles ? graphFiles(graph, config.platformUrl) : null,
    accounts: graphAccounts(graph, catalogue, config.inviteGuests ? link('tasks') : null),
  };
}

const composerOn = ({ publicUrl }: Config, { db, clock }: House, heads: Heads, tabLink: Worker['link']) =>
  new Composer({
    db,
    now: () => clock.now(),
    tabLink,
    headOf: (voteId) => heads.ofVote(voteId),
    headsLink: `${publicUrl}/trail/heads`,
  });

/** What happens after an act and without anyone asking: the outbox, the seals, the jobs. */
async function startWorker(
  { config, log, house, boss, metrics, messenger, link }: Worker,
  stops: Stop[],
): Promise<void> {
  const { db, clock } = house;
  const { sendRate, conversationRate, mailRate } = config;
  const heads = headsOn(house, log, config, metrics);
  const composer = composerOn(config, house, heads, link);
  const graph = new Graph(config, noteCalls(db, clock, log));
  const mail = config.mailFrom ? graphMail(graph, config.mailFrom) : null;
  const outcomes = new Counter({
    name: 'deliveries_total',
    help: 'Messages by outcome',
    labelNames: ['outcome'],
    registers: [metrics],
  });
  const count = (outcome: string): void => outcomes.inc({ outcome });
  const delivering = startDelivering({
    db,
    messenger,
    mail,
    composer,
    sendRate,
    conversationRate,
    mailRate,
    log,
    count,
  });
  stops.push(() => delivering.stop());
  if (config.directory.length > 0) {
    const feeding = startFeeding({ db, feed: graphFeed(graph), composer, log });
    stops.push(() => feeding.stop());
  }
  for (const one of [startSealing(db, log, () => clock.now()), heads.start()]) stops.push(() => one.stop());
  const catalogue = new Catalogue(graph, config.appId);
  await startWork(boss, {
    db,
    house,
    composer,
    messenger,
    sendRate,
    ...graphTeam(graph, catalogue, config, link),
    ...graphMeetings(graph, catalogue, config),
    mail,
    mailbox: config.mailFrom ?? null,
    operatorMail: config.operatorMail ?? config.mailFrom ?? null,
    link,
    log,
  });
}
