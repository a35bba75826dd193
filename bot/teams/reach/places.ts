import type { Activity } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import { asClock } from '../../acts/frame/asClock.ts';
import { acts } from '../../acts/index.ts';
import { mayBeKnownAs } from '../../views/people/actor.ts';
import { type Bot } from '../frame/turn.ts';
import { accountIn } from '../frame/account.ts';

interface ChannelData {
  meeting?: { id?: string };
  team?: { id?: string; aadGroupId?: string };
  tenant?: { id?: string };
}
type Kind = 'personal' | 'team' | 'meeting';

/** A reference is refreshed from every activity, but written again only when it changed or is an hour old. */
const fresh = new LRUCache<string, string>({ max: 20_000, ttl: 3600_000, ttlResolution: 1_000 });

const dataOf = (activity: Activity): ChannelData => (activity.channelData ?? {}) as ChannelData;

function kindOf(activity: Activity): Kind | null {
  const { conversationType, id } = activity.conversation;
  if (conversationType === 'personal') return 'personal';
  if (conversationType === 'channel') return 'team';
  return dataOf(activity).meeting?.id || id.startsWith('19:meeting_') ? 'meeting' : null;
}

const isInstallation = ({ type }: Activity): boolean =>
  type === 'installationUpdate' || type === 'conversationUpdate';

function isRemoval(activity: Activity): boolean {
  if (activity.type === 'installationUpdate') return activity.action?.startsWith('remove') ?? false;
  const own = activity.recipient?.id;
  return own !== undefined && (activity.membersRemoved ?? []).some((member) => member?.id === own);
}

/**
 * Where the bot can speak. A channel counts when the bot is installed in its team, not whenever somebody
 * writes in one; a meeting's chat is matched to its meeting by the join link, which only Teams knows.
 */
export async function noteWhere(bot: Bot, activity: Activity): Promise<void> {
  const kind = kindOf(activity);
  if (!kind || (kind === 'team' && !isInstallation(activity))) return;
  const conversationId = activity.conversation.id.split(';messageid=')[0]!;
  if (isInstallation(activity) && isRemoval(activity)) {
    fresh.delete(conversationId);
    await asClock(bot.house, acts.forgetConversation, { conversationId });
    return;
  }
  if (!isInstallation(activity) && fresh.get(conversationId) === activity.serviceUrl) return;
  if (await write(bot, activity, kind, conversationId)) fresh.set(conversationId, activity.serviceUrl);
}

/** Returns whether all is known: which meeting a chat is of may be asked in vain, and is asked again then. */
async function write(
  { house }: Bot,
  activity: Activity,
  kind: Kind,
  conversationId: string,
): Promise<boolean> {
  const data = dataOf(activity);
  const tenantId = activity.conversation.tenantId ?? data.tenant?.id ?? '';
  const { serviceUrl } = activity;
  const platformId = kind === 'meeting' ? data.meeting?.id : undefined;
  const address = { conversationId, serviceUrl, tenantId };
  const info = platformId ? await house.meetings.info(address, platformId) : null;
  const meeting = platformId ? { platformId, ...(info?.joinUrl && { joinUrl: info.joinUrl }) } : undefined;
  const account = kind === 'personal' ? accountIn(activity) : null;
  const objectId = account && (await mayBeKnownAs(house.db, account)) ? account.objectId : undefined;
  const { id: teamId, aadGroupId: groupId } = data.team ?? {};
  const input = {
    ...address,
    kind,
    ...(objectId && { objectId }),
    ...(teamId && { teamId }),
    ...(groupId && { groupId }),
    ...(meeting && { meeting }),
  };
  await asClock(house, acts.noteConversation, input);
  return !platformId || info !== null;
}
