import type { FieldOf } from '../frame/acts.ts';
import { useNow } from '../frame/clock.ts';
import { fieldTime } from '../frame/dateField.ts';
import { useAboutFields } from '../scheduling/aboutFields.ts';
import type { FieldSpec } from '../parts/form/fields.ts';
import { useWords } from '../frame/words.ts';

/** What a meeting is called with; two weeks ahead, in the morning, unless told. */
export function useMeetingFields(): FieldSpec<FieldOf<'callMeeting'>>[] {
  const { t } = useWords();
  const now = useNow(3_600_000);
  return [
    ...useAboutFields(),
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
    { name: 'agenda', label: t('tab.meeting.agenda'), kind: 'area' },
    { name: 'joinUrl', label: t('tab.meeting.joinUrl'), kind: 'url', hint: t('tab.meeting.joinHint') },
    { name: 'invite', label: t('tab.meeting.invite'), kind: 'check', initial: true },
  ];
}
