import { cpus } from 'node:os';
import { measureClicks } from './clicks.ts';
import { Ground } from './ground.ts';
import { measureInvitations } from './invitations.ts';
import { partnership } from './partnership.ts';
import { measureSync } from './sync.ts';
import { measureTab } from './tab.ts';

/**
 * `npm run bench [-- --short | --smoke]`: figures as JSON on standard output, with how each was measured. It ends
 * with 1 when one of them is not what it must be. Compare ratios from one run; times are the machine's. The smoke
 * form is for the pipeline: everything is driven once, and only what is lost or wrong fails.
 */
const forms = {
  full: { click: { seconds: 15, rounds: 5 }, invitations: 10_000, sync: [2_000, 60, 9] },
  short: { click: { seconds: 5, rounds: 5 }, invitations: 1_500, sync: [2_000, 60, 3] },
  smoke: { click: { seconds: 1, rounds: 1 }, invitations: 300, sync: [300, 20, 1] },
} as const;
const form = (['short', 'smoke'] as const).find((name) => process.argv.includes(`--${name}`)) ?? 'full';
const sizes = forms[form];
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const how = {
  clicks:
    '32 connections post adaptiveCard/action invokes with signed channel tokens to /api/messages, each kind in turn for some seconds, five times over after a warm-up; the bare handler is restify + botbuilder with its own verification and a fixed card, beside them in every round; figures are medians of the rounds, and ratio is the median of each round’s requests per second over the bare one’s. castBallot asks the stand-in whether the voter is in the meeting; castBallotMarkedPresent need not; addComment has a new hearing in each round.',
  invitations:
    'One openHearing; messages counted where the stand-in accepts them, which enforces 7 a second per conversation and SEND_RATE in all by sliding second; rate from first to last.',
  start:
    'From spawning the process to its line "ready on", on a database that exists, embedded server included.',
  memory: 'VmRSS of the app’s process right after the load.',
  sync: 'The stand-in’s team in an app of its own. first: from syncDirectory until the team is read, with Teams’ limit of four calls a second and team enforced by sliding second. delta: six people come and four go at once; from the first change in Entra to the app’s view, through Graph’s notification and a delta. throttled: the same full reading while besides every third call is answered 429 with Retry-After; earlier counts calls repeated before that.',
  tab: 'Bytes that Chromium received (gzip) until the status page showed its rows, and the time from navigation to that, in the stand-in’s page.',
};

interface Demand {
  name: string;
  value: number;
  holds: boolean;
}

const atLeast = (name: string, value: number, least: number): Demand => ({
  name: `${name} ≥ ${least}`,
  value,
  holds: value >= least,
});
const atMost = (name: string, value: number, most: number): Demand => ({
  name: `${name} ≤ ${most}`,
  value,
  holds: value <= most,
});

async function main(): Promise<void> {
  const ground = new Ground(250);
  await ground.open();
  say('measuring clicks');
  const clicks = await measureClicks(ground, await partnership(ground, 25), sizes.click);
  say('measuring invitations');
  const invitations = await measureInvitations(ground, sizes.invitations);
  say('measuring start');
  await ground.app.stop();
  await ground.startApp();
  const startMs = ground.app.readyMs;
  say('measuring the tab');
  const tab = await measureTab(ground);
  await ground.close();
  say('measuring the sync');
  const [people, organisations, rounds] = sizes.sync;
  const sync = await measureSync(people, organisations, rounds);
  const readings = [sync.first, sync.throttled];
  const demands = [
    atLeast('castBallot ratio', clicks.castBallot.ratio, 0.8),
    atLeast('addComment ratio', clicks.addComment.ratio, 0.8),
    atMost('castBallot p99 ms', clicks.castBallot.p99, 100),
    atMost('addComment p99 ms', clicks.addComment.p99, 100),
    atMost('failed answers', clicks.castBallot.failed + clicks.addComment.failed, 0),
    atMost('memory MB', clicks.memoryMb, 350),
    atLeast('share of the permitted rate', invitations.shareOfPermitted, 0.9),
    atMost('lost, doubled or throttled', invitations.lost + invitations.doubled + invitations.throttled, 0),
    atMost('start ms', startMs, 3_000),
    atMost('tab kB gzip', tab.kilobytes, 180),
    atMost('first sync, calls over the limit', sync.first.throttled, 0),
    atMost('ten changes ms', sync.deltaWorstMs, 2_000),
    atMost('people lost by a sync', Math.max(...readings.map(({ lost }) => Math.abs(lost))), 0),
    atMost('calls earlier than told', sync.first.earlier + sync.throttled.earlier, 0),
    atLeast('throttled calls', sync.throttled.throttled, 1),
  ];
  const machine = { cores: cpus().length, model: cpus()[0]?.model ?? '', node: process.version };
  process.stdout.write(
    `${JSON.stringify({ machine, form, clicks, invitations, startMs, tab, sync, demands, how }, null, 2)}\n`,
  );
  const missed = demands.filter((demand) => !demand.holds);
  for (const { name, value } of missed) say(`not met: ${name} (${value})`);
  // The shorter forms run on machines that do other things too: there only what is lost or wrong fails.
  const fatal =
    form !== 'full' ? missed.filter(({ name }) => /failed|lost|tab kB|earlier/.test(name)) : missed;
  process.exit(fatal.length > 0 ? 1 : 0);
}

await main();
