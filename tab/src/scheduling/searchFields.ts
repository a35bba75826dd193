import type { FieldOf } from '../frame/acts.ts';
import { useNow } from '../frame/clock.ts';
import { fieldTime } from '../frame/dateField.ts';
import type { FieldSpec } from '../parts/form/fields.ts';
import { useAboutFields } from './aboutFields.ts';
import { useWords } from '../frame/words.ts';

/** What is asked for when a time is to be found: from three weeks ahead, and three weeks on. */
export function useSearchFields(): FieldSpec<FieldOf<'findTime'>>[] {
  const { t } = useWords();
  const now = useNow(3_600_000);
  const day = (ahead: number): string => fieldTime(now, ahead).slice(0, 10);
  return [
    ...useAboutFields(),
    { name: 'minutes', label: t('tab.time.minutes'), kind: 'number', required: true, initial: '120' },
    {
      name: 'from',
      label: t('tab.time.from'),
      kind: 'date',
      required: true,
      initial: day(21),
      hint: t('tab.time.periodHint'),
    },
    { name: 'to', label: t('tab.time.to'), kind: 'date', required: true, initial: day(42) },
    {
      name: 'respondBy',
      label: t('tab.time.respondBy'),
      kind: 'datetime',
      required: true,
      initial: fieldTime(now, 10),
    },
    { name: 'agenda', label: t('tab.meeting.agenda'), kind: 'area' },
  ];
}
