import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';

export interface Measured {
  requestsPerSecond: number;
  p50: number;
  p99: number;
  answered: number;
  failed: number;
}

export interface Click {
  serviceUrl: string;
  appId: string;
  tenantId: string;
  conversationId: string;
  from: { objectId: string; name: string };
  verb: string;
  data: object;
}

/** One click on a card, as Teams sends it; every click has an id of its own. */
export const invokeOf = (click: Click): string =>
  JSON.stringify({
    type: 'invoke',
    id: `f:${randomUUID()}`,
    name: 'adaptiveCard/action',
    channelId: 'msteams',
    serviceUrl: click.serviceUrl,
    timestamp: new Date().toISOString(),
    from: { id: `29:${click.from.objectId}`, name: click.from.name, aadObjectId: click.from.objectId },
    conversation: { id: click.conversationId, conversationType: 'personal', tenantId: click.tenantId },
    recipient: { id: `28:${click.appId}` },
    channelData: { tenant: { id: click.tenantId } },
    locale: 'da-DK',
    value: { action: { type: 'Action.Execute', verb: click.verb, data: click.data }, trigger: 'manual' },
  });

/** 32 at once for so many seconds. A failure is an answer that is not HTTP 200, or does not hold what it must. */
export async function load(
  url: string,
  token: string,
  seconds: number,
  body: () => string,
  mustHold: string,
): Promise<Measured> {
  const result = await autocannon({
    url: `${url}/api/messages`,
    connections: 32,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    requests: [{ setupRequest: (request) => ({ ...request, body: body() }) }],
    verifyBody: (answer) => String(answer).includes(mustHold),
  });
  return {
    requestsPerSecond: Math.round(result.requests.average),
    p50: result.latency.p50,
    p99: result.latency.p99,
    answered: result.requests.total,
    failed: result.non2xx + result.errors + result.timeouts + result.mismatches,
  };
}
