import type { RevisionView } from '../../../../bot/views/case/shapes.ts';
import { Load } from '../../parts/Load.tsx';
import { useView } from '../../frame/queries.ts';
import { useWords } from '../../frame/words.ts';
import { HearingChoice } from '../HearingChoice.tsx';
import { Matrix } from './Matrix.tsx';
import { useChosenHearing } from '../useChosenHearing.ts';

function OfHearing({ hearingId, revision }: { hearingId: string; revision: RevisionView }) {
  const hearing = useView('hearing', { id: hearingId });
  const comments = useView('comments', { hearingId });
  return (
    <Load query={hearing}>
      {(shown) => (
        <Load query={comments}>
          {(page) => <Matrix hearing={shown} comments={page.items} versions={revision.versions} />}
        </Load>
      )}
    </Load>
  );
}

export default function Comments({ revision }: { revision: RevisionView }) {
  const { t } = useWords();
  const [chosen, choose] = useChosenHearing(revision);
  if (!chosen) return <p className="card pad">{t('tab.hearing.none')}</p>;
  return (
    <section className="card pad" aria-labelledby="comments">
      <h2 id="comments">{t('tab.case.part.comments')}</h2>
      <HearingChoice hearings={revision.hearings} chosen={chosen.id} set={choose} />
      <OfHearing key={chosen.id} hearingId={chosen.id} revision={revision} />
    </section>
  );
}
