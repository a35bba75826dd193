import type { RevisionView } from '../../../bot/views/case/shapes.ts';
import type { MeetingView } from '../../../bot/views/meeting/shapes.ts';
import type { FieldOf } from '../frame/acts.ts';
import type { FieldSpec } from '../parts/form/fields.ts';
import { useWords } from '../frame/words.ts';

/** What is put to the vote, where, and as what: the newest final version first. */
export function useVoteFields(
  revision: RevisionView,
  meetings: MeetingView[],
): FieldSpec<FieldOf<'openVote'>>[] {
  const { t, short } = useWords();
  const rank = (kind: string) => (kind === 'final' ? 0 : 1);
  const versions = revision.versions.toSorted((a, b) => rank(a.kind) - rank(b.kind) || b.number - a.number);
  return [
    {
      name: 'meetingId',
      label: t('tab.vote.meeting'),
      kind: 'select',
      required: true,
      options: meetings.map((meeting) => ({
        value: meeting.id,
        label: `${meeting.title}, ${short(meeting.startsAt)}`,
      })),
    },
    {
      name: 'versionId',
      label: t('tab.vote.version'),
      kind: 'select',
      required: true,
      options: versions.map((version) => ({
        value: version.id,
        label: `${t('tab.version.name', { number: version.number, title: version.title })} (${t(`versionKind.${version.kind}`)})`,
      })),
    },
    {
      name: 'motion',
      label: t('tab.vote.motion'),
      kind: 'area',
      required: true,
      initial: t('tab.vote.motionText', { title: revision.title }),
    },
    { name: 'rehearsal', label: t('tab.vote.rehearsalField'), kind: 'check' },
  ];
}
