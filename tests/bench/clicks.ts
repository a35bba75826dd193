import { join } from 'node:path';
import { inTotal, measured, residentMb, type Cost, type Ratios } from './cost.ts';
import { appId, start, tenantId, type Ground, type Server } from './ground.ts';
import { invokeOf } from './load.ts';
import { openHearing, type Partnership } from './partnership.ts';

const choices = ['for', 'against', 'abstain'];
/** Each of them in turn, several times over: what else the machine does meanwhile meets them all alike. */
export interface Rounds {
  seconds: number;
  rounds: number;
}

type Ratio = Cost & Ratios;
export interface Clicks {
  bare: Cost;
  castBallot: Ratio;
  castBallotMarkedPresent: Ratio;
  addComment: Ratio;
  memoryMb: number;
}
type Name = Exclude<keyof Clicks, 'memoryMb'>;

/** One thing to click on: where, what, and what a true answer holds. */
interface Target {
  server: Server;
  body(): string;
  mustHold: string;
  /** Before each round of it. */
  ready?(): Promise<unknown>;
}

const startBare = (ground: Ground): Promise<Server> =>
  start(join(import.meta.dirname, 'bare.ts'), {
    PLATFORM_URL: ground.platform.url,
    APP_ID: appId,
    TENANT_ID: tenantId,
  });

/** What people click, each as the next of the voters. */
function clicking(ground: Ground, on: Partnership) {
  let turn = 0;
  const serviceUrl = `${ground.platform.url}/connector/`;
  const place = { serviceUrl, appId, tenantId, conversationId: 'a:bench' };
  const from = () => on.voters[(turn += 1) % on.voters.length]!;
  return (verb: string, data: (turn: number) => object) => () =>
    invokeOf({ ...place, from: from(), verb, data: data(turn) });
}

async function targets(ground: Ground, on: Partnership, bare: Server): Promise<Record<Name, Target>> {
  const { meetingId, revisionId, versionId } = on;
  const motion = 'Kan målet godkendes?';
  const { voteId } = await ground.act('openVote', { meetingId, revisionId, motion, versionId });
  const click = clicking(ground, on);
  const mark = async (present: boolean): Promise<void> => {
    for (const { organisationId } of on.voters)
      await ground.act('markPresent', { meetingId, organisationId, present });
  };
  const ballot = click('castBallot', (turn) => ({ voteId, choice: choices[turn % 3] }));
  let hearingId = '';
  const comment = click('addComment', (turn) => ({
    hearingId,
    clause: '5.a',
    type: 'technical',
    text: `Bemærkning ${turn}: kravet bør følge mærkets nyeste generation.`,
    proposedChange: '',
  }));
  const app = { server: ground.app, body: ballot, mustHold: 'stemmer' };
  return {
    bare: { server: bare, body: click('castBallot', () => ({ voteId: 'x' })), mustHold: 'AdaptiveCard' },
    castBallot: { ...app, ready: () => mark(false) },
    castBallotMarkedPresent: { ...app, ready: () => mark(true) },
    addComment: {
      server: ground.app,
      body: comment,
      mustHold: 'Gemt',
      ready: async () => (hearingId = await openHearing(ground)),
    },
  };
}

/** Ballots and comments through the card's door, beside a bare card handler in the same run. */
export async function measureClicks(
  ground: Ground,
  on: Partnership,
  { seconds, rounds }: Rounds,
): Promise<Clicks> {
  const token = await ground.channelToken();
  const bare = await startBare(ground);
  const databasePid = await ground.databasePid();
  const all = Object.entries(await targets(ground, on, bare)) as [Name, Target][];
  const costs: Record<Name, Cost[]> = {
    bare: [],
    castBallot: [],
    castBallotMarkedPresent: [],
    addComment: [],
  };
  // The first round warms up and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, { server, body, mustHold, ready }] of all) {
      await ready?.();
      const cost = await measured({ server, databasePid }, token, seconds / rounds, body, mustHold);
      if (round > 0) costs[name].push(cost);
    }
  }
  const memoryMb = await residentMb(ground.app.process.pid!);
  await bare.stop();
  const of = (name: Name): Ratio => inTotal(costs[name], costs.bare);
  const { ratio: _, cpuRatio: __, ...plain } = of('bare');
  return {
    bare: plain,
    castBallot: of('castBallot'),
    castBallotMarkedPresent: of('castBallotMarkedPresent'),
    addComment: of('addComment'),
    memoryMb,
  };
}
