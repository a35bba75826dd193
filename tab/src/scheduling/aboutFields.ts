import type { FieldOf } from '../frame/acts.ts';
import type { FieldSpec } from '../parts/form/fields.ts';
import { useView } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';

/** What a meeting is, whether its time is known or to be found. */
export function useAboutFields(): FieldSpec<FieldOf<'callMeeting'> & FieldOf<'findTime'>>[] {
  const { t } = useWords();
  const revisions = useView('revisions').data?.items ?? [];
  const kinds = (['steeringGroup', 'workingGroup'] as const).map((one) => ({
    value: one,
    label: t(`tab.meetingKind.${one}`),
  }));
  const seasons = (['spring', 'autumn', 'extraordinary'] as const).map((one) => ({
    value: one,
    label: t(`tab.season.${one}`),
  }));
  return [
    { name: 'title', label: t('tab.meeting.title'), required: true },
    { name: 'kind', label: t('tab.meeting.kind'), kind: 'select', required: true, options: kinds },
    {
      name: 'revisionId',
      label: t('tab.meeting.revision'),
      kind: 'select',
      required: true,
      options: revisions.map(({ id, title }) => ({ value: id, label: title })),
      when: ({ kind }) => kind === 'workingGroup',
    },
    {
      name: 'season',
      label: t('tab.meeting.season'),
      kind: 'select',
      required: true,
      options: seasons,
      hint: t('tab.meeting.seasonHint'),
    },
  ];
}
