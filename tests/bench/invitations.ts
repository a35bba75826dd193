import type { Ground } from './ground.ts';
import { objectIdOf } from './partnership.ts';

export interface Invitations {
  people: number;
  permittedPerSecond: number;
  sentPerSecond: number;
  shareOfPermitted: number;
  lost: number;
  doubled: number;
  throttled: number;
}

/** Runs through a list, so many at a time. */
async function inParallel<T>(items: T[], width: number, work: (item: T) => Promise<unknown>): Promise<void> {
  const waiting = [...items];
  const lane = async (): Promise<void> => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: width }, lane));
}

interface Counters {
  accepted: number;
  rejected429: number;
  firstAt: number;
  lastAt: number;
  byConversation: Record<string, number>;
}

async function counters(ground: Ground): Promise<Counters> {
  const answer = await fetch(`${ground.platform.url}/_platform/counters`);
  return (await answer.json()) as Counters;
}

/**
 * One hearing, many people, Teams' limits enforced by the stand-in. Everyone is registered and has the bot
 * installed through the same doors as in life; then the invitations are counted where they arrive.
 */
export async function measureInvitations(ground: Ground, people: number): Promise<Invitations> {
  const { organisationId } = await ground.act('registerMember', {
    name: 'Stor Kommune',
    kind: 'municipality',
  });
  const names = Array.from({ length: people }, (_, index) => `Indkøber ${index + 1}, Stor Kommune`);
  await inParallel(names, 12, async (displayName) => {
    const objectId = objectIdOf(displayName);
    await ground.person(objectId, displayName);
    await ground.act('registerPerson', {
      organisationId,
      displayName,
      email: `${objectId}@example.org`,
      objectId,
    });
    await ground.control('/install', { objectId });
  });
  const { revisionId } = await ground.act('startRevision', {
    goalNumber: 12,
    title: 'Tekstiler',
    track: 'revise',
    year: 2027,
  });
  const clauses = [
    { number: '12.a', kind: 'requirement', heading: 'Linned', text: 'Linned skal være miljømærket.' },
  ];
  const { versionId } = await ground.act('addVersion', {
    revisionId,
    kind: 'proposal',
    title: 'Udkast',
    clauses,
  });
  await ground.control('/limits', { perConversation: 7, total: ground.sendRate });
  await ground.control('/counters/reset', {});
  const deadline = new Date(Date.now() + 40 * 24 * 3600_000).toISOString();
  await ground.act('openHearing', {
    revisionId,
    kind: 'internal',
    versionId,
    letter: 'Høring om tekstiler.',
    deadline,
    reason: 'måling',
  });
  const until = Date.now() + (people / ground.sendRate) * 4000 + 20_000;
  while ((await counters(ground)).accepted < people && Date.now() < until)
    await new Promise((done) => setTimeout(done, 200));
  // A doubled message would come a little later.
  await new Promise((done) => setTimeout(done, 1_500));
  const seen = await counters(ground);
  await ground.control('/limits', { perConversation: null, total: null });
  const each = Object.values(seen.byConversation);
  const sentPerSecond = Math.round(((seen.accepted - 1) * 1000) / Math.max(1, seen.lastAt - seen.firstAt));
  return {
    people,
    permittedPerSecond: ground.sendRate,
    sentPerSecond,
    shareOfPermitted: Math.round((sentPerSecond / ground.sendRate) * 100) / 100,
    lost: people - each.length,
    doubled: each.filter((count) => count > 1).length,
    throttled: seen.rejected429,
  };
}
