import { fieldTime } from '../dateField.ts';
import type { FieldSpec } from '../parts/fields.ts';
import { useNow } from '../clock.ts';
import { useWords } from '../words.ts';

/** What a meeting is called with; two weeks ahead, in the morning, unless told. */
export function useMeetingFields(): FieldSpec[] {
  const { t } = useWords();
  const now = useNow(3_600_000);
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
      name: 'season',
      label: t('tab.meeting.season'),
      kind: 'select',
      required: true,
      options: seasons,
      hint: t('tab.meeting.seasonHint'),
    },
    {
      name: 'startsAt',
      label: t('tab.meeting.startsAt'),
      kind: 'datetime',
      required: true,
      initial: fieldTime(now, 14, '10'),
    },
    {
      name: 'endsAt',
      label: t('tab.meeting.endsAt'),
      kind: 'datetime',
      required: true,
      initial: fieldTime(now, 14, '12'),
    },
    { name: 'joinUrl', label: t('tab.meeting.joinUrl'), kind: 'url', hint: t('tab.meeting.joinHint') },
  ];
}
