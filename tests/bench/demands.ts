import type { Clicks } from './clicks.ts';
import type { Invitations } from './invitations.ts';
import type { Asked, Scale } from './scale.ts';
import type { Sealing } from './sealing.ts';
import type { Sync } from './sync.ts';
import type { TabFigures } from './tab.ts';

export interface Figures {
  clicks: Clicks;
  invitations: Invitations;
  startMs: number;
  /** Null: not measured. */
  pageMs: number | null;
  tab: TabFigures;
  sealing: Sealing;
  sync: Sync;
  scale: Scale;
}

/** What is lost or wrong is so on every machine; how fast it goes, and how much it takes, is the machine's too. */
type About = 'truth' | 'figure';
export interface Demand {
  name: string;
  about: About;
  value: number;
  holds: boolean;
}

const atLeast = (name: string, value: number, least: number): Demand => ({
  name: `${name} ≥ ${least}`,
  about: 'figure',
  value,
  holds: value >= least,
});
const atMost = (name: string, value: number, most: number, about: About = 'figure'): Demand => ({
  name: `${name} ≤ ${most}`,
  about,
  value,
  holds: value <= most,
});
const none = (name: string, value: number): Demand => atMost(name, value, 0, 'truth');

/** Below this a difference is the machine's: nobody waits for it. */
const noticedMs = 5;

const worst = (views: Asked[], of: (one: Asked) => number): Asked =>
  views.reduce((one, other) => (of(other) > of(one) ? other : one));
const named = ({ reader, view }: Asked): string => `${view.split('=')[0]} as ${reader}`;

function ofViews({ views }: Scale): Demand[] {
  const slowest = worst(views, ({ many }) => many.p95);
  const growing = worst(
    views.filter(({ many }) => many.p50 > noticedMs).concat(slowest),
    ({ ratio }) => ratio,
  );
  return [
    atMost(`slowest view p95 ms (${named(slowest)})`, slowest.many.p95, 30),
    atMost(`most growing view (${named(growing)})`, growing.ratio, 1.5),
  ];
}

function ofClicks({ castBallot, castBallotMarkedPresent, addComment, memoryMb }: Clicks): Demand[] {
  const each = { castBallot, castBallotMarkedPresent, addComment };
  return [
    ...Object.entries(each).flatMap(([name, cost]) => [
      atLeast(`${name} ratio`, cost.ratio, 1),
      atMost(`${name} cpu ratio`, cost.cpuRatio, name === 'castBallotMarkedPresent' ? 0.6 : 0.8),
      atMost(`${name} PostgreSQL ms`, cost.databaseMsPerRequest, 0.5),
      atMost(`${name} p99 ms`, cost.p99, 100),
    ]),
    none('failed answers', castBallot.failed + castBallotMarkedPresent.failed + addComment.failed),
    atMost('memory MB', memoryMb, 300),
  ];
}

function ofSync({ first, throttled, deltaWorstMs }: Sync): Demand[] {
  return [
    atMost('first sync, calls over the limit', first.throttled, 0),
    atMost('ten changes ms', deltaWorstMs, 2_000),
    none('people lost by a sync', Math.max(Math.abs(first.lost), Math.abs(throttled.lost))),
    none('calls earlier than told', first.earlier + throttled.earlier),
    atLeast('throttled calls', throttled.throttled, 1),
  ];
}

/** All that the bench demands. */
export const demandsOn = ({
  clicks,
  invitations,
  startMs,
  pageMs,
  tab,
  sealing,
  sync,
  scale,
}: Figures): Demand[] => [
  ...ofClicks(clicks),
  atLeast('share of the permitted rate', invitations.shareOfPermitted, 0.95),
  none('lost, doubled or throttled', invitations.lost + invitations.doubled + invitations.throttled),
  atMost('start ms', startMs, 1_000),
  ...(pageMs === null ? [] : [atMost('npm start to the page ms', pageMs, 15_000)]),
  atMost('tab kB gzip', tab.kilobytes, 150),
  atLeast('events sealed a minute', sealing.perMinute, 20_000),
  none('events not sealed', sealing.lost),
  ...ofSync(sync),
  ...ofViews(scale),
];
