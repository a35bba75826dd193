import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { oid, openStage, type Stage } from '../contract/frame/standinHelp.ts';

export const cardType = 'application/vnd.microsoft.card.adaptive';
export const card = (text: string, more: object = {}) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
  ...more,
});
export const withCard = (text: string, more: object = {}) => ({
  type: 'message',
  attachments: [{ contentType: cardType, content: card(text, more) }],
});
export const to = (conversationId: string, activityId?: string): string =>
  `v3/conversations/${encodeURIComponent(conversationId)}/activities${activityId ? `/${activityId}` : ''}`;
export const roster = (conversationId: string, rest: string): string =>
  `v3/conversations/${encodeURIComponent(conversationId)}/${rest}`;

export interface Answer {
  status: number;
  body: any;
  headers: Headers;
}

/** Any address of the stand-in, with the status it answered. */
export async function ask(stage: Stage, method: string, path: string, sent?: unknown): Promise<Answer> {
  const body = sent === undefined || typeof sent === 'string' ? sent : JSON.stringify(sent);
  const answer = await fetch(`${stage.platform.url}${path}`, {
    method,
    ...(body !== undefined && { body: body as string }),
  });
  const text = await answer.text();
  const json = answer.headers.get('content-type')?.includes('json');
  return { status: answer.status, headers: answer.headers, body: json ? JSON.parse(text) : text };
}

/** An error as it stands on the wire: status and code. */
export const refusal = ({ status, body }: { status: number; body: any }): [number, string] => [
  status,
  body?.error?.code,
];

/** One stand-in for a file; nothing that was switched on or heard is left for the next test. */
export function useStage(): Stage {
  const stage = {} as Stage;
  beforeAll(async () => void Object.assign(stage, await openStage()));
  afterAll(() => stage.close());
  afterEach(async () => {
    await stage.api('DELETE', '/faults');
    await stage.api('POST', '/limits', {});
    await stage.api('POST', '/counters/reset');
    stage.heard.length = 0;
    stage.reply.body = {};
  });
  return stage;
}

const times = { startsAt: '2027-05-06T11:00:00Z', endsAt: '2027-05-06T13:00:00Z' };

/** A meeting with these people; the first is its organizer. */
export async function meetingOf(stage: Stage, members: number[], bot = true) {
  await Promise.all(members.map((n) => stage.add(n)));
  const joinUrl = `https://teams.microsoft.com/l/meetup-join/${members.join('-')}`;
  const said = { title: 'Styregruppemøde', joinUrl, ...times, members: members.map(oid) };
  const { meetingId, conversationId } = await stage.api('POST', '/meetings', said);
  const path = `/meetings/${encodeURIComponent(meetingId)}`;
  if (bot) await stage.api('POST', `${path}/bot`);
  return { meetingId: meetingId as string, conversationId: conversationId as string, path, joinUrl };
}

export async function teamOf(stage: Stage, members: number[], name = 'Partnerskab') {
  await Promise.all(members.map((n) => stage.add(n)));
  const team = await stage.api('POST', '/teams', { name, members: members.map(oid) });
  return team as { teamId: string; channelId: string };
}

/** Posts as the bot and gives the message's id. */
export async function sendCard(stage: Stage, conversationId: string, text = 'kort'): Promise<string> {
  const { status, body } = await stage.connector('POST', to(conversationId), withCard(text));
  if (status !== 201) throw new Error(`not sent: ${status} ${JSON.stringify(body)}`);
  return body.id;
}

/** One script of the page, as a browser would load it. */
export const pageScript = <T>(name: string): Promise<T> =>
  import(new URL(`../../infra/local/page/${name}`, import.meta.url).href) as Promise<T>;
