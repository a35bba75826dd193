import type { ChangeNotification, ChangeType } from '@microsoft/microsoft-graph-types';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KeptSubscription } from '../state.ts';
import type { World } from '../world.ts';
import { membershipId } from '../people/membership.ts';

/** Graph waits three seconds for an answer and goes on trying for hours; here the tries are few and soon. */
const PATIENCE = 3000;
const PAUSES = [500, 2000, 6000];

/** Past its end a subscription is gone, whether anybody looked or not. */
export function liveSubscriptions(world: World): KeptSubscription[] {
  for (const [id, { given }] of Object.entries(world.state.subscriptions))
    if (Date.parse(given.expirationDateTime) <= Date.now()) delete world.state.subscriptions[id];
  return Object.values(world.state.subscriptions);
}

async function post(url: string, body: unknown): Promise<string | null> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
    await answer.body?.cancel();
    return answer.ok ? null : `HTTP ${answer.status}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Tries until it is taken; what is never taken is counted with its reason, and nobody hears of it again. */
export async function send(world: World, kept: KeptSubscription, url: string, one: object): Promise<void> {
  if (world.losing.notifications) return void kept.dropped++;
  const body = { value: [one] };
  for (const pause of [...PAUSES, null]) {
    kept.lastFailure = await post(url, body);
    if (kept.lastFailure === null) return void kept.sent++;
    if (pause !== null) await sleep(pause, undefined, { ref: false });
  }
  kept.failed++;
}

const plain = (resource: string) => resource.replace(/^\//, '').toLowerCase();

type News = {
  /** The subscribed resources this is news for. */
  of: string[];
  changeType: ChangeType;
  resource: string;
  type: string;
  id: string;
};

function tell(world: World, news: News): void {
  for (const kept of liveSubscriptions(world)) {
    const { given } = kept;
    const wanted = news.of.includes(plain(given.resource ?? ''));
    if (kept.paused || !wanted || !given.changeType?.split(',').includes(news.changeType)) continue;
    const notification: ChangeNotification = {
      subscriptionId: given.id,
      clientState: given.clientState,
      changeType: news.changeType,
      resource: news.resource,
      subscriptionExpirationDateTime: given.expirationDateTime,
      tenantId: world.options.tenantId,
      resourceData: { '@odata.type': news.type, '@odata.id': news.resource, id: news.id } as object,
    };
    void send(world, kept, given.notificationUrl ?? '', notification);
  }
}

/** The directory says which group has changed, and not how. */
export const tellGroup = (world: World, id: string) =>
  tell(world, {
    of: ['groups', `groups/${id}`, `groups/${id}/members`],
    changeType: 'updated',
    resource: `Groups/${id}`,
    type: '#Microsoft.Graph.Group',
    id,
  });

export function tellTeamMember(world: World, groupId: string, objectId: string, joined: boolean): void {
  const id = membershipId(world, groupId, objectId);
  tell(world, {
    of: [`teams/${groupId}/members`],
    changeType: joined ? 'created' : 'deleted',
    resource: `teams('${groupId}')/members('${id}')`,
    type: '#Microsoft.Graph.aadUserConversationMember',
    id,
  });
}
