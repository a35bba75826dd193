import type { RevisionView } from '../../../bot/views/case/shapes.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { useWords } from '../frame/words.ts';
import { HearingChoice } from './HearingChoice.tsx';
import { HearingPanel } from './HearingPanel.tsx';
import { useOpeningFields } from './openingFields.ts';
import { useChosenHearing } from './useChosenHearing.ts';

export default function Hearings({ revision }: { revision: RevisionView }) {
  const { t } = useWords();
  const [chosen, choose] = useChosenHearing(revision);
  const fields = useOpeningFields(revision);
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
