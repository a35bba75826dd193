import type { HearingView } from '../../../bot/views/hearing/shapes.ts';
import type { FieldOf } from '../frame/acts.ts';
import type { Action } from '../parts/form/action.ts';
import type { FieldSpec } from '../parts/form/fields.ts';
import { fieldOf } from '../frame/dateField.ts';
import { useWords } from '../frame/words.ts';

/** What the secretariat does to the hearing itself. */
export function useDeadlineActs(hearing: HearingView): Action[] {
  const { t } = useWords();
  const input = { hearingId: hearing.id };
  const deadline: FieldSpec<FieldOf<'extendDeadline'>> = {
    name: 'deadline',
    label: t('tab.hearing.newDeadline'),
    kind: 'datetime',
    required: true,
    hint: t('tab.hearing.deadlineHint'),
    initial: fieldOf(hearing.deadline),
  };
  return [
    {
      act: 'extendDeadline',
      label: t('tab.hearing.extend'),
      input,
      done: t('tab.hearing.extended'),
      form: {
        fields: [deadline],
        gate: ['hearingId', 'deadline'],
        intro: t('tab.hearing.extendIntro'),
        seen: hearing.deadline,
      },
    },
    { act: 'remindMissing', label: t('tab.hearing.remind'), input, done: t('tab.hearing.reminded') },
  ];
}
