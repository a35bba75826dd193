import type { Logger } from 'pino';
import restify, { type Request, type Response, type Server } from 'restify';
import { serveActs } from './frame/acts.ts';
import { admitAll, type Admission } from './frame/edge/admit.ts';
import { answerChannel, type Channel } from './frame/edge/channel.ts';
import { dressAll } from './frame/edge/headers.ts';
import { readBodies } from './frame/bodies.ts';
import { serveCalendar, type FeedSettings } from './meeting/calendar.ts';
import { serveConsent, type ConsentSettings } from './people/consent.ts';
import { serveClock, type Movable } from './frame/clock.ts';
import { serveFiles } from './draft/files.ts';
import { serveGraph } from './reach/graph.ts';
import { serveHeads } from './case/heads.ts';
import { serveHealth, type Health } from './frame/health.ts';
import { serveLive, type Live } from './reach/live.ts';
import { frameworkLog, loggedPath, numberOf } from './frame/log.ts';
import { serveMetrics, type MetricsSettings } from './frame/metrics.ts';
import { serveNotices, type NoticeSettings } from './frame/notices.ts';
import { serveOpenapi } from './frame/openapi.ts';
import type { OwnCalendar } from '../ports.ts';
import { serveOwnCalendar } from './scheduling/ownCalendar.ts';
import type { Doors } from './people/people.ts';
import { sendApology, sendJson, unreadableAs } from './frame/respond.ts';
import { serveTab, type TabSettings } from './frame/tab.ts';
import { serveViews } from './frame/views.ts';

export interface Serving {
  house: Doors['house'];
  host: string;
  publicUrl: string;
  admission: Omit<Admission, 'clock'>;
  messages: Channel['messages'];
  health: Health;
  metrics: MetricsSettings;
  tab: TabSettings;
  /** Where the built tab is; unless told, where the build puts it. */
  tabFolder?: string;
  notices: NoticeSettings;
  calendar: FeedSettings;
  ownCalendar: OwnCalendar;
  consent: ConsentSettings;
  clock: Movable | null;
  log: Logger;
}

export interface Web {
  server: Server;
  live: Live;
}

/**
 * Longer than anything in front of the app keeps a quiet connection (Azure's ingress: four minutes). Whoever closes
 * last is never sent a request on a connection that the other side is just closing, which would be a 502.
 */
const quietMs = 300_000;

export function createWeb(serving: Serving): Web {
  const { log } = serving;
  const server = restify.createServer({
    name: 'partnership',
    ignoreTrailingSlash: true,
    log: frameworkLog(log) as never,
  });
  server.server.keepAliveTimeout = quietMs;
  const { messages } = serving;
  const { fromChannel } = serving.admission;
  const headers = dressAll(server, serving.publicUrl);
  answerChannel(server, { messages, fromChannel, log }, [['server', server.name], ...headers]);
  const signedIn = admitAll(server, { ...serving.admission, clock: serving.clock !== null });
  readBodies(server);
  server.on('restifyError', plainError);

  const safely: Doors['safely'] = (handler) => async (request: Request, response: Response) => {
    const requestId = numberOf(request);
    try {
      await handler(request, response);
    } catch (error) {
      log.error({ requestId, err: error, path: loggedPath(request) }, 'a request failed');
      if (!response.headersSent) sendApology(response, requestId, error);
    }
  };
  const doors: Doors = { house: serving.house, host: serving.host, signedIn, safely };

  server.post(
    '/api/messages',
    safely(async (request, response) => {
      const authorization = request.headers.authorization;
      const { status, body } = await messages(authorization, request.body, numberOf(request));
      sendJson(response, status, body);
    }),
  );
  serveOpenapi(server, doors);
  serveActs(server, doors);
  serveViews(server, doors);
  serveFiles(server, doors);
  serveGraph(server, doors, log);
  serveHealth(server, doors, serving.health, log);
  serveMetrics(server, doors, serving.metrics);
  serveTab(server, doors, serving.tab, serving.tabFolder);
  serveHeads(server, doors);
  serveNotices(server, doors, serving.notices);
  serveCalendar(server, doors, serving.calendar);
  serveOwnCalendar(server, doors, serving.ownCalendar, log);
  serveConsent(server, doors, serving.consent);
  if (serving.clock) serveClock(server, doors, serving.clock);
  return { server, live: serveLive(server, doors, log) };
}

/** What the framework itself refuses (no such path, a body that is no JSON, too large) in our own shape. */
function plainError(
  _request: Request,
  _response: Response,
  error: Error & { toJSON?: () => object; body?: { code?: string } },
  done: () => void,
): void {
  const code = error.body?.code ?? 'refused';
  error.toJSON = () => unreadableAs(code);
  done();
}
