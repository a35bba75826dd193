import type { RevisionView } from '../../../bot/views/shapes/revision.ts';
import { Actions } from '../parts/Actions.tsx';
import type { FieldSpec } from '../parts/fields.ts';
import { useNow } from '../queries.ts';
import { fieldTime } from '../time.ts';
import { useWords } from '../words.ts';
import { HearingChoice } from './HearingChoice.tsx';
import { HearingPanel } from './HearingPanel.tsx';
import { useChosenHearing } from './useChosenHearing.ts';

const kinds = ['internal', 'industry', 'workingGroup', 'termsOfReference'] as const;

function useOpening(revision: RevisionView): FieldSpec[] {
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

export default function Hearings({ revision }: { revision: RevisionView }) {
  const { t } = useWords();
  const [chosen, choose] = useChosenHearing(revision);
  const fields = useOpening(revision);
  return (
    <>
      {chosen && <HearingChoice hearings={revision.hearings} chosen={chosen.id} set={choose} />}
      {chosen ? (
        <HearingPanel key={chosen.id} id={chosen.id} revision={revision} />
      ) : (
        <p className="card pad">{t('tab.hearing.none')}</p>
      )}
      <section className="card pad" aria-labelledby="open-hearing">
        <h2 id="open-hearing">{t('tab.hearing.new')}</h2>
        <Actions
          lists={[revision.allowed]}
          actions={[
            {
              act: 'openHearing',
              label: t('tab.hearing.open'),
              input: { revisionId: revision.id },
              done: t('tab.hearing.opened'),
              form: {
                fields,
                gate: ['revisionId', 'kind', 'versionId', 'deadline'],
                intro: t('tab.hearing.openIntro'),
              },
            },
          ]}
        />
      </section>
    </>
  );
}
