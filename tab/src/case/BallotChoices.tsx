import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { VoteView } from '../../../bot/views/shapes/vote.ts';
import { useAnnounce } from '../parts/Announce.tsx';
import { RefusalNote } from '../parts/Refusal.tsx';
import { usePress } from '../press.ts';
import { useWords } from '../words.ts';

const choices = ['for', 'against', 'abstain', 'recused'] as const;
type Choice = (typeof choices)[number];

interface Props {
  vote: VoteView;
  mine: NonNullable<VoteView['mine']>;
  stopped: boolean;
}

/** Four alike buttons: none is primary, none is coloured; what was recorded is said in words. */
export function BallotChoices({ vote, mine, stopped }: Props) {
  const { t } = useWords();
  const say = useAnnounce();
  const { busy, refusal, press } = usePress('castBallot');
  const [statement, setStatement] = useState(mine.ballot?.statement ?? '');
  const cast = async (choice: Choice) => {
    if (stopped) return;
    const extra = choice === 'against' && statement.trim() ? { statement } : {};
    const answer = await press({ voteId: vote.id, choice, ...extra });
    if (answer?.ok) say(t('tab.ballot.saved', { choice: t(`choice.${choice}`) }));
  };
  return (
    <>
      <div className="choices" role="group" aria-label={t('tab.ballot.choices')}>
        {choices.map((choice) => (
          <Button
            key={choice}
            size="large"
            disabledFocusable={busy || stopped}
            aria-pressed={mine.ballot?.choice === choice}
            aria-describedby={stopped ? `why-${vote.id}` : undefined}
            onClick={() => void cast(choice)}
          >
            {mine.ballot?.choice === choice && '✓ '}
            {t(`choice.${choice}`)}
          </Button>
        ))}
      </div>
      {!stopped && (
        <Field
          label={`${t('tab.ballot.statement')} ${t('tab.optional')}`}
          hint={t('tab.ballot.statementHint')}
        >
          <Textarea value={statement} resize="vertical" onChange={(_, data) => setStatement(data.value)} />
        </Field>
      )}
      <RefusalNote refusal={refusal} />
    </>
  );
}
