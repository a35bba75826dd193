import type { Subscription } from '@microsoft/microsoft-graph-types';
import { randomUUID } from 'node:crypto';
import { WireError, type Call, type Reply, type Route } from '../network/http.ts';
import type { KeptSubscription } from '../state.ts';
import type { World } from '../world.ts';
import { liveSubscriptions } from './notify.ts';
import { context } from './odata.ts';
import { demand } from './permissions.ts';
import type { Serve } from './serve.ts';
import { endOf, invalid, subscribable } from './subscribable.ts';
import { validate } from './validation.ts';

const entity = (given: Subscription) => ({ '@odata.context': context('subscriptions/$entity'), ...given });

/** In the order of Graph's own complaints: form, rights, time, and at last whether anybody is there. */
function check(world: World, told: Subscription) {
  const { changeType, notificationUrl, lifecycleNotificationUrl, resource, expirationDateTime } = told;
  for (const [name, value] of Object.entries({ changeType, notificationUrl, resource, expirationDateTime }))
    if (!value) throw invalid(`Required property '${name}' is missing.`);
  if (changeType?.split(',').some((one) => !['created', 'updated', 'deleted'].includes(one)))
    throw invalid(`Invalid changeType: ${changeType}`);
  if ((told.clientState ?? '').length > 128) throw invalid('clientState may have at most 128 characters.');
  for (const url of [notificationUrl, lifecycleNotificationUrl])
    if (url && !URL.canParse(url)) throw invalid(`The notification URL is not an address: ${url}`);
  const kind = subscribable(resource ?? '');
  demand(world.state.denied, 'subscriptions', kind.any);
  const same = liveSubscriptions(world).find(
    ({ given }) => given.resource === resource && given.changeType === changeType,
  );
  if (same)
    throw new WireError(
      409,
      'Conflict',
      `Subscription Id ${same.given.id} already exists for the requested combination`,
    );
  return endOf(kind, expirationDateTime ?? '', lifecycleNotificationUrl);
}

async function create(world: World, call: Call): Promise<Reply> {
  const told = await call.json<Subscription>();
  const expirationDateTime = check(world, told);
  await validate(told.notificationUrl ?? '');
  if (told.lifecycleNotificationUrl) await validate(told.lifecycleNotificationUrl);
  const given = {
    id: randomUUID(),
    resource: told.resource,
    applicationId: world.options.appId,
    changeType: told.changeType,
    clientState: told.clientState ?? null,
    notificationUrl: told.notificationUrl,
    lifecycleNotificationUrl: told.lifecycleNotificationUrl ?? null,
    expirationDateTime,
    creatorId: world.options.appId,
    latestSupportedTlsVersion: told.latestSupportedTlsVersion ?? 'v1_2',
  };
  world.state.subscriptions[given.id] = {
    given,
    paused: false,
    sent: 0,
    dropped: 0,
    failed: 0,
    lastFailure: null,
  };
  world.changed({ kind: 'subscriptions' });
  return { status: 201, body: entity(given) };
}

export function subscriptionBy(world: World, id: string): KeptSubscription {
  const found = liveSubscriptions(world).find(({ given }) => given.id === id);
  if (!found) throw new WireError(404, 'ResourceNotFound', 'The object was not found.');
  return found;
}

async function renew(world: World, call: Call): Promise<Reply> {
  const kept = subscriptionBy(world, call.part(0));
  const { expirationDateTime, ...rest } = await call.json<Subscription>();
  if (!expirationDateTime || Object.keys(rest).some((name) => name !== 'id'))
    throw invalid('Only expirationDateTime can be changed.');
  const { resource, lifecycleNotificationUrl } = kept.given;
  kept.given.expirationDateTime = endOf(
    subscribable(resource ?? ''),
    expirationDateTime,
    lifecycleNotificationUrl,
  );
  kept.paused = false;
  world.changed({ kind: 'subscriptions' });
  return { body: entity(kept.given) };
}

export function subscriptionRoutes(world: World, serve: Serve): Route[] {
  // Whoever may subscribe to anything may see its own; what each resource needs is looked at in check().
  const needs = {
    service: 'subscriptions' as const,
    any: ['Group.Read.All', 'TeamMember.Read.Group', 'Mail.Send'],
  };
  const one = '/subscriptions/([^/]+)';
  return [
    serve('POST', '/subscriptions', needs, (call) => create(world, call)),
    serve('GET', '/subscriptions', needs, () => ({
      body: {
        '@odata.context': context('subscriptions'),
        value: liveSubscriptions(world).map((kept) => kept.given),
      },
    })),
    serve('GET', one, needs, (call) => ({ body: entity(subscriptionBy(world, call.part(0)).given) })),
    serve('PATCH', one, needs, (call) => renew(world, call)),
    serve('DELETE', one, needs, (call) => {
      delete world.state.subscriptions[subscriptionBy(world, call.part(0)).given.id];
      world.changed({ kind: 'subscriptions' });
      return { status: 204 };
    }),
    serve('POST', `${one}/reauthorize`, needs, (call) => {
      subscriptionBy(world, call.part(0)).paused = false;
      return { status: 204 };
    }),
  ];
}
