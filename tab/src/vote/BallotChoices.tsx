import { Button } from '@fluentui/react-components';
import type { VoteView } from '../../../bot/views/vote/shapes.ts';
import { useWords } from '../frame/words.ts';
import { choices, type BallotState } from './useBallot.ts';

interface Props {
  vote: VoteView;
  mine: NonNullable<VoteView['mine']>;
  ballot: BallotState;
  stopped: boolean;
}

/** Four alike buttons: none is primary, none is coloured; what was recorded is said in words. */
export function BallotChoices({ vote, mine, ballot, stopped }: Props) {
  const { t } = useWords();
  return (
    <div className="choices" role="group" aria-label={t('tab.ballot.choices')}>
      {choices.map((choice) => (
        <Button
          key={choice}
          size="large"
          disabledFocusable={ballot.busy || stopped}
          aria-pressed={mine.ballot?.choice === choice}
          aria-describedby={stopped ? `why-${vote.id}` : undefined}
          onClick={() => void (stopped || ballot.choose(choice))}
        >
          {mine.ballot?.choice === choice && '✓ '}
          {t(`choice.${choice}`)}
        </Button>
      ))}
    </div>
  );
}
