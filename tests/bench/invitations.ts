import { setTimeout as sleep } from 'node:timers/promises';
import { inParallel, type Ground } from './ground.ts';
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

interface Counters {
  accepted: number;
  rejected429: number;
  firstAt: number;
  lastAt: number;
  byConversation: Record<string, number>;
}

const counters = async (ground: Ground): Promise<Counters> =>
  (await ground.report('/counters')) as unknown as Counters;

/** Waits until so many messages have come since the counters were set back, or it has taken far too long. */
async function arrived(ground: Ground, messages: number): Promise<void> {
  const until = Date.now() + (messages / ground.sendRate) * 4000 + 20_000;
  while ((await counters(ground)).accepted < messages && Date.now() < until) await sleep(200);
}

/** Everyone is registered and has the bot installed through the same doors as in life, and has been greeted. */
async function gather(ground: Ground, people: number): Promise<void> {
  await ground.control('/counters/reset', {});
  const { organisationId } = await ground.act('registerMember', {
    name: 'Stor Kommune',
    kind: 'municipality',
  });
  const names = Array.from({ length: people }, (_, index) => `Indkøber ${index + 1}, Stor Kommune`);
  await inParallel(names, 12, async (displayName) => {
    const objectId = objectIdOf(displayName);
    await ground.person(objectId, displayName);
    const email = `${objectId}@example.org`;
    await ground.act('registerPerson', { organisationId, displayName, email, objectId });
    await ground.control('/install', { objectId });
  });
  await arrived(ground, people);
}

async function invite(ground: Ground): Promise<void> {
  const started = { goalNumber: 12, title: 'Tekstiler', track: 'revise', year: 2027 };
  const { revisionId } = await ground.act('startRevision', started);
  const clauses = [
    { number: '12.a', kind: 'requirement', heading: 'Linned', text: 'Linned skal være miljømærket.' },
  ];
  const draft = { revisionId, kind: 'proposal', title: 'Udkast', clauses };
  const { versionId } = await ground.act('addVersion', draft);
  await ground.control('/limits', { perConversation: 7, total: ground.sendRate });
  await ground.control('/counters/reset', {});
  const deadline = new Date(Date.now() + 40 * 24 * 3600_000).toISOString();
  const letter = 'Høring om tekstiler.';
  await ground.act('openHearing', {
    revisionId,
    kind: 'internal',
    versionId,
    letter,
    deadline,
    reason: 'måling',
  });
}

/**
 * One hearing, many people, Teams' limits enforced by the stand-in; the invitations are counted where they
 * arrive. Others than these people (the voters of the measurement before) have no chat and are not counted.
 */
export async function measureInvitations(ground: Ground, people: number): Promise<Invitations> {
  await gather(ground, people);
  await invite(ground);
  await arrived(ground, people);
  // A doubled message would come a little later.
  await sleep(1_500);
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
