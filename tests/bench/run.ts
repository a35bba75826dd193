import { cpus } from 'node:os';
import { measureClicks } from './clicks.ts';
import { demandsOn, type Figures } from './demands.ts';
import { Ground } from './ground.ts';
import { measureInvitations } from './invitations.ts';
import { measurePage } from './page.ts';
import { partnership } from './partnership.ts';
import { measureScale } from './scale.ts';
import { measureSealing } from './sealing.ts';
import { measureSync } from './sync.ts';
import { measureTab } from './tab.ts';

/**
 * `npm run bench [-- --short | --smoke]`: figures as JSON on standard output, with how each was measured. It ends
 * with 1 when one of them is not what it must be. Compare ratios from one run; times are the machine's. The smoke
 * form is for the pipeline, which does other things too: everything is driven once, and only what is lost or wrong fails.
 */
const forms = {
  full: {
    click: { seconds: 15, rounds: 5 },
    invitations: 10_000,
    sync: [2_000, 60, 9],
    sealing: 40_000,
    scale: { few: 5, many: 500, times: 40 },
  },
  short: {
    click: { seconds: 5, rounds: 5 },
    invitations: 1_500,
    sync: [2_000, 60, 3],
    sealing: 20_000,
    scale: { few: 5, many: 500, times: 20 },
  },
  smoke: {
    click: { seconds: 1, rounds: 1 },
    invitations: 300,
    sync: [300, 20, 1],
    sealing: 2_000,
    scale: { few: 5, many: 20, times: 1 },
  },
} as const;
const form = (['short', 'smoke'] as const).find((name) => process.argv.includes(`--${name}`)) ?? 'full';
const sizes = forms[form];
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const how = {
  clicks:
    '32 connections post adaptiveCard/action invokes with signed channel tokens to /api/messages, each kind in turn for some seconds, five times over after a warm-up; the bare handler is restify + botbuilder with its own verification and a fixed card, beside them in every round; figures are medians of the rounds, and ratio and cpuRatio are the medians of each round’s requests per second and processor time over the bare one’s. databaseMsPerRequest is the processor time of all of PostgreSQL’s processes meanwhile. castBallot asks the stand-in whether the voter is in the meeting; castBallotMarkedPresent need not; addComment has a new hearing in each round.',
  invitations:
    'One openHearing; messages counted where the stand-in accepts them, which enforces 7 a second per conversation and SEND_RATE in all by sliding second; rate from first to last.',
  start:
    'From spawning the process to its line "ready on", on a database that exists, embedded server included.',
  page: 'From spawning npm start’s program, in a folder with nothing in it, to the address it prints: stand-ins, the tab’s build, a new database, and the scenario’s acts. Not in the smoke form.',
  memory: 'VmRSS of the app’s process right after the load.',
  sealing:
    'Events of twenty cases, inserted a hundred at a time as fast as they go; from the first until the running app has sealed the last.',
  sync: 'The stand-in’s team in an app of its own. first: from syncDirectory until the team is read, with Teams’ limit of four calls a second and team enforced by sliding second. delta: six people come and four go at once; from the first change in Entra to the app’s view, through Graph’s notification and a delta. throttled: the same full reading while besides every third call is answered 429 with Retry-After; earlier counts calls repeated before that.',
  scale:
    'Two apps, one with few cases and one with years of them (each with two hearings of 105 comments, a vote of 25, its meetings, messages and sealed trail); four are under way in both. Every view is asked over HTTP in turn here and there, for the secretariat and for a member’s representative. Milliseconds until the whole answer is there; ratio is of the medians, and is judged where one is over five milliseconds.',
  tab: 'Bytes that Chromium received (gzip) until the status page showed its rows, and the time from navigation to that, in the stand-in’s page.',
};

/** One app after the other, each on what it has at hand. */
async function measure(): Promise<Figures> {
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
  say('measuring the sealing');
  const sealing = await measureSealing(ground, sizes.sealing);
  await ground.close();
  say('measuring the sync');
  const [people, organisations, rounds] = sizes.sync;
  const sync = await measureSync(people, organisations, rounds);
  say('measuring the views beside a long history');
  const scale = await measureScale(sizes.scale);
  say('measuring npm start');
  const pageMs = form === 'smoke' ? null : await measurePage();
  return { clicks, invitations, startMs, pageMs, tab, sealing, sync, scale };
}

const figures = await measure();
const demands = demandsOn(figures);
const machine = { cores: cpus().length, model: cpus()[0]?.model ?? '', node: process.version };
process.stdout.write(`${JSON.stringify({ machine, form, ...figures, demands, how }, null, 2)}\n`);
const missed = demands.filter((demand) => !demand.holds);
for (const { name, value } of missed) say(`not met: ${name} (${value})`);
const fatal = missed.filter(({ about }) => form !== 'smoke' || about === 'truth');
process.exit(fatal.length > 0 ? 1 : 0);
