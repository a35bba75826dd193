import type { VoteView } from '../../../bot/views/vote/shapes.ts';
import { ActForm } from '../parts/form/ActForm.tsx';
import { useAnnounce } from '../parts/Announce.tsx';
import { useWords } from '../frame/words.ts';

const choices = ['for', 'against', 'abstain', 'recused'] as const;
const means = ['room', 'phone', 'other'] as const;

interface Props {
  vote: VoteView;
  seat: VoteView['turnout'][number];
  close: () => void;
}

/** A vote given in the room or on the phone: an event the organisation sees and can correct until closing. */
export function OnBehalf({ vote, seat, close }: Props) {
  const { t } = useWords();
  const say = useAnnounce();
  const label = t('tab.vote.onBehalfOf', { organisation: seat.organisationName });
  return (
    <ActForm
      act="recordBallotOnBehalf"
      label={label}
      submit={t('tab.vote.recordIt')}
      base={{ voteId: vote.id, organisationId: seat.organisationId }}
      intro={`${label}. ${t('tab.vote.onBehalfIntro')}`}
      fields={[
        {
          name: 'choice',
          label: t('tab.vote.ballot'),
          kind: 'radio',
          required: true,
          options: choices.map((one) => ({ value: one, label: t(`choice.${one}`) })),
        },
        {
          name: 'means',
          label: t('tab.vote.means'),
          kind: 'radio',
          required: true,
          initial: 'room',
          options: means.map((one) => ({ value: one, label: t(`tab.means.${one}`) })),
        },
      ]}
      onDone={() => {
        say(t('tab.vote.recorded', { organisation: seat.organisationName }));
        close();
      }}
      onCancel={close}
    />
  );
}
