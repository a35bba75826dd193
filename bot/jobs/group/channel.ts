import { acts } from '../../acts/index.ts';
import { t } from '../../i18n/index.ts';
import type { Asked, Channels, Refused, TeamChannel } from '../../ports.ts';
import { channelName } from '../../process/group/workingGroup.ts';
import type { ReasonOf } from '../../process/reach/errands.ts';
import { caseById } from '../../store/case/cases.ts';
import { hostTeam } from '../../store/reach/directory.ts';
import { groupOf } from '../../store/group/groups.ts';
import type { Case } from '../../store/schema.ts';
import { fails, type Bringing } from '../frame/bringing.ts';
import { ownPages } from '../../views/frame/pages.ts';

const reasons: Record<Refused, ReasonOf<'channel'>> = {
  denied: 'denied',
  notFound: 'gone',
  nameTaken: 'nameTaken',
  changed: 'refused',
  refused: 'refused',
};

/** A working group has its channel in the host team, with the case's tab. */
export const channel = {
  note: acts.noteChannel,
  about: (revisionId: string) => ({ revisionId }),
  away: 'unavailable' as const,
  async bring({ db, channels }, { aboutId: caseId }) {
    const teamId = await hostTeam(db);
    if (!channels || !teamId) return fails<'channel'>('notConnected');
    const [group, of] = [await groupOf(db, caseId), await caseById(db, caseId)];
    if (!group || !of) return {};
    const name = channelName(of.ref, of.title);
    const found = await find(channels, teamId, { channelId: group.channelId, name, of });
    if ('refused' in found) return fails<'channel'>(reasons[found.refused]);
    const tab = { name: t('da', 'channel.tab'), page: ownPages.case(caseId) };
    const pinned = await channels.pin(teamId, found.done.id, tab);
    return { channel: found.done, ...('refused' in pinned && fails<'channel'>(reasons[pinned.refused])) };
  },
} satisfies Bringing;

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
