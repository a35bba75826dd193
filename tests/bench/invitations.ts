import { setTimeout as sleep } from 'node:timers/promises';
import { inParallel, type Ground } from './ground.ts';
import { idOf } from './rows.ts';

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
/** A person's own chat with the bot. */
interface Chat {
  conversationId: string;
  objectId: string;
}

const counters = async (ground: Ground): Promise<Counters> =>
  (await ground.report('/counters')) as unknown as Counters;

/** Waits until something has come into each of these chats since the counters were set back, or it has taken far too long. */
async function arrived(ground: Ground, chats: Chat[]): Promise<void> {
  const until = Date.now() + (chats.length / ground.sendRate) * 4000 + 20_000;
  const waiting = async (): Promise<boolean> => {
    const { byConversation } = await counters(ground);
    return chats.some(({ conversationId }) => !byConversation[conversationId]);
  };
  while ((await waiting()) && Date.now() < until) await sleep(200);
}

/** Everyone is registered and has the bot installed through the same doors as in life, and has been greeted. */
async function gather(ground: Ground, people: number): Promise<Chat[]> {
  await ground.control('/counters/reset', {});
  const { organisationId } = await ground.act('registerMember', {
    name: 'Stor Kommune',
    kind: 'municipality',
  });
  const names = Array.from({ length: people }, (_, index) => `Indkøber ${index + 1}, Stor Kommune`);
  const chats: Chat[] = [];
  await inParallel(names, 12, async (displayName) => {
    const objectId = idOf(displayName);
    await ground.person(objectId, displayName);
    const email = `${objectId}@example.org`;
    await ground.act('registerPerson', { organisationId, displayName, email, objectId });
    const { conversationId } = await ground.control('/install', { objectId });
    chats.push({ conversationId: String(conversationId), objectId });
  });
  await arrived(ground, chats);
  return chats;
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

/** What came more than once, told so that it can be looked into. */
async function tell(ground: Ground, { conversationId, objectId }: Chat): Promise<void> {
  const held = await ground.report(`/chats/${encodeURIComponent(conversationId)}/messages?as=${objectId}`);
  process.stderr.write(`more than one message: ${JSON.stringify(held)}\n`);
}

/**
 * One hearing, many people, Teams' limits enforced by the stand-in; the invitations are counted where they
 * arrive, in these people's own chats: the measurement before may still edit its card in the meeting's.
 */
export async function measureInvitations(ground: Ground, people: number): Promise<Invitations> {
  const chats = await gather(ground, people);
  await invite(ground);
  await arrived(ground, chats);
  // A doubled message would come a little later.
  await sleep(1_500);
  const seen = await counters(ground);
  await ground.control('/limits', { perConversation: null, total: null });
  const countOf = ({ conversationId }: Chat): number => seen.byConversation[conversationId] ?? 0;
  const doubled = chats.filter((chat) => countOf(chat) > 1);
  for (const chat of doubled.slice(0, 3)) await tell(ground, chat);
  const sentPerSecond = Math.round(((seen.accepted - 1) * 1000) / Math.max(1, seen.lastAt - seen.firstAt));
  return {
    people,
    permittedPerSecond: ground.sendRate,
    sentPerSecond,
    shareOfPermitted: Math.round((sentPerSecond / ground.sendRate) * 100) / 100,
    lost: chats.filter((chat) => countOf(chat) === 0).length,
    doubled: doubled.length,
    throttled: seen.rejected429,
  };
}
