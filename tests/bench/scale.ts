import pg from 'pg';
import { Ground } from './ground.ts';
import { addCase, type Seeded, type Standing } from './history.ts';
import { partnership, type Voter } from './partnership.ts';
import { Rows, type Cast } from './rows.ts';

/** The same things are under way in the small partnership and in the large one. */
const underWay: Standing[] = ['heard', 'heard', 'disposing', 'voted'];
const members = 25;

export interface Sizes {
  few: number;
  many: number;
  /** How often each view is asked. */
  times: number;
}

interface Times {
  p50: number;
  p95: number;
}
export interface Asked {
  reader: string;
  view: string;
  few: Times;
  many: Times;
  /** Of the medians: what else the machine does meets the slowest few. */
  ratio: number;
}
export interface Scale {
  revisions: [few: number, many: number];
  comments: number;
  events: number;
  views: Asked[];
}

interface House {
  ground: Ground;
  voters: Voter[];
  /** One that is under way of each kind, and one that is over. */
  cases: Record<Standing, Seeded>;
}

async function seed(ground: Ground, voters: Voter[], revisions: number): Promise<House['cases']> {
  const client = new pg.Client({ connectionString: await ground.databaseUrl() });
  await client.connect();
  const office = String((await ground.view('me'))['personId']);
  const cast: Cast = { office, members: voters, now: new Date() };
  const cases = {} as House['cases'];
  for (let from = 0; from < revisions; from += 10) {
    const rows = new Rows();
    for (let n = from; n < Math.min(from + 10, revisions); n += 1) {
      const standing = underWay[n] ?? 'done';
      const seeded = addCase(rows, cast, n, standing);
      cases[standing] ??= seeded;
    }
    await rows.write(client);
  }
  // As the server does by itself, sooner or later.
  await client.query('vacuum analyze');
  await client.end();
  return cases;
}

async function open(revisions: number): Promise<House> {
  const ground = new Ground(250);
  await ground.open();
  const { voters } = await partnership(ground, members);
  return { ground, voters, cases: await seed(ground, voters, revisions) };
}

/** What each reader asks for. Both lists of cases and of meetings: what is under way, and what is over. */
function queriesOf({ heard, disposing, voted, done }: House['cases'], office: boolean): string[] {
  const lists = ['me', 'tasks', 'calendar', 'rules', 'members', 'revisions', 'meetings', 'schedulings'];
  const pages = [
    'revisions?over=false',
    'revisions?over=true&limit=1',
    'meetings?past=false',
    'meetings?past=true&limit=2',
  ];
  const cases = [heard, disposing, voted, done].map(({ revisionId }) => `revision?id=${revisionId}`);
  const hearings = [heard, disposing, done].flatMap(({ hearingId }) => [
    `hearing?id=${hearingId}`,
    `comments?hearingId=${hearingId}`,
  ]);
  const votes = [voted, done].flatMap(({ voteId, meetingId }) => [
    `vote?id=${voteId}`,
    `meeting?id=${meetingId}`,
  ]);
  const trails = [heard, done].map(({ revisionId }) => `trail?revisionId=${revisionId}`);
  const ofOffice = [
    'newcomers',
    'connections',
    `deliveries?hearingId=${done.hearingId}`,
    `deliveries?voteId=${done.voteId}`,
  ];
  return [
    ...lists,
    ...pages,
    ...cases,
    ...hearings,
    ...votes,
    ...trails,
    'trail?revisionId=register',
    ...(office ? ofOffice : []),
  ];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

const round = (ms: number): number => Math.round(ms * 10) / 10;
function timesOf(all: number[]): Times {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { p50: round(at(0.5)), p95: round(at(0.95)) };
}

interface Reader {
  reader: string;
  tokens: [few: string, many: string];
}

/** In turn here and there: what else the machine does meanwhile meets both alike. */
async function ask(houses: [House, House], { reader, tokens }: Reader, times: number): Promise<Asked[]> {
  const asked: Asked[] = [];
  const queries = houses.map(({ cases }) => queriesOf(cases, reader === 'secretariat'));
  for (const [index, view] of queries[1]!.entries()) {
    const took: [number[], number[]] = [[], []];
    // The first few warm up and do not count.
    for (let time = -3; time < times; time += 1)
      for (const at of [0, 1] as const) {
        const ms = await timed(() => houses[at].ground.view(queries[at]![index]!, tokens[at]));
        if (time >= 0) took[at].push(ms);
      }
    const [few, many] = [timesOf(took[0]), timesOf(took[1])];
    asked.push({ reader, view, few, many, ratio: round(many.p50 / few.p50) });
  }
  return asked;
}

async function sizeOf(ground: Ground): Promise<{ comments: number; events: number }> {
  const client = new pg.Client({ connectionString: await ground.databaseUrl() });
  await client.connect();
  const text = `select (select count(*)::int from comment) as comments, (select count(*)::int from event) as events`;
  const { rows } = await client.query<{ comments: number; events: number }>(text);
  await client.end();
  return rows[0]!;
}

/** Every view, over HTTP, beside a history and beside next to none. */
export async function measureScale({ few, many, times }: Sizes): Promise<Scale> {
  const houses = await Promise.all([open(few), open(many)]);
  const [small, large] = houses;
  const readers: Reader[] = [
    { reader: 'secretariat', tokens: [await small.ground.officeToken(), await large.ground.officeToken()] },
    {
      reader: 'member',
      tokens: [
        await small.ground.tokenFor(small.voters[3]!.objectId),
        await large.ground.tokenFor(large.voters[3]!.objectId),
      ],
    },
  ];
  const views: Asked[] = [];
  for (const reader of readers) views.push(...(await ask(houses, reader, times)));
  const size = await sizeOf(large.ground);
  await Promise.all(houses.map(({ ground }) => ground.close()));
  return { revisions: [few, many], ...size, views };
}
