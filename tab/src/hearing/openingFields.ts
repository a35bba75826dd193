import type { RevisionView } from '../../../bot/views/case/shapes.ts';
import type { FieldOf } from '../frame/acts.ts';
import { fieldTime } from '../frame/dateField.ts';
import type { FieldSpec } from '../parts/form/fields.ts';
import { useNow } from '../frame/clock.ts';
import { useWords } from '../frame/words.ts';

const kinds = ['internal', 'industry', 'workingGroup', 'termsOfReference'] as const;

/** What a new hearing is about, and until when: the newest version, four weeks, unless told. */
export function useOpeningFields(revision: RevisionView): FieldSpec<FieldOf<'openHearing'>>[] {
  const { t } = useWords();
  const now = useNow(3_600_000);
  const versions = revision.versions
    .toSorted((a, b) => b.number - a.number)
    .map((version) => ({
      value: version.id,
      label: t('tab.version.name', { number: version.number, title: version.title }),
    }));
  return [
    {
      name: 'kind',
      label: t('tab.hearing.kind'),
      kind: 'select',
      required: true,
      options: kinds.map((kind) => ({ value: kind, label: t(`hearingKind.${kind}`) })),
    },
    { name: 'versionId', label: t('tab.hearing.version'), kind: 'select', required: true, options: versions },
    {
      name: 'deadline',
      label: t('tab.hearing.deadline'),
      kind: 'datetime',
      required: true,
      hint: t('tab.hearing.deadlineHint'),
      initial: fieldTime(now, 28),
    },
    { name: 'letter', label: t('tab.hearing.letter'), kind: 'area', required: true },
  ];
}
