import { asClock } from '../../acts/frame/asClock.ts';
import { acts } from '../../acts/index.ts';
import { t } from '../../i18n/index.ts';
import type { Asked, Channels, Refused, TeamChannel } from '../../ports.ts';
import { channelName, type ChannelFailure } from '../../process/group/workingGroup.ts';
import { caseById } from '../../store/case/cases.ts';
import { hostTeam } from '../../store/reach/directory.ts';
import { allGroups, claimGroup, groupOf } from '../../store/group/groups.ts';
import type { Case, WorkingGroupRow } from '../../store/schema.ts';
import type { Jobs } from '../enqueue.ts';
import { inTurn } from '../frame/inTurn.ts';
import type { Work } from '../frame/work.ts';

type Noted = { channel?: TeamChannel; failure?: ChannelFailure };

/** Sees to it that a group has its channel in the host team, with the case's tab; without a group: every group. */
export async function bringGroup(work: Work, { revisionId }: Jobs['bringGroup']): Promise<void> {
  if (revisionId) return bringOne(work, revisionId);
  const all = await allGroups(work.db);
  await inTurn(all, 'channels of working groups could not be brought about', (id) => bringOne(work, id));
}

async function bringOne(work: Work, revisionId: string): Promise<void> {
  const { db, house, log, channels } = work;
  if (!(await groupOf(db, revisionId))) return;
  const group = await claimGroup(db, revisionId);
  if (!group) throw new Error('another replica is at this group’s channel');
  const note = (noted: Noted) => asClock(house, acts.noteChannel, { revisionId, ...noted });
  const teamId = await hostTeam(db);
  if (!channels || !teamId) return void (await note({ failure: 'notConnected' }));
  try {
    await note(await bring(work, channels, teamId, group));
  } catch (error) {
    log.warn({ err: error, revisionId }, 'the channel of a working group could not be brought about');
    await note({ failure: 'unavailable' });
    throw error;
  }
}

const failureOf = (refused: Refused): ChannelFailure =>
  refused === 'notFound' ? 'gone' : refused === 'changed' ? 'refused' : refused;

async function bring(
  { db }: Work,
  channels: Channels,
  teamId: string,
  { caseId, channelId }: WorkingGroupRow,
): Promise<Noted> {
  const of = await caseById(db, caseId);
  if (!of) return {};
  const name = channelName(of.ref, of.title);
  const found = await find(channels, teamId, { channelId, name, of });
  if ('refused' in found) return { failure: failureOf(found.refused) };
  const channel = found.done;
  const tab = { name: t('da', 'channel.tab'), page: `revision/${caseId}` };
  const pinned = await channels.pin(teamId, channel.id, tab);
  return { channel, ...('refused' in pinned && { failure: failureOf(pinned.refused) }) };
}

/**
 * The channel it has, whatever it is called today; the one with the case's number, made by hand or by a call whose answer
 * was lost; or a new one.
 */
async function find(
  channels: Channels,
  teamId: string,
  { channelId, name, of }: { channelId: string | null; name: string; of: Case },
): Promise<Asked<TeamChannel>> {
  const all = await channels.all(teamId);
  if ('refused' in all) return all.refused === 'notFound' ? { refused: 'denied' } : all;
  const own = (one: TeamChannel): boolean => one.name === name || one.name.startsWith(`${of.ref} `);
  const known = all.done.find((one) => (channelId ? one.id === channelId : own(one)));
  if (known) return { done: known };
  return channelId ? { refused: 'notFound' } : channels.create(teamId, name, of.title);
}
