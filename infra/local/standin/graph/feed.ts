import type { TeamworkActivityTopic, KeyValuePair } from '@microsoft/microsoft-graph-types';
import { randomUUID } from 'node:crypto';
import { WireError, type Call, type Reply, type Route } from '../network/http.ts';
import type { World } from '../world.ts';
import { manifest } from './catalog.ts';
import type { Serve } from './serve.ts';
import { teamBy } from './teams.ts';

interface Told {
  topic?: TeamworkActivityTopic;
  activityType?: string;
  recipient?: { '@odata.type'?: string; userId?: string };
  templateParameters?: KeyValuePair[];
}

const bad = (message: string) => new WireError(400, 'BadRequest', message);

/** The words of the line: the manifest's template, every hole of it filled and nothing left over. */
function wordsOf({ activityType, templateParameters = [] }: Told): string {
  const type = manifest().activities.activityTypes.find((one) => one.type === activityType);
  if (!type) throw bad(`Activity type '${activityType}' is not declared in the app manifest.`);
  const given = new Map(templateParameters.map(({ name, value }) => [name, value]));
  return type.templateText.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'actor') return '';
    const value = given.get(name);
    if (!value) throw bad(`Template parameter '${name}' is missing.`);
    return value;
  });
}

async function notify(world: World, call: Call): Promise<Reply> {
  const team = teamBy(world, call.part(0));
  const told = await call.json<Told>();
  const { topic, recipient } = told;
  const link = topic?.webUrl ?? '';
  if (topic?.source === 'text' && !link.startsWith('https://teams.microsoft.com/l/'))
    throw bad('webUrl must be a Microsoft Teams deep link.');
  const objectId = recipient?.userId ?? '';
  if (!world.conversation(team.channelId).members.includes(objectId))
    throw new WireError(403, 'Forbidden', 'The recipient is not in the team that the app is installed in.');
  (world.state.feed ??= []).push({ id: randomUUID(), at: world.now(), objectId, text: wordsOf(told), link });
  world.changed({ kind: 'mail' });
  return { status: 204 };
}

export const feedRoutes = (world: World, serve: Serve): Route[] => [
  serve(
    'POST',
    '/teams/([^/]+)/sendActivityNotification',
    { service: 'teams', any: ['TeamsActivity.Send.Group', 'TeamsActivity.Send'] },
    (call) => notify(world, call),
  ),
];
