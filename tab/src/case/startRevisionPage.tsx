import '../styles/case.css';
import { useLocation } from 'wouter';
import type { MeView } from '../../../bot/views/people/shapes.ts';
import type { FieldOf } from '../frame/acts.ts';
import { fieldTime } from '../frame/dateField.ts';
import { ActForm } from '../parts/form/ActForm.tsx';
import { useAnnounce } from '../parts/Announce.tsx';
import type { FieldSpec } from '../parts/form/fields.ts';
import { useWords } from '../frame/words.ts';

function useFields(now: string): FieldSpec<FieldOf<'startRevision'>>[] {
  const { t } = useWords();
  const tracks = (['revise', 'develop', 'correct'] as const).map((one) => ({
    value: one,
    label: t(`track.${one}`),
  }));
  const year = fieldTime(new Date(now)).slice(0, 4);
  return [
    { name: 'title', label: t('tab.start.title'), required: true },
    { name: 'goalNumber', label: t('tab.start.goalNumber'), kind: 'number', hint: t('tab.start.goalHint') },
    {
      name: 'track',
      label: t('tab.start.track'),
      kind: 'radio',
      required: true,
      options: tracks,
      initial: 'revise',
    },
    { name: 'year', label: t('tab.start.year'), kind: 'number', required: true, initial: year },
  ];
}

export default function StartRevision({ me, close }: { me: MeView; close: () => void }) {
  const { t } = useWords();
  const say = useAnnounce();
  const [, go] = useLocation();
  return (
    <ActForm
      act="startRevision"
      label={t('tab.start')}
      base={{}}
      fields={useFields(me.now)}
      entry={me.allowed.find((one) => one.act === 'startRevision')}
      onDone={(answer) => {
        say(t('tab.start.done'));
        if (answer.ok) go(`/revision/${answer.result.revisionId}`);
      }}
      onCancel={close}
    />
  );
}
