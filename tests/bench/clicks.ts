import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appId, start, tenantId, type Ground, type Server } from './ground.ts';
import { invokeOf, load, type Measured } from './load.ts';
import type { Partnership } from './partnership.ts';

const choices = ['for', 'against', 'abstain'];

/** Memory of a process now, in megabytes, as the kernel counts it. */
export async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

/** Processor time a process has used, in milliseconds (the kernel counts hundredths of a second). */
async function cpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** A load with what it cost the server: processor time does not depend on what else the machine does. */
async function costOf(server: Server, measure: () => Promise<Measured>): Promise<Cost> {
  const before = await cpuMs(server.process.pid!);
  const measured = await measure();
  const used = (await cpuMs(server.process.pid!)) - before;
  return { ...measured, cpuMsPerRequest: Math.round((used / Math.max(1, measured.answered)) * 1000) / 1000 };
}

type Cost = Measured & { cpuMsPerRequest: number };

export interface Clicks {
  bare: Cost;
  castBallot: Cost & { ratio: number };
  castBallotMarkedPresent: Cost & { ratio: number };
  addComment: Cost & { ratio: number };
  memoryMb: number;
}

type Body = () => string;

async function measureBare(ground: Ground, token: string, seconds: number, body: Body): Promise<Cost> {
  const env = { PLATFORM_URL: ground.platform.url, APP_ID: appId, TENANT_ID: tenantId };
  const server = await start(join(import.meta.dirname, 'bare.ts'), env);
  await load(server.url, token, 2, body, 'AdaptiveCard');
  const measured = await costOf(server, () => load(server.url, token, seconds, body, 'AdaptiveCard'));
  await server.stop();
  return measured;
}

async function measureApp(
  ground: Ground,
  token: string,
  seconds: number,
  body: Body,
  mustHold: string,
): Promise<Cost> {
  await load(ground.app.url, token, 2, body, mustHold);
  return costOf(ground.app, () => load(ground.app.url, token, seconds, body, mustHold));
}

/** Ballots and comments through the card's door, beside a bare card handler, one after the other in one run. */
export async function measureClicks(ground: Ground, on: Partnership, seconds: number): Promise<Clicks> {
  const token = await ground.channelToken();
  let turn = 0;
  const from = () => on.voters[(turn += 1) % on.voters.length]!;
  const place = {
    serviceUrl: `${ground.platform.url}/connector/`,
    appId,
    tenantId,
    conversationId: 'a:bench',
  };
  const click = (verb: string, data: () => object) => () =>
    invokeOf({ ...place, from: from(), verb, data: data() });

  const bareClick = click('castBallot', () => ({ voteId: 'x', choice: 'for' }));
  const bare = await measureBare(ground, token, seconds, bareClick);
  const { meetingId, revisionId, versionId, hearingId } = on;
  const { voteId } = await ground.act('openVote', {
    meetingId,
    revisionId,
    motion: 'Kan målet godkendes?',
    versionId,
  });
  const ballot = click('castBallot', () => ({ voteId, choice: choices[turn % 3] }));
  const castBallot = await measureApp(ground, token, seconds, ballot, 'stemmer');
  for (const { organisationId } of on.voters)
    await ground.act('markPresent', { meetingId, organisationId, present: true });
  const marked = await measureApp(ground, token, seconds, ballot, 'stemmer');
  let number = 0;
  const text = () => `Bemærkning ${(number += 1)}: kravet bør følge mærkets nyeste generation.`;
  const comment = click('addComment', () => ({
    hearingId,
    clause: '5.a',
    type: 'technical',
    text: text(),
    proposedChange: '',
  }));
  const addComment = await measureApp(ground, token, seconds, comment, 'Gemt');
  const memoryMb = await residentMb(ground.app.process.pid!);
  const ratio = <M extends Measured>(one: M) => ({
    ...one,
    ratio: Math.round((one.requestsPerSecond / bare.requestsPerSecond) * 100) / 100,
  });
  return {
    bare,
    castBallot: ratio(castBallot),
    castBallotMarkedPresent: ratio(marked),
    addComment: ratio(addComment),
    memoryMb,
  };
}
